"""The handbook as a Word document with real styles, headings, lists and tables."""

from collections.abc import Sequence
from functools import singledispatchmethod

from docx.document import Document as WordDocument

from afspraak.diagnostics import Lang
from afspraak.documents import prose, word
from afspraak.documents.word_prose import WordProse
from afspraak.protocol.handbook import content
from afspraak.protocol.handbook.content import Handbook, Section
from afspraak.protocol.handbook.wording import say

_SIGNS = {"good": "✓", "bad": "✗", "card": "§"}


def write(handbook: Handbook) -> bytes:
    """The document. The same handbook gives the same bytes: its date is the day it holds from."""
    document = word.blank(handbook.lang)
    properties = document.core_properties
    properties.title = f"{handbook.cover.title} · {handbook.cover.organisation}"
    properties.author = handbook.cover.organisation[:255]
    properties.language = word.LOCALES[handbook.lang]
    properties.comments = ""
    properties.title, properties.subject = properties.title[:255], handbook.cover.edition[:255]
    _Writer(document, handbook).write()
    return word.saved(document, handbook.in_force)


class _Writer:
    """Puts a handbook into a document, part by part."""

    def __init__(self, document: WordDocument, handbook: Handbook) -> None:
        self.document = document
        self.book = handbook
        self.lang: Lang = handbook.lang
        self.level = 2
        self.text = WordProse(document, handbook.lang)

    def write(self) -> None:
        self._running_lines()
        self._cover()
        self._contents()
        for number, section in enumerate(self.book.sections):
            self._section(section, number)

    def _running_lines(self) -> None:
        page = self.document.sections[0]
        page.header.paragraphs[0].add_run(self.book.cover.organisation)
        footer = page.footer.paragraphs[0]
        mark = say("mark", self.lang, hash=self.book.short_hash)
        footer.add_run(f"{self.book.cover.edition} · {mark}\t")
        word.field(footer, "PAGE")
        footer.add_run(" / ")
        word.field(footer, "NUMPAGES")

    def _cover(self) -> None:
        cover = self.book.cover
        self.document.add_paragraph(cover.organisation, "Organisation")
        self.document.add_paragraph(cover.title, "Title")
        self.document.add_paragraph(f"{cover.edition} · {cover.in_force}", "Edition")
        self.text.line(self.document, cover.representation, "Edition")
        for glance in cover.glances:
            self.document.add_paragraph(glance.label, "Label")
            if glance.headline:
                paragraph = self.document.add_paragraph()
                self.text.run(paragraph, glance.headline.text, glance.headline.lang, "Strong")
            for passage in glance.lines:
                self.text.line(self.document, passage)

    def _contents(self) -> None:
        heading = self.document.add_paragraph(say("contents", self.lang), "Contents Heading")
        heading.paragraph_format.page_break_before = True
        for number, section in enumerate(self.book.sections):
            paragraph = self.document.add_paragraph(style=f"TOC {section.level - 1}")
            held = word.link_within(paragraph, f"section_{number}")
            self.text.run(paragraph, _numbered(section), section.title.lang, into=held)

    def _section(self, section: Section, number: int) -> None:
        heading = self.document.add_paragraph(style=f"Heading {section.level - 1}")
        heading.paragraph_format.page_break_before = number == 0 or None
        word.bookmark(heading, number, f"section_{number}")
        self.text.run(heading, _numbered(section), section.title.lang)
        self.level = section.level
        for part in section.parts:
            self._part(part)

    # --- Parts --------------------------------------------------------------------------------

    @singledispatchmethod
    def _part(self, part: object) -> None:
        raise TypeError(type(part))

    @_part.register
    def _(self, part: content.Prose) -> None:
        self.text.blocks(self.document, prose.blocks(part.text.text), part.text.lang, self.level)

    @_part.register
    def _(self, part: content.Boxes) -> None:
        self._boxes(part.boxes)

    @_part.register
    def _(self, part: content.Check) -> None:
        self.document.add_paragraph(part.label, "Label")
        if part.says:
            self.text.run(
                self.document.add_paragraph(style="Check"), part.says.text, part.says.lang
            )
        if part.advises:
            paragraph = self.document.add_paragraph(style="Check")
            self.text.run(paragraph, f"{say('check.advises', self.lang)} ", self.lang, "Strong")
            self.text.run(paragraph, part.advises.text, part.advises.lang)
        if part.boxes:
            self._boxes(part.boxes)
        if part.scope:
            self.document.add_paragraph(part.scope, "Small")

    @_part.register
    def _(self, part: content.Ask) -> None:
        paragraph = self.document.add_paragraph()
        self.text.run(paragraph, f"{part.label} ", self.lang, "Strong")
        self.text.run(paragraph, part.contact.name, self.lang)
        if part.contact.reach:
            self.text.run(paragraph, " · ", self.lang)
            self.text.reach(paragraph, part.contact.reach)
        if part.role:
            self.text.run(paragraph, f" ({part.role})", self.lang)

    @_part.register
    def _(self, part: content.Path) -> None:
        self.document.add_paragraph(part.label, "Label")
        number = word.restart_numbers(self.document, "List Number", 1)
        for step in part.steps:
            paragraph = self.document.add_paragraph(style="List Number")
            word.set_number(paragraph, number)
            self.text.run(paragraph, f"{step.title}\n", self.lang, "Strong")
            self.text.run(paragraph, step.text, self.lang)

    @_part.register
    def _(self, part: content.Facts) -> None:
        for fact in part.facts:
            self.text.line(self.document, fact.name, "Label")
            if fact.literal:
                paragraph = self.document.add_paragraph()
                self.text.run(paragraph, fact.text.text, fact.text.lang, "Code")
            else:
                self.text.line(self.document, fact.text)

    @_part.register
    def _(self, part: content.Contacts) -> None:
        heads = [say(f"people.{head}", self.lang) for head in ("role", "name", "purpose")]
        rows = self.text.table(heads, len(part.contacts))
        for cells, contact in zip(rows, part.contacts, strict=True):
            cells[0].paragraphs[0].add_run(contact.role)
            cells[1].paragraphs[0].add_run(contact.name)
            if contact.reach:
                self.text.reach(cells[1].add_paragraph(style="Table Text"), contact.reach)
            cells[2].paragraphs[0].add_run(contact.purpose)
        self.document.add_paragraph(style="Small")

    @_part.register
    def _(self, part: content.Listing) -> None:
        style = "List Bullet" if len(part.lines) > 1 else "Normal"
        for passage in part.lines:
            self.text.line(self.document, passage, style)

    @_part.register
    def _(self, part: content.SignOff) -> None:
        for name in part.fields:
            self.document.add_paragraph(name, "Signature Line")

    def _boxes(self, boxes: Sequence[content.Box]) -> None:
        (cells,) = self.text.table([f"{_SIGNS[box.tone]} {box.label}" for box in boxes], 1)
        for cell, box in zip(cells, boxes, strict=True):
            for index, passage in enumerate(box.lines):
                paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                paragraph.style = self.document.styles["Post" if box.quoted else "Table Text"]
                if box.quoted:
                    self.text.run(
                        paragraph, say("quoted", self.lang, text=passage.text), passage.lang
                    )
                else:
                    self.text.inlines(paragraph, prose.line(passage.text), passage.lang)
        self.document.add_paragraph(style="Small")


def _numbered(section: Section) -> str:
    return f"{section.number}  {section.title.text}" if section.number else section.title.text
