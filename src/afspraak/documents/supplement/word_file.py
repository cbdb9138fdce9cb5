"""A Word file as its parts and the tree of its text, for reading and for writing back."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from afspraak.documents.supplement import zipped
from afspraak.documents.supplement.unable import UnableToRead

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DOCUMENT = "word/document.xml"
# Text that is shown twice in the file for older programs, and text that a tracked change took out.
_LEFT_OUT = frozenset({"Fallback", "del", "moveFrom", "txbxContent"})


def w(name: str) -> str:
    """A name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the document, and the row of the table in which it stands, if it does."""

    element: etree._Element
    text: str
    table: int | None = None
    row: int | None = None
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class WordFile:
    """An opened file; `root` may be added to, all else stays as it was."""

    content: bytes
    parts: Mapping[str, bytes]
    root: etree._Element
    lines: tuple[Line, ...]
    tables: tuple[etree._Element, ...] = field(default=())

    @property
    def body(self) -> etree._Element:
        """What holds the paragraphs and tables."""
        body = self.root.find(w("body"))
        assert body is not None  # noqa: S101 - looked at by `word_file`
        return body

    def part(self, name: str) -> etree._Element | None:
        """Another part as a tree, or None when the file has none of that name."""
        return zipped.parsed(self.parts[name]) if name in self.parts else None

    def saved(self) -> bytes:
        """The file with its tree as it is now, and every other part byte for byte."""
        declared = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        target = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self.content)) as old,
            zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for entry in old.infolist():
                same = self.parts[entry.filename]
                kept = zipfile.ZipInfo(entry.filename, entry.date_time)
                kept.compress_type = zipfile.ZIP_DEFLATED
                kept.external_attr = entry.external_attr
                new.writestr(kept, declared if entry.filename == DOCUMENT else same)
        return target.getvalue()


def word_file(content: bytes) -> WordFile:
    """The file, opened with care. Raises `UnableToRead`."""
    parts = zipped.opened(content)
    root = zipped.parsed(parts[DOCUMENT])
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in part or b"<!ENTITY" in part):
            zipped.parsed(part)
    body = root.find(w("body"))
    if body is None:
        raise UnableToRead("corrupt")
    tables: list[etree._Element] = []
    lines = tuple(_lines(body, tables))
    return WordFile(content, parts, root, lines, tuple(tables))


def text_of(paragraph: etree._Element) -> str:
    """What a reader sees of a paragraph: inserted text counts, deleted text does not."""
    return "".join(_texts(paragraph))


def _texts(element: etree._Element) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name = etree.QName(child).localname
        if name in _LEFT_OUT:
            continue
        if name == "t":
            yield child.text or ""
        elif name == "tab":
            yield "\t" if etree.QName(element).localname == "r" else ""
        elif name in {"br", "cr"}:
            yield "\n"
        elif name in {"noBreakHyphen", "softHyphen"}:
            yield "-" if name == "noBreakHyphen" else ""
        else:
            yield from _texts(child)


def _lines(
    holder: etree._Element,
    tables: list[etree._Element],
    table: int | None = None,
    row: int | None = None,
    cell: int | None = None,
) -> Iterator[Line]:
    for child in holder:
        if not isinstance(child.tag, str):
            continue
        if child.tag == w("p"):
            yield Line(child, text_of(child), table, row, cell)
        elif child.tag == w("tbl"):
            if table is None:
                tables.append(child)
            yield from _of_table(child, tables, table, row, cell)
        elif child.tag in {w("sdt"), w("sdtContent"), w("ins"), w("customXml"), w("smartTag")}:
            yield from _lines(child, tables, table, row, cell)


def _of_table(
    element: etree._Element,
    tables: list[etree._Element],
    table: int | None,
    row: int | None,
    cell: int | None,
) -> Iterator[Line]:
    number = len(tables) - 1 if table is None else table
    for r, tr in enumerate(element.findall(w("tr"))):
        for c, tc in enumerate(tr.findall(w("tc"))):
            yield from _lines(
                tc, tables, number, r if row is None else row, c if cell is None else cell
            )
