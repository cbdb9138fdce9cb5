"""The company's own texts in a Word document: blocks, lines, tables, and words in two languages."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from afspraak.diagnostics import Lang
from afspraak.documents import prose, word
from afspraak.documents.prose import Block, Inline
from afspraak.protocol.handbook.content import Passage

_CHARACTER_STYLES = {"emphasis": "Emphasis", "strong": "Strong", "struck": "Struck"}

Place = WordDocument | _Cell


class WordProse:
    """Sets texts in a document whose own language is `lang`."""

    def __init__(self, document: WordDocument, lang: Lang) -> None:
        self.document = document
        self.lang: Lang = lang

    def blocks(
        self, place: Place, blocks: Sequence[Block], lang: Lang, level: int, *, depth: int = 1
    ) -> None:
        for block in blocks:
            match block:
                case prose.Paragraph(inlines):
                    self.inlines(place.add_paragraph(), inlines, lang)
                case prose.Heading(inlines):
                    self.inlines(place.add_paragraph(style=f"Heading {level}"), inlines, lang)
                case prose.Quote(held):
                    self._quote(place, held, lang, level)
                case prose.Verbatim(text):
                    self.run(place.add_paragraph(style="Verbatim"), text, lang)
                case prose.Items():
                    self._items(place, block, lang, level, depth)
                case prose.Table(heads, rows):
                    self._prose_table(heads, rows, lang)

    def _quote(self, place: Place, blocks: Sequence[Block], lang: Lang, level: int) -> None:
        for block in blocks:
            if isinstance(block, prose.Paragraph):
                self.inlines(place.add_paragraph(style="Quote"), block.inlines, lang)
            else:
                self.blocks(place, [block], lang, level)

    def _items(self, place: Place, items: prose.Items, lang: Lang, level: int, depth: int) -> None:
        kind = "List Bullet" if items.start is None else "List Number"
        style = f"{kind} 2" if depth > 1 else kind
        number = None
        if items.start is not None:
            number = word.restart_numbers(self.document, style, items.start)
        for item in items.items:
            paragraph = place.add_paragraph(style=style)
            if number:
                word.set_number(paragraph, number)
            rest = item
            if item and isinstance(item[0], prose.Paragraph):
                self.inlines(paragraph, item[0].inlines, lang)
                rest = item[1:]
            self.blocks(place, rest, lang, level, depth=depth + 1)

    def _prose_table(
        self,
        heads: Sequence[Sequence[Inline]],
        rows: Sequence[Sequence[Sequence[Inline]]],
        lang: Lang,
    ) -> None:
        filled = self.table([prose.plain(head) for head in heads], len(rows))
        for cells, row in zip(filled, rows, strict=True):
            for cell, inlines in zip(cells, row, strict=True):
                self.inlines(cell.paragraphs[0], inlines, lang)
        self.document.add_paragraph(style="Small")

    def line(self, place: Place, passage: Passage, style: str | None = None) -> None:
        paragraph = place.add_paragraph(style=style)
        if prose.address(passage.text):
            self.reach(paragraph, passage.text)
        else:
            self.inlines(paragraph, prose.line(passage.text), passage.lang)

    def inlines(
        self,
        paragraph: Paragraph,
        inlines: Sequence[Inline],
        lang: Lang,
        style: str | None = None,
        into: BaseOxmlElement | None = None,
    ) -> None:
        for inline in inlines:
            match inline:
                case prose.Plain(text):
                    self.run(paragraph, text, lang, style, into)
                case prose.Code(text):
                    self.run(paragraph, text, lang, "Code", into)
                case prose.Break():
                    self.run(paragraph, "\n", lang, style, into)
                case prose.Marked(way, held):
                    self.inlines(paragraph, held, lang, _CHARACTER_STYLES[way], into)
                case prose.Link(to, held):
                    self.inlines(paragraph, held, lang, "Hyperlink", word.link_out(paragraph, to))

    def reach(self, paragraph: Paragraph, reach: str) -> None:
        if to := prose.address(reach):
            held = word.link_out(paragraph, to)
            self.run(paragraph, reach, self.lang, "Hyperlink", held)
        else:
            self.run(paragraph, reach, self.lang)

    def run(
        self,
        paragraph: Paragraph,
        text: str,
        lang: Lang,
        style: str | None = None,
        into: BaseOxmlElement | None = None,
    ) -> None:
        """Adds words; those in the other language are marked so for spelling and speech."""
        run = paragraph.add_run(text, style)
        if lang != self.lang:
            tag = f'<w:lang {nsdecls("w")} w:val="{word.LOCALES[lang]}"/>'
            word.xml_of(run).get_or_add_rPr().append(parse_xml(tag))
        if into is not None:
            into.append(word.xml_of(run))

    def table(self, heads: Sequence[str], rows: int) -> list[tuple[_Cell, ...]]:
        """A table with a head; the cells of its other rows, still empty."""
        table = self.document.add_table(rows=rows + 1, cols=len(heads), style=word.TABLE_STYLE)
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].style = self.document.styles["Table Head"]
            cell.paragraphs[0].add_run(head)
        for row in table.rows[1:]:
            for cell in row.cells:
                cell.paragraphs[0].style = self.document.styles["Table Text"]
        word.repeat_head(table.rows[0])
        return [row.cells for row in table.rows[1:]]
