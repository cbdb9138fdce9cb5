"""A Word file opened with care: what it claims, what it holds, nothing that runs or reaches out."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from afspraak.documents.supplement.unable import UnableToRead

MAX_FILE_BYTES = 20_000_000
MAX_ENTRIES = 3_000
MAX_UNPACKED_BYTES = 120_000_000
MAX_XML_BYTES = 30_000_000
MAX_RATIO = 400
"""How many times a part may grow; text of Word grows about 10 times, 30 at most."""

SMALL_BYTES = 2_000_000
"""Parts this small may grow as they like."""

OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK_BYTES = 65_536
_MACROS = ("vbaproject.bin", "vbadata.xml")


def opened(content: bytes) -> Mapping[str, bytes]:
    """Every part of the file by name, unpacked within limits.

    Raises `UnableToRead` for what is encrypted, too large, damaged, has macros, or is no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _look_at(entries)
            return _unpacked(archive, entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise UnableToRead("corrupt") from error
    except (RuntimeError, NotImplementedError) as error:
        # zipfile's own way to say that a part wants a password, or an odd way of packing
        raise UnableToRead("encrypted") from error


def parsed(xml: bytes) -> etree._Element:
    """A part as a tree; entities, and anything outside the file, are refused, not followed."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or _is_utf16_with_doctype(xml):
        raise UnableToRead("unsafe")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False
    )
    try:
        root: etree._Element = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise UnableToRead("corrupt") from error
    return root


def _look_at(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnableToRead("encrypted")
    if len(entries) > MAX_ENTRIES or sum(each.file_size for each in entries) > MAX_UNPACKED_BYTES:
        raise UnableToRead("bomb")
    if len(names) != len(set(names)):
        # two parts of one name: what is checked need not be what Word opens
        raise UnableToRead("corrupt")
    if any(name.lower().rsplit("/", 1)[-1] in _MACROS for name in names):
        raise UnableToRead("macros")
    if "mimetype" in names and "content.xml" in names:
        raise UnableToRead("open-document")
    if "[Content_Types].xml" not in names or "word/document.xml" not in names:
        raise UnableToRead("wrong-type")


def _unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Mapping[str, bytes]:
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED_BYTES
    for entry in entries:
        most = MAX_XML_BYTES if entry.filename.endswith((".xml", ".rels")) else left
        allowed = min(left, most, max(SMALL_BYTES, MAX_RATIO * max(entry.compress_size, 1)))
        parts[entry.filename] = _read(archive, entry, allowed)
        left -= len(parts[entry.filename])
    if b"macroEnabled" in parts["[Content_Types].xml"]:
        raise UnableToRead("macros")
    return parts


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowed: int) -> bytes:
    """One part, stopped as soon as it is larger than it may be, whatever it claims to be."""
    read = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            read += chunk
            if len(read) > allowed:
                raise UnableToRead("bomb")
    return bytes(read)


def _is_utf16_with_doctype(xml: bytes) -> bool:
    return xml[:2] in (b"\xff\xfe", b"\xfe\xff") and "<!" in xml.decode("utf-16", "replace")
