"""Word documents read as blocks: headings by their style, or by how they look."""

import re
from collections import Counter
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
        if each.text:
            kind = _kind(each, body, first=not found, by_style=by_style, headed=headed_rows)
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
    seen: Seen, body: int, *, first: bool, by_style: bool, headed: set[tuple[int, int]]
) -> BlockKind:
    looks, text, line = seen.looks, seen.text, seen.line
    if looks.is_title:
        return "title"
    if line.table is not None and line.row is not None and (line.table, line.row) in headed:
        return "heading" if line.cell == 0 else "text"
    if looks.level is not None:
        return "heading"
    if _is_item(seen):
        return "item"
    stands_out = looks.bold or looks.half_points > body or _is_capitals(text)
    if first and (stands_out or not by_style) and len(text) <= outline.MAX_HEADING_CHARS:
        return "title" if looks.half_points > body or looks.bold else "text"
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


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)


def _body_size(seen: list[Seen]) -> int:
    """The size that most letters have, in half points."""
    sizes: Counter[int] = Counter()
    for each in seen:
        sizes[each.looks.half_points] += len(each.text)
    return max(sizes, key=lambda size: sizes[size], default=0)


def _headed_rows(seen: list[Seen]) -> set[tuple[int, int]]:
    """The rows of tables whose first cell is a heading for the others."""
    cells: dict[tuple[int, int], dict[int, int]] = {}
    for each in seen:
        line = each.line
        if line.table is not None and line.row is not None and line.cell is not None:
            row = cells.setdefault((line.table, line.row), {})
            row[line.cell] = row.get(line.cell, 0) + len(each.text)
    return {
        place
        for place, row in cells.items()
        if 0 < row.get(0, 0) <= outline.MAX_HEADING_CHARS
        and sum(chars for cell, chars in row.items() if cell) > row[0]
    }


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
