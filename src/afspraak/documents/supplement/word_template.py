"""How a Word document writes its articles: what to copy so that an added one looks the same."""

import copy
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from afspraak.documents.supplement import word_reading
from afspraak.documents.supplement.source import Block
from afspraak.documents.supplement.word_file import WordFile, text_of, w
from afspraak.documents.supplement.word_numbering import numbering
from afspraak.documents.supplement.word_reading import Seen

_TYPED = re.compile(
    r"^((?:artikel|art\.|article|section|hoofdstuk|chapter|§)?\s*)(\d{1,3})([.):]?\s*[–—:-]?\s+|\.|\t)",
    re.IGNORECASE,
)
_TYPED_PART = re.compile(r"^\d{1,3}\.\d{1,2}([.)]?[\s\t]+)")
_CLOSING = re.compile(
    r"\b(?:slot|slotbepaling\w*|inwerkingtreding|vaststelling|wijziging\w*|over dit document"
    r"|ondertekening|commencement|final provisions?|miscellaneous|effective date|signature"
    r"|entry into force)\b",
    re.IGNORECASE,
)
_CLOSING_LINE = re.compile(
    r"geld(?:t|en) (?:vanaf|met ingang|per|sinds)|treedt in werking|heb je (?:nog )?vragen"
    r"|met vragen|vragen\?|effective from|takes effect|questions\?|any questions"
    r"|met (?:vriendelijke|hartelijke) groet",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph to copy: its properties and those of its first words."""

    paragraph: etree._Element | None
    run: etree._Element | None

    @classmethod
    def of(cls, element: etree._Element) -> "Shape":
        """The shape of a paragraph of the document, without what belongs to that one only."""
        properties = copy.deepcopy(element.find(w("pPr")))
        if properties is not None:
            for name in ("sectPr", "rPr", "pPrChange", "framePr"):
                for child in properties.findall(w(name)):
                    properties.remove(child)
        run = next(
            (
                each.find(w("rPr"))
                for each in element.iter(w("r"))
                if any((t.text or "").strip() for t in each.findall(w("t")))
            ),
            None,
        )
        held = copy.deepcopy(run)
        if held is not None:
            for name in ("rPrChange", "highlight", "ins", "del", "rStyle"):
                for child in held.findall(w(name)):
                    held.remove(child)
        return cls(properties, held)


@dataclass(frozen=True, slots=True)
class Template:
    """All that is needed to write an article as this document does.

    `typed` is what stands before and after a number typed by hand, `number` the next one. With
    `part` paragraphs are numbered as 7.1. `row` is the row of a table to copy. New articles come
    before `before`, a child of `holder`; at the end when that is None.
    """

    heading: Shape | None
    body: Shape
    bullet: Shape | None
    bold_heading: bool
    capitals: bool
    typed: tuple[str, str] | None
    number: int
    part: str | None
    blank: etree._Element | None
    is_after_blank: bool
    row: etree._Element | None
    holder: etree._Element
    before: etree._Element | None


def template(file: WordFile) -> Template:
    """How this document writes its articles, and where new ones go."""
    seen = word_reading.look(file)
    blocks = word_reading.blocks(file)
    headings = _articles(blocks)
    elements = [each.line.element for each in seen]
    last = headings[-1] if headings else None
    raw = text_of(elements[last.at]).strip() if last and last.at is not None else ""
    typed = _TYPED.match(raw)
    texts = [each for each in blocks if each.kind == "text" and _is_body(each, headings)]
    bodies = [elements[each.at] for each in texts if each.at is not None]
    parts = [match for each in bodies if (match := _TYPED_PART.match(text_of(each).strip()))]
    row = _row(file, last)
    holder, before = _place(file, seen, blocks, headings, manual=bool(typed), row=row)
    heading = _most_common(
        [elements[h.at] for h in headings if h.at is not None and (h.row is None) == (row is None)]
    )
    return Template(
        heading=Shape.of(heading) if heading is not None else None,
        body=Shape.of(_most_common(bodies) if bodies else elements[-1]),
        bullet=_bullet(file, seen, blocks),
        bold_heading=heading is None,
        capitals=bool(headings) and all(h.text.isupper() for h in headings),
        typed=(typed[1], typed[3]) if typed else None,
        number=_next_row(row) or _next(headings),
        part=parts[0][1] if len(parts) * 2 > len(bodies) else None,
        blank=_blank(elements, headings) if row is None else None,
        is_after_blank=_is_blank(before.getprevious() if before is not None else None),
        row=row,
        holder=holder,
        before=before,
    )


def closes(heading: str) -> bool:
    """Whether a heading is that of the closing article, before which new ones go."""
    return bool(_CLOSING.search(heading))


def _articles(blocks: Sequence[Block]) -> list[Block]:
    """The headings of articles: those of the level that most headings have."""
    headings = [each for each in blocks if each.kind == "heading" and each.at is not None]
    if not headings:
        return []
    levels = Counter(each.level for each in headings)
    level = min(each for each in levels if levels[each] * 3 >= max(levels.values()))
    numbered = [each for each in headings if each.number and "." not in each.number]
    of_level = [each for each in headings if each.level == level]
    return [each for each in of_level if each in numbered] or of_level


def _is_body(block: Block, headings: Sequence[Block]) -> bool:
    first = headings[0].at if headings else None
    return first is None or (block.at is not None and block.at > first)


def _most_common(elements: Sequence[etree._Element]) -> etree._Element | None:
    """The last of those that look as most do."""
    if not elements:
        return None

    def signature(element: etree._Element) -> bytes:
        properties = element.find(w("pPr"))
        return b"" if properties is None else etree.tostring(properties)

    counts = Counter(signature(each) for each in elements)
    most = max(counts.values())
    return [each for each in elements if counts[signature(each)] == most][-1]


def _next(headings: Sequence[Block]) -> int:
    numbers = [int(each.number) for each in headings if each.number.isdigit()]
    return max(numbers, default=len(headings)) + 1


def _next_row(row: etree._Element | None) -> int:
    """The number after that of a row, when its first cell only numbers it; else 0."""
    paragraph = None if row is None else row.find(f"{w('tc')}/{w('p')}")
    match = (
        None if paragraph is None else word_reading.ONLY_NUMBER.match(text_of(paragraph).strip())
    )
    return int(match[1]) + 1 if match else 0


def _bullet(file: WordFile, seen: Sequence[Seen], blocks: Sequence[Block]) -> Shape | None:
    """A list item with a mark that Word puts there; a typed mark is typed again."""
    numbers = numbering(file)
    for block in blocks:
        each = seen[block.at] if block.at is not None else None
        if block.kind == "item" and each is not None and each.looks.number:
            level = numbers.level(*each.looks.number)
            if level is not None and level.is_bullet:
                return Shape.of(each.line.element)
    return None


def _blank(elements: Sequence[etree._Element], headings: Sequence[Block]) -> etree._Element | None:
    """The empty paragraph that this document puts before its headings, if it does."""
    before = [elements[h.at - 1] for h in headings if h.at]
    empty = [each for each in before if not text_of(each).strip() and not len(each.findall(w("r")))]
    return empty[-1] if empty and len(empty) * 2 >= len(before) else None


def _is_blank(element: etree._Element | None) -> bool:
    return element is not None and element.tag == w("p") and not text_of(element).strip()


def _row(file: WordFile, last: Block | None) -> etree._Element | None:
    if last is None or last.row is None:
        return None
    table, row = last.row
    rows: list[etree._Element] = file.tables[table].findall(w("tr"))
    return rows[row]


def _place(  # noqa: PLR0913 - where it goes depends on all of them
    file: WordFile,
    seen: Sequence[Seen],
    blocks: Sequence[Block],
    headings: Sequence[Block],
    *,
    manual: bool,
    row: etree._Element | None,
) -> tuple[etree._Element, etree._Element | None]:
    """Where new articles go: before the closing one, or after the last and before who signs.

    A number that was typed is not changed, so articles numbered by hand always go after the last.
    """
    last = headings[-1] if headings else None
    is_closed = last is not None and closes(last.text) and not manual
    if row is not None:
        table = row.getparent()
        assert table is not None  # noqa: S101 - a row stands in a table
        return table, row if is_closed else row.getnext()
    body = file.body
    if is_closed and last is not None and last.at is not None:
        return body, _child(body, seen[last.at].line.element)
    after = last.at if last is not None and last.at is not None else -1
    signed = next(
        (s for s in seen[after + 1 :] if word_reading.is_signature(s.text)),
        None,
    )
    if signed is not None:
        return body, _child(body, signed.line.element)
    if not headings:
        closing = _closing_lines(blocks)
        if closing is not None:
            return body, _child(body, seen[closing].line.element)
    return body, body.find(w("sectPr"))


def _closing_lines(blocks: Sequence[Block]) -> int | None:
    """The first of the last lines, in a document without headings, that only close it."""
    first = None
    for block in reversed(blocks):
        if not _CLOSING_LINE.search(block.text):
            break
        first = block.at
    return first


def _child(body: etree._Element, element: etree._Element) -> etree._Element:
    """The child of the body in which an element stands."""
    held = element
    while (parent := held.getparent()) is not None and parent is not body:
        held = parent
    return held
