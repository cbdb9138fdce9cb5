from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.documents import render
from afspraak.documents.formats.md import write
from afspraak.documents.prose import blocks, line, plain
from afspraak.protocol.handbook import handbook
from documents import protocols


def tokens(text: str) -> list[tuple[str, str]]:
    """Each heading and paragraph of a Markdown text with its words."""
    found = MarkdownIt().parse(text)
    return [
        (before.tag, plain(line(inside.content)))
        for before, inside in pairwise(found)
        if inside.type == "inline"
    ]


def test_headings_are_the_sections_in_their_order() -> None:
    book = handbook(protocols.build(), "nl")
    headings = [said for tag, said in tokens(render(book, "md").decode()) if tag in {"h2", "h3"}]

    expected = [
        f"{section.number}. {section.title.text}" if section.number else section.title.text
        for section in book.sections
    ]
    assert headings == ["Inhoud", *expected]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hostile_text_reads_as_it_was_written(lang: Lang) -> None:
    text = write(handbook(protocols.demanding(), lang)).decode()

    assert "<script" not in text.replace("\\<script", "")
    assert ("h3", f"2. {protocols.HOSTILE}") in tokens(text)


@pytest.mark.parametrize(
    "markdown",
    [
        "a *b* **c** `d` ~~e~~ [f](https://g.nl)",
        "- a\n- b\n\n  c\n- d\n  - e",
        "7. a\n8. b",
        "> a\n>\n> - b",
        "```\n# a\n```",
        "| a | b |\n| --- | --- |\n| *c* | d\\|e |",
        "1\\. geen lijst en \\# geen kop en \\*geen nadruk\\*",
        "a  \nb",
    ],
)
def test_a_text_of_the_company_comes_through_unchanged(markdown: str) -> None:
    clause = {"id": "a", "title": {"nl": "A"}, "text": {"nl": markdown}}
    text = write(handbook(protocols.build(clauses=[clause]), "nl")).decode()
    written = text.split("### 1. A\n\n")[1].split("\n\n## Je account")[0]

    assert blocks(written) == blocks(markdown)


def test_there_are_no_stray_empty_lines() -> None:
    text = write(handbook(protocols.build(), "en")).decode()

    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
