"""The page on Spark, Polars and DuckDB shows code of the scripts in `examples/`, as it is there."""

import re
from pathlib import Path

import pytest

from docs import markdown

PAGES = [markdown.ROOT / f"docs/how-to/scale-out.{lang}.md" for lang in ("nl", "en")]
SCRIPTS = sorted((markdown.ROOT / "examples").glob("with_*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_each_script_is_shown_in_both_languages(script: Path) -> None:
    code = script.read_text("utf-8")

    shown = [
        [block for block in markdown.blocks(page.read_text("utf-8"), "python") if block in code]
        for page in PAGES
    ]

    assert shown[0] == shown[1]
    assert any("posts" in block for block in shown[0])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_code_is_from_the_scripts_or_run_by_the_reader(page: Path) -> None:
    text = page.read_text("utf-8")
    scripts = [script.read_text("utf-8") for script in SCRIPTS]
    own = re.findall(r"^<!-- file: \S+ -->\n```python\n(.*?)^```", text, re.M | re.S)

    elsewhere = [
        block
        for block in markdown.blocks(text, "python")
        if block not in own and not any(block in script for script in scripts)
    ]

    assert len(own) == 1
    assert not elsewhere


def test_languages_are_equal() -> None:
    nl, en = ([level for level, _ in markdown.headings(page.read_text("utf-8"))] for page in PAGES)

    assert nl == en
