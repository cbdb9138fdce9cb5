"""Word documents read as blocks: headings by their style, or by how they look."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from afspraak.documents.supplement import outline
from afspraak.documents.supplement.source import Block, BlockKind, Existing
from afspraak.documents.supplement.word_file import Line, WordFile, word_file
from afspraak.documents.supplement.word_looks import Looks, Styles
from afspraak.documents.supplement.word_numbering import Numbering, numbering

_SIGNED = re.compile(
    r"^(?:aldus (?:opgemaakt|vastgesteld|overeengekomen)|voor (?:akkoord|gezien|ontvangst)"
    r"|handtekening|signature|signed|agreed and signed|datum\s*:|plaats\s*:|date\s*:)",
    re.IGNORECASE,
)
ONLY_NUMBER = re.compile(r"^(?:art(?:ikel)?\.?\s*)?(\d{1,3})[.)]?$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:artikel|article|section)\s", re.IGNORECASE)
_SHOWN = re.compile(r"\d+(?:\.\d+)*|\b[a-z]\b|\b[ivxlc]+\b")
_MARK = re.compile(r"^[-•·–*◦o]\s+")


@dataclass(frozen=True, slots=True)
class Seen:
    """A paragraph with how it looks and the number Word shows before it."""

    line: Line
    looks: Looks
    shown: str

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(self.line.text.split())


def read(content: bytes) -> Existing:
    """The document of a .docx. Raises `UnableToRead`."""
    return outline.existing("docx", blocks(word_file(content)))


def blocks(file: WordFile) -> list[Block]:
    """Every paragraph that says something, as heading, text or list item."""
    seen = look(file)
    body = _body_size(seen)
    headed_rows = _headed_rows(seen)
    by_style = sum(each.looks.level is not None for each in seen) > 1
    found: list[Block] = []
    for at, each in enumerate(seen):
        if each.text and not each.looks.is_contents and not _is_only_number(each, headed_rows):
            is_first = not found and not _is_one_of_many(each, seen)
            kind = _kind(each, body, first=is_first, by_style=by_style, headed=headed_rows)
            found.append(_block(kind, each, at))
    return found


def look(file: WordFile) -> list[Seen]:
    """Every paragraph of the file in order, also the empty ones, with how it looks."""
    styles, numbers = Styles(file), numbering(file)
    return [_seen(line, styles, numbers) for line in file.lines]


def is_signature(text: str) -> bool:
    """Whether a line opens the place where people sign."""
    return bool(_SIGNED.match(text.strip()))


def _seen(line: Line, styles: Styles, numbers: Numbering) -> Seen:
    looks = styles.looks(line)
    shown = numbers.advance(*looks.number) if looks.number and line.text.strip() else ""
    return Seen(line, looks, shown)


def _kind(
    seen: Seen, body: int, *, first: bool, by_style: bool, headed: Mapping[tuple[int, int], int]
) -> BlockKind:
    looks, text, line = seen.looks, seen.text, seen.line
    if looks.is_title:
        return "title"
    if line.table is not None and line.row is not None and (line.table, line.row) in headed:
        return "heading" if line.cell == headed[line.table, line.row] else "text"
    if looks.level is not None:
        return "heading"
    if _is_item(seen):
        return "item"
    stands_out = looks.bold or looks.half_points > body or _is_capitals(text) or _is_article(text)
    if first and stands_out and len(text) <= outline.MAX_HEADING_CHARS:
        return "title"
    if by_style or not _is_short(text) or is_signature(text):
        return "text"
    return "heading" if stands_out else "text"


def _is_item(seen: Seen) -> bool:
    if _MARK.match(seen.text):
        return True
    if seen.looks.number is None:
        return False
    # a bold line that Word numbers at the first level is an article, not an item of a list
    return not (seen.looks.bold and seen.looks.number[1] == 0 and _is_short(seen.text))


def _is_short(text: str) -> bool:
    return len(text) <= outline.MAX_HEADING_CHARS and not text.endswith((".", ";", ","))


def _is_article(text: str) -> bool:
    rest, number = outline.numbered(text)
    return bool(number and rest and _ARTICLE.match(text))


def _is_one_of_many(first: Seen, seen: list[Seen]) -> bool:
    """Whether the first line looks as headings further on do, and so is one of them."""
    alike = [each for each in seen if _looks_alike(each, first) and _is_short(each.text)]
    return len(alike) > 1 and not _looks_alike(_next_said(first, seen), first)


def _looks_alike(one: Seen, other: Seen) -> bool:
    def looks(seen: Seen) -> tuple[bool, int, bool, bool]:
        return (
            seen.looks.bold,
            seen.looks.half_points,
            _is_capitals(seen.text),
            _is_article(seen.text),
        )

    return bool(one.text) and looks(one) == looks(other)


def _next_said(first: Seen, seen: list[Seen]) -> Seen:
    return next((each for each in seen[seen.index(first) + 1 :] if each.text), first)


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)


def _body_size(seen: list[Seen]) -> int:
    """The size that most letters have, in half points."""
    sizes: Counter[int] = Counter()
    for each in seen:
        sizes[each.looks.half_points] += len(each.text)
    return max(sizes, key=lambda size: sizes[size], default=0)


def _is_only_number(seen: Seen, headed: Mapping[tuple[int, int], int]) -> bool:
    """Whether it is the number in the cell before the heading of a row."""
    line = seen.line
    return (
        line.table is not None
        and line.row is not None
        and line.cell is not None
        and line.cell < headed.get((line.table, line.row), 0)
    )


def _headed_rows(seen: list[Seen]) -> Mapping[tuple[int, int], int]:
    """The rows of tables with a heading for what stands right of it, and the cell it is in.

    That is the first cell, or the second when the first only numbers the row.
    """
    cells: dict[tuple[int, int], dict[int, int]] = {}
    numbers: set[tuple[int, int]] = set()
    for each in seen:
        line = each.line
        if line.table is not None and line.row is not None and line.cell is not None:
            row = cells.setdefault((line.table, line.row), {})
            row[line.cell] = row.get(line.cell, 0) + len(each.text)
            if line.cell == 0 and ONLY_NUMBER.match(each.text):
                numbers.add((line.table, line.row))
    found: dict[tuple[int, int], int] = {}
    for place, row in cells.items():
        at = 1 if place in numbers and len(row) > 2 else 0
        said = sum(chars for cell, chars in row.items() if cell > at)
        if 0 < row.get(at, 0) <= outline.MAX_HEADING_CHARS and said > row[at]:
            found[place] = at
    return found


def _block(kind: BlockKind, seen: Seen, at: int) -> Block:
    text, shown = seen.text, _SHOWN.findall(seen.shown.lower())
    number = shown[-1] if shown else ""
    if kind == "item":
        text = _MARK.sub("", text)
    if not number:
        text, number = outline.numbered(text)
    line = seen.line
    row = None if line.table is None or line.row is None else (line.table, line.row)
    return Block(
        kind, text, number if kind != "title" else "", at=at, row=row, level=seen.looks.level or 1
    )
