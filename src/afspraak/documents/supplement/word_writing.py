"""The same Word document with clauses added in its own style; nothing that was there is touched."""

import copy
from collections.abc import Sequence

from lxml import etree

from afspraak.documents.supplement.additions import Addition
from afspraak.documents.supplement.clause_text import Paragraph, Stretch
from afspraak.documents.supplement.word_file import XML_SPACE, text_of, w, word_file
from afspraak.documents.supplement.word_reading import ONLY_NUMBER
from afspraak.documents.supplement.word_template import Shape, Template, template

# In the order of the schema, what may stand before the mark of colour in the properties of a run.
_BEFORE_HIGHLIGHT = frozenset({
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs",
})  # fmt: skip
_HIGHLIGHT = "yellow"
_INDENT = "357"


def supplemented(content: bytes, additions: Sequence[Addition]) -> bytes:
    """The file with the additions as articles of its own. Raises `UnableToRead`.

    Only `word/document.xml` differs, and only by what was added; every new heading ends with a
    highlighted mark, which is the one sign that shows on paper and in every word processor.
    """
    file = word_file(content)
    if not additions:
        return content
    made = template(file)
    for count, addition in enumerate(additions):
        for element in _article(made, addition, made.number + count):
            if made.before is None:
                made.holder.append(element)
            else:
                made.before.addprevious(element)
    return file.saved()


def _article(made: Template, addition: Addition, number: int) -> list[etree._Element]:
    heading = _heading(made, addition, number)
    body = _body(made, addition.paragraphs, number)
    if made.row is not None:
        return [_table_row(made.row, heading, body, number)]
    blank = [] if made.blank is None else [_paragraph(Shape.of(made.blank), [])]
    return [heading, *body, *blank] if made.is_after_blank else [*blank, heading, *body]


def _heading(made: Template, addition: Addition, number: int) -> etree._Element:
    title = addition.title.upper() if made.capitals else addition.title
    if made.typed:
        before, after = made.typed
        title = f"{before}{number}{after}{title}"
    shape = made.heading or made.body
    element = _paragraph(shape, [Stretch(title, bold=made.bold_heading)])
    if made.heading is None:
        _properties(element, "keepNext")
    element.append(_run(shape, Stretch(" ")))
    element.append(_run(shape, Stretch(f"[{addition.tag}]"), marked=True))
    return element


def _body(made: Template, paragraphs: Sequence[Paragraph], number: int) -> list[etree._Element]:
    found: list[etree._Element] = []
    count = 0
    for each in paragraphs:
        if each.kind == "item":
            found.append(_item(made, each))
            continue
        count += 1
        first = [Stretch(f"{number}.{count}{made.part}")] if made.part else []
        found.append(_paragraph(made.body, [*first, *each.stretches]))
    return found


def _item(made: Template, item: Paragraph) -> etree._Element:
    if made.bullet is not None and not item.number and made.row is None:
        return _paragraph(made.bullet, item.stretches)
    mark = f"{item.number}." if item.number else "–"
    element = _paragraph(made.body, [Stretch(f"{mark}\t"), *item.stretches])
    properties = element.find(w("pPr"))
    assert properties is not None  # noqa: S101 - `_paragraph` makes it
    held = properties.find(w("ind"))
    left = int(held.get(w("left"), held.get(w("start"), "0"))) if held is not None else 0
    for old in properties.findall(w("ind")):
        properties.remove(old)
    indent = etree.Element(w("ind"))
    indent.set(w("left"), str(left + int(_INDENT)))
    indent.set(w("hanging"), _INDENT)
    _insert(properties, indent, _BEFORE_INDENT)
    return element


# In the order of the schema, what may stand before the indent of a paragraph.
_BEFORE_INDENT = frozenset({
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing",
})  # fmt: skip


def _paragraph(shape: Shape, stretches: Sequence[Stretch]) -> etree._Element:
    element = etree.Element(w("p"))
    properties = (
        etree.Element(w("pPr")) if shape.paragraph is None else copy.deepcopy(shape.paragraph)
    )
    element.append(properties)
    for stretch in stretches:
        element.append(_run(shape, stretch))
    return element


def _run(shape: Shape, stretch: Stretch, *, marked: bool = False) -> etree._Element:
    element = etree.Element(w("r"))
    properties = etree.Element(w("rPr")) if shape.run is None else copy.deepcopy(shape.run)
    if stretch.bold and properties.find(w("b")) is None:
        _insert(properties, etree.Element(w("b")), frozenset({"rStyle", "rFonts"}))
    if marked:
        highlight = etree.Element(w("highlight"))
        highlight.set(w("val"), _HIGHLIGHT)
        _insert(properties, highlight, _BEFORE_HIGHLIGHT)
    if len(properties):
        element.append(properties)
    for at, part in enumerate(stretch.text.split("\t")):
        if at:
            etree.SubElement(element, w("tab"))
        if part:
            text = etree.SubElement(element, w("t"))
            text.set(XML_SPACE, "preserve")
            text.text = part
    return element


def _insert(properties: etree._Element, child: etree._Element, before: frozenset[str]) -> None:
    """Puts a property where the schema wants it, after those that come before it."""
    at = sum(etree.QName(each).localname in before for each in properties)
    properties.insert(at, child)


def _properties(element: etree._Element, name: str) -> None:
    properties = element.find(w("pPr"))
    assert properties is not None  # noqa: S101 - `_paragraph` makes it
    if properties.find(w(name)) is None:
        _insert(properties, etree.Element(w(name)), frozenset({"pStyle"}))


def _table_row(
    like: etree._Element, heading: etree._Element, body: Sequence[etree._Element], number: int
) -> etree._Element:
    """A row as the others: a number when those have one, the heading, and the text beside it."""
    row = etree.Element(w("tr"))
    for child in like:
        if child.tag in {w("trPr"), w("tblPrEx")}:
            row.append(copy.deepcopy(child))
    cells = like.findall(w("tc"))
    numbered = _number_cell(cells, number) if len(cells) > 2 else None
    contents = [*([] if numbered is None else [[numbered]]), [heading], list(body)]
    for at, cell in enumerate(cells):
        made = etree.SubElement(row, w("tc"))
        properties = cell.find(w("tcPr"))
        if properties is not None:
            made.append(copy.deepcopy(properties))
        held = contents[at] if at < len(contents) else []
        made.extend(held or [etree.Element(w("p"))])
    return row


def _number_cell(cells: Sequence[etree._Element], number: int) -> etree._Element | None:
    """The number of a row as the others write it, when their first cell holds only that."""
    paragraph = cells[0].find(w("p"))
    written = "" if paragraph is None else text_of(paragraph).strip()
    match = ONLY_NUMBER.match(written)
    if paragraph is None or match is None:
        return None
    said = f"{written[: match.start(1)]}{number}{written[match.end(1) :]}"
    return _paragraph(Shape.of(paragraph), [Stretch(said)])
