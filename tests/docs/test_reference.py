"""The reference pages are what the code says, and Dutch and English say the same."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from afspraak.engine import kinds

ROOT = Path(__file__).parents[2]
HEADINGS = {
    "nl": ["## Wat het nakijkt", "## Waarom", "## Voorbeeld", "## Liever zo"],
    "en": ["## What it checks", "## Why", "## Example", "## Use instead"],
}


def dutch(kind: str) -> str:
    return files(kinds).joinpath("nl", f"{kind}.md").read_text("utf-8")


@pytest.mark.parametrize("kind", kinds.all_kinds())
def test_kind_says_the_same_in_dutch(kind: str) -> None:
    pages = {"en": kinds.explain(kind, "en"), "nl": dutch(kind)}

    for lang, page in pages.items():
        assert re.findall(r"^#.*", page, re.M) == HEADINGS[lang]
        assert len(page.partition("\n")[0]) <= 100
        assert page.partition("\n")[2].startswith("\n"), "the summary is a line by itself"
    assert shape(pages["nl"]) == shape(pages["en"])
    assert code(pages["nl"]) == code(pages["en"])


def shape(page: str) -> list[str]:
    """Headings, quotations and paragraphs, in order."""
    return [
        "heading" if block.startswith("#") else "text"
        for block in re.split(r"\n\s*\n|(?<=\n)(?=> )", page.strip())
    ]


def code(page: str) -> set[str]:
    """What a protocol would hold: keys and values."""
    return set(re.findall(r"`[^`]+`", page.replace("\n", " ")))


@pytest.mark.parametrize("kind", kinds.all_kinds())
def test_dutch_page_of_kind_is_what_explain_gives(kind: str) -> None:
    assert kinds.explain(kind, "nl") == dutch(kind)
    assert kinds.summary(kind, "nl") != kinds.summary(kind, "en")
