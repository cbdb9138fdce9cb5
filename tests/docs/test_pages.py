"""Pages keep their form: two languages alike, decisions complete, numbers as the code has them."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from afspraak.engine import kinds
from docs import markdown

EXPLANATION = markdown.ROOT / "docs/explanation"
DECISIONS = sorted((markdown.ROOT / "docs/decisions").glob("0*.md"))
SUBJECTS = ("fairness", "how-checking-works", "limits", "privacy", "why-a-file")
SEEN_LAW = {  # judgments and articles that were seen in a source; nothing else may be named
    "ECLI:NL:RBARN:2012:BV9483",
    "ECLI:NL:RBARN:2012:BW2006",
    "ECLI:NL:RBROT:2020:13008",
    "ECLI:NL:GHDHA:2021:1575",
    "ECLI:NL:RBDHA:2017:9522",
    "ECLI:NL:RBLIM:2015:2660",
}


def test_every_explanation_is_there_in_both_languages() -> None:
    there = {path.name for path in EXPLANATION.glob("[!R]*.md")}

    assert there == {f"{name}.{lang}.md" for name in SUBJECTS for lang in ("nl", "en")}


@pytest.mark.parametrize("name", SUBJECTS)
def test_languages_of_an_explanation_are_equal(name: str) -> None:
    nl, en = ((EXPLANATION / f"{name}.{lang}.md").read_text("utf-8") for lang in ("nl", "en"))

    assert _shape(nl) == _shape(en)


def _shape(text: str) -> tuple[list[int], list[int], list[str], set[str], list[str]]:
    """Levels of headings, paragraphs under each, code, sources, links; languages taken out."""
    parts = re.split(r"^#+ .*$", text, flags=re.MULTILINE)
    return (
        [level for level, _ in markdown.headings(text)],
        [len(re.findall(r"\n\n(?=\S)", part)) for part in parts],
        re.findall(r"^```(\w*)$", text, re.MULTILINE),
        set(re.findall(r"ECLI:[\w:]+|\b\d{4,5}/\d\d\b|\bC-\d+/\d+|\b[LP]0\d\d\b", text)),
        [re.sub(r"\.(?:nl|en)\.md", ".md", goal) for goal in markdown.links(text)],
    )


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_decision_has_its_parts(path: Path) -> None:
    text = path.read_text("utf-8")

    assert re.match(rf"# {path.stem[:4]} [A-Z`a-z]", text)
    assert re.search(r"^- Date: \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    assert re.search(r"^- Status: (?:accepted|superseded by \d{4})$", text, re.MULTILINE)
    assert [words for level, words in markdown.headings(text) if level == 2] == [
        "Context",
        "Decision",
        "Consequences",
    ]


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.stem[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("path", sorted(EXPLANATION.glob("*.md")), ids=lambda path: path.name)
def test_only_judgments_that_were_seen_are_named(path: Path) -> None:
    assert set(re.findall(r"ECLI:[\w:]+", path.read_text("utf-8"))) <= SEEN_LAW


def test_the_changelog_counts_the_kinds_there_are() -> None:
    words = ("ten", "eleven", "twelve", "thirteen", "fourteen")
    changes = (markdown.ROOT / "CHANGELOG.md").read_text("utf-8")

    assert f"{words[len(kinds.all_kinds()) - 10].capitalize()} kinds of rule" in changes


def test_what_is_shipped_of_others_is_in_the_notice() -> None:
    notice = (markdown.ROOT / "NOTICE").read_text("utf-8")
    fonts = files("afspraak.documents") / "fonts"
    shipped = [each.name for each in fonts.iterdir() if each.name.endswith((".ttf", ".otf"))]

    assert shipped
    assert all(name in notice for name in shipped)
    assert "UNICODE LICENSE V3" in notice


def test_words_of_the_glossary_are_those_of_the_code() -> None:
    rows = markdown.rows((markdown.ROOT / "docs/glossary.md").read_text("utf-8"))[1:]
    named = [name for row in rows for name in re.findall(r"`([A-Z]\w+)`", row[0])]
    source = "".join(
        path.read_text("utf-8") for path in (markdown.ROOT / "src/afspraak").rglob("*.py")
    )
    unknown = [
        name for name in named if not re.search(rf"^class {name}\b|^{name} = ", source, re.M)
    ]

    assert len(named) > 12
    assert not unknown
