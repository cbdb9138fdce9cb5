"""From the bytes of a file to a tree of values that know their place, or to what is wrong."""

import re

from ruamel.yaml.error import MarkedYAMLError

from afspraak.diagnostics import Diagnostic, Place, Text
from afspraak.diagnostics.lines import Lines
from afspraak.protocol import syntax
from afspraak.protocol.events import build_tree
from afspraak.protocol.problems import UnableToLoad, problem
from afspraak.protocol.tree import Node

MAX_BYTES = 2_000_000
MAX_WORD_CHARS = 10_000  # the scanner takes quadratic time over one endless word
MAX_REPAIRS = 20

_SIGNATURES: tuple[tuple[bytes, Text], ...] = (
    (b"%PDF-", {"nl": "een pdf", "en": "a PDF"}),
    (b"PK\x03\x04", {"nl": "een Word- of zipbestand", "en": "a Word or zip file"}),
    (b"\xd0\xcf\x11\xe0", {"nl": "een oud Word-bestand", "en": "an old Word file"}),
    (b"\x89PNG", {"nl": "een afbeelding", "en": "a picture"}),
    (b"\xff\xd8\xff", {"nl": "een afbeelding", "en": "a picture"}),
    (b"\x1f\x8b", {"nl": "een ingepakt bestand", "en": "a compressed file"}),
)
_BINARY: Text = {"nl": "een binair bestand", "en": "a binary file"}
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONG_WORD = re.compile(r"\S+")


def decode(data: bytes | str, *, file: str) -> str:
    """The text of the file, or `UnableToLoad` when it is too big or no text."""
    start = Place(file, 1, 1, 1, 1)
    if len(data) > MAX_BYTES:
        size, most = f"{len(data) / 1_000_000:.1f}", str(MAX_BYTES // 1_000_000)
        raise UnableToLoad([problem("P003", start, size=size, most=most)])
    text = _decode_bytes(data, start) if isinstance(data, bytes) else data
    text = text.removeprefix("\ufeff")
    strange = _NOT_TEXT.search(text)
    if strange:
        place = Lines.of(text, file=file).place(strange.start(), strange.end())
        raise UnableToLoad([problem("P008", place, character=f"U+{ord(strange.group()):04X}")])
    return text


def read_tree(text: str, *, file: str) -> tuple[Node, list[Diagnostic]]:
    """The tree of a protocol file's text with what is wrong in its YAML, or `UnableToLoad`.

    A parser stops at the first mistake. Where a single character is to blame it is replaced and
    the text is read again, so that the same slip in three places is told at once, and the rest of
    the file is judged as well.
    """
    lines = Lines.of(text, file=file)
    if not text.strip():
        raise UnableToLoad([problem("P006", lines.place(0, 0))])
    _refuse_endless_word(lines)
    found: list[Diagnostic] = []
    for _ in range(MAX_REPAIRS):
        try:
            root, refused = build_tree(text, lines)
        except MarkedYAMLError as error:
            found.append(syntax.explain(error, lines))
            repaired = syntax.repair(error, text)
            if repaired is None:
                break
            text = repaired
        else:
            if root is None:
                raise UnableToLoad([*found, *refused])
            return root, [*found, *refused]
    raise UnableToLoad(found)


def _decode_bytes(data: bytes, start: Place) -> str:
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise UnableToLoad([problem("P005", start, encoding=encoding)])
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnableToLoad([problem("P004", start, what=what)])
    if b"\x00" in data:
        raise UnableToLoad([problem("P004", start, what=_BINARY)])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        # The byte itself shows as one character in any editor.
        place = Lines.of(before + "?", file=start.file).place(len(before), len(before) + 1)
        raise UnableToLoad([problem("P005", place, encoding="Windows-1252")]) from None


def _refuse_endless_word(lines: Lines) -> None:
    for word in _LONG_WORD.finditer(lines.text):
        if word.end() - word.start() > MAX_WORD_CHARS:
            place = lines.place(word.start(), word.start() + 1)
            raise UnableToLoad([problem("P020", place, most=str(MAX_WORD_CHARS))])
