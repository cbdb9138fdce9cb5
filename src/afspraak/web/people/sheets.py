"""Reading a table from a file that somebody sends: CSV of any sort, or Excel.

Nothing in a file is ever evaluated: a formula is its own text.
"""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 150 * 1024 * 1024
MAX_ROWS = 100_000
MAX_COLUMNS = 60
MAX_CELL_CHARS = 500
_MAX_EMPTY_ROWS = 1_000  # a sheet may claim a million rows after the last one that says anything

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class UnableToRead(Exception):
    """The file is no table we can read; `args[0]` is a reason code.

    `too-big`, `empty`, `locked` (encrypted, or Excel of before 2007), `broken`, `not-a-table`,
    `too-many-rows` or `too-many-columns`.
    """


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its headings, and rows that are as long as these."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read(content: bytes) -> Sheet:
    """The first table in a file. Raises `UnableToRead`."""
    if len(content) > MAX_BYTES:
        raise UnableToRead("too-big")
    if not content.strip():
        raise UnableToRead("empty")
    if content.startswith(_OLE):
        raise UnableToRead("locked")
    return _sheet(_excel(content) if content.startswith(_ZIP) else _csv(content))


def _sheet(rows: Iterable[list[str]]) -> Sheet:
    said = (row for row in rows if any(row))
    headings = next(said, None)
    if headings is None:
        raise UnableToRead("empty")
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MAX_COLUMNS:
        raise UnableToRead("too-many-columns")
    width = len(headings)
    table: list[tuple[str, ...]] = []
    for row in said:
        if len(table) == MAX_ROWS:
            raise UnableToRead("too-many-rows")
        table.append(tuple((row + [""] * width)[:width]))
    if not table:
        raise UnableToRead("empty")
    return Sheet(tuple(headings), tuple(table))


def _csv(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for row in reader:
            yield [_cell(value) for value in row]
    except csv.Error as error:
        raise UnableToRead("broken") from error


def _decoded(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnableToRead("broken") from error
    if b"\0" in content or content.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8")):
        raise UnableToRead("not-a-table")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # What Excel on Windows calls CSV. Its five unused bytes become a mark.
        return content.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The sign that most often stands in the first line, outside quotes."""
    first = text.lstrip().split("\n", 1)[0]
    outside = "".join(first.split('"')[::2])
    return max(";,\t|", key=outside.count)


def _excel(content: bytes) -> Iterator[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED_BYTES:
                raise UnableToRead("too-big")
            if any(part.flag_bits & 1 for part in packed.infolist()):
                raise UnableToRead("locked")
            if "xl/workbook.xml" not in packed.namelist():
                raise UnableToRead("not-a-table")
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        try:
            yield from _excel_rows(book.worksheets[0] if book.worksheets else None)
        finally:
            book.close()
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        NotImplementedError,
        EOFError,
        OSError,
    ) as error:
        # openpyxl lets through whatever a broken file trips it up with.
        raise UnableToRead("broken") from error


def _excel_rows(sheet: object) -> Iterator[list[str]]:
    if sheet is None or not hasattr(sheet, "iter_rows"):
        raise UnableToRead("not-a-table")
    empty = 0
    for row in sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1):
        cells = [_cell(value) for value in row]
        empty = 0 if any(cells) else empty + 1
        if empty > _MAX_EMPTY_ROWS:
            return
        yield cells


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())[:MAX_CELL_CHARS]
