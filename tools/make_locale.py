"""Writes the Dutch of click's own words in the form that gettext reads (.mo)."""

import struct
import tomllib
from pathlib import Path

LOCALE = Path(__file__).parents[1] / "src/afspraak/cli/locale"
PLURALS = {
    "Did you mean {possibility}?": "(Did you mean one of: {possibilities}?)",
    "{value!r} is not {choice}.": "{value!r} is not one of {choices}.",
    "Got unexpected extra argument ({args})": "Got unexpected extra arguments ({args})",
}
HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def compiled(texts: dict[str, str]) -> bytes:
    """The bytes of the .mo file: sorted keys, then their translations."""
    entries = {"": HEADER}
    for english, dutch in texts.items():
        if english in PLURALS:
            plural = PLURALS[english]
            entries[f"{english}\0{plural}"] = f"{dutch}\0{texts[plural]}"
        elif english not in PLURALS.values():
            entries[english] = dutch
    rows = sorted((key.encode(), value.encode()) for key, value in entries.items())
    table, strings = [], b""
    start = 28 + 16 * len(rows)
    for column in (0, 1):
        for row in rows:
            table += [len(row[column]), start + len(strings)]
            strings += row[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + struct.pack(f"<{len(table)}I", *table) + strings


if __name__ == "__main__":
    given = tomllib.loads((LOCALE / "nl.toml").read_text("utf-8"))
    (LOCALE / "nl/LC_MESSAGES/afspraak.mo").write_bytes(compiled(given))
