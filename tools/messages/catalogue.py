"""Reading a catalogue (.po) and writing what gettext reads (.mo), the same bytes each time."""

import ast
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_BLANK = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")
_DATES = ('"POT-Creation-Date:', '"PO-Revision-Date:')


@dataclass(slots=True)
class Entry:
    """One text and its translation; several for a text that counts."""

    key: str = ""
    plural: str = ""
    context: str = ""
    said: dict[int, str] = field(default_factory=dict)
    is_fuzzy: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether a translation is missing. The header is the entry without a text."""
        return bool(self.key) and not (self.said and all(self.said.values()))


def entries(catalogue: str) -> list[Entry]:
    """Every entry of a catalogue that is in use."""
    return [_entry(block) for block in _blocks(catalogue)]


def compiled(catalogue: str) -> bytes:
    """The bytes of the .mo file. What is fuzzy or empty is left out, but never the header."""
    rows = sorted(
        (_key(entry).encode(), "\0".join(entry.said[at] for at in sorted(entry.said)).encode())
        for entry in entries(catalogue)
        # The head of a new catalogue is fuzzy, and says in what letters the rest is.
        if not ((entry.is_fuzzy and entry.key) or entry.is_empty)
    )
    return written(rows)


def written(rows: list[tuple[bytes, bytes]]) -> bytes:
    """The rows of a catalogue, sorted by their keys, as a .mo file."""
    table: list[int] = []
    strings = b""
    start = 28 + 16 * len(rows)
    for column in (0, 1):
        for row in rows:
            table += [len(row[column]), start + len(strings)]
            strings += row[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + struct.pack(f"<{len(table)}I", *table) + strings


def undated(catalogue: str) -> str:
    """The catalogue without the dates of its making: those change when nothing else does."""
    lines = catalogue.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_DATES))


def problems(catalogue: str) -> Mapping[str, str]:
    """What is wrong with a catalogue, by text: empty, fuzzy, or with a blank nobody fills in."""
    return {
        entry.key: problem
        for entry in entries(catalogue)
        if entry.key and (problem := _problem(entry))
    }


def _problem(entry: Entry) -> str:
    if entry.is_fuzzy:
        return "fuzzy"
    if entry.is_empty:
        return "empty"
    known = set(_BLANK.findall(entry.key + entry.plural))
    unknown = {blank for said in entry.said.values() for blank in _BLANK.findall(said)} - known
    return f"unknown {', '.join(sorted(unknown))}" if unknown else ""


def _key(entry: Entry) -> str:
    context = f"{entry.context}\x04" if entry.context else ""
    return context + (f"{entry.key}\0{entry.plural}" if entry.plural else entry.key)


def _blocks(catalogue: str) -> Iterator[list[str]]:
    for block in catalogue.split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip()]
        if any(line.startswith("msgid") for line in lines):
            yield lines


def _entry(lines: list[str]) -> Entry:
    entry = Entry()
    name, at = "", 0
    for line in lines:
        if line.startswith("#"):
            entry.is_fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        if not line.startswith('"'):
            name, _, line = line.partition(" ")  # noqa: PLW2901 - what is left of it
            at = int(name[7:-1]) if name.startswith("msgstr[") else 0
        _add(entry, name, at, ast.literal_eval(line))
    return entry


def _add(entry: Entry, name: str, at: int, text: str) -> None:
    if name == "msgctxt":
        entry.context += text
    elif name == "msgid":
        entry.key += text
    elif name == "msgid_plural":
        entry.plural += text
    else:
        entry.said[at] = entry.said.get(at, "") + text
