"""A supplement as a document of its own, beside one that cannot be written in."""

import datetime as dt
from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_COLOR_INDEX

from afspraak.diagnostics import Lang
from afspraak.documents import word
from afspraak.documents.supplement import markdown_writing
from afspraak.documents.supplement.additions import Addition
from afspraak.documents.supplement.source import Existing


def as_markdown(document: Existing, additions: Sequence[Addition]) -> bytes:
    """The supplement as Markdown."""
    title, intro = _head(document)
    sections = [markdown_writing.section(each, level=2) for each in additions]
    return ("\n\n".join([f"# {title}", intro, *sections]) + "\n").encode()


def as_word(document: Existing, additions: Sequence[Addition], *, day: dt.date) -> bytes:
    """The supplement as a Word document in the styles of our handbook."""
    title, intro = _head(document)
    made = word.blank(document.lang)
    made.core_properties.title = title
    made.add_paragraph(title, style="Title")
    made.add_paragraph(intro)
    for number, addition in enumerate(additions, start=1):
        _article(made, addition, number)
    return word.saved(made, day)


def _article(made: WordDocument, addition: Addition, number: int) -> None:
    heading = made.add_paragraph(f"{number}. {addition.title} ", style="Heading 1")
    run = heading.add_run(f"[{addition.tag}]")
    run.font.highlight_color, run.font.bold = WD_COLOR_INDEX.YELLOW, False
    for each in addition.paragraphs:
        bullet = each.kind == "item" and not each.number
        paragraph = made.add_paragraph(style="List Bullet" if bullet else None)
        if each.number:
            paragraph.add_run(f"{each.number}. ")
        for stretch in each.stretches:
            paragraph.add_run(stretch.text).bold = stretch.bold or None


def _head(document: Existing) -> tuple[str, str]:
    lang: Lang = document.lang
    of = {"nl": "Aanvulling op {}", "en": "Supplement to {}"}[lang]
    unnamed = {"nl": "het bestaande protocol", "en": "the existing protocol"}[lang]
    intro = {
        "nl": "Deze artikelen horen bij het bestaande document en gelden naast wat daar staat.",
        "en": "These sections belong to the existing document and hold beside what it says.",
    }[lang]
    return of.format(f"‘{document.title}’" if document.title else unnamed), intro
