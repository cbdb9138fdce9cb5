"""No link in any page leads nowhere."""

from pathlib import Path
from urllib.parse import unquote

import pytest

from docs import markdown


@pytest.mark.parametrize(
    "page", markdown.pages(), ids=lambda page: str(page.relative_to(markdown.ROOT))
)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    broken = [
        goal
        for goal in markdown.links(page.read_text("utf-8"))
        if not goal.startswith(("http://", "https://", "mailto:")) and not _exists(page, goal)
    ]

    assert not broken


def _exists(page: Path, goal: str) -> bool:
    name, _, part = unquote(goal).partition("#")
    target = (page.parent / name).resolve() if name else page
    if not target.exists() or not target.is_relative_to(markdown.ROOT):
        return False
    if not part or target.suffix != ".md":
        return True
    there = markdown.headings(target.read_text("utf-8"))
    return part in {markdown.anchor(words) for _, words in there}
