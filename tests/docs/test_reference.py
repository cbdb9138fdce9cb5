"""The reference pages are what the code says, and Dutch and English say the same."""

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from afspraak.engine import kinds
from afspraak.protocol import lint, problems

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
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


def headings(path: Path) -> list[int]:
    """The level of each heading of a page, blocks of code left out."""
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.M | re.S)
    return [len(mark) for mark in re.findall(r"^(#+) ", text, re.M)]


@pytest.mark.parametrize(
    "path",
    sorted(DOCS.rglob("*.nl.md")),
    ids=lambda path: str(path.relative_to(DOCS)),
)
def test_dutch_and_english_page_have_the_same_headings(path: Path) -> None:
    other = path.with_name(path.name.replace(".nl.md", ".en.md"))

    assert headings(path) == headings(other)


def test_every_english_page_with_a_language_has_a_dutch_one() -> None:
    pages = {
        lang: {path.with_suffix("").with_suffix("") for path in DOCS.rglob(f"*.{lang}.md")}
        for lang in ("nl", "en")
    }

    assert pages["nl"] == pages["en"]


def test_made_pages_are_what_the_code_says() -> None:
    done = subprocess.run(
        [sys.executable, "tools/make_docs.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stdout


def test_every_kind_code_and_verb_has_its_place() -> None:
    index = (DOCS / "reference" / "kinds" / "README.nl.md").read_text("utf-8")
    linked = re.findall(r"\]\((\S+)\.nl\.md\)", index)

    assert linked == list(kinds.all_kinds())
    for page, codes in (("problems", problems.all_problems()), ("linter", lint.all_rules())):
        text = (DOCS / "reference" / f"{page}.en.md").read_text("utf-8")
        assert re.findall(r"^## ([PL]\d+)$", text, re.M) == list(codes)
