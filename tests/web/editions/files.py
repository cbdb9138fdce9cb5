"""Protocol files to upload: three clauses of the bakery's, so that judging them is quick."""

import re

from web.conftest import PROTOCOL

KEPT = ("rights", "advertising", "incident")


def _small() -> bytes:
    head, rest = PROTOCOL.split(b"\nclauses:\n", 1)
    end = re.search(rb"^[a-z]", rest, re.MULTILINE)
    assert end
    clauses = re.split(rb"(?m)^(?=  - id: )", rest[: end.start()])
    kept = [each for each in clauses if each.split()[2:3] in [[name.encode()] for name in KEPT]]
    assert len(kept) == len(KEPT)
    return head + b"\nclauses:\n" + b"".join(kept) + rest[end.start() :]


def with_number(number: str, source: bytes) -> bytes:
    """The same text under another number."""
    return source.replace(b'"2026.2"', f'"{number}"'.encode(), 1)


SMALL = _small()
OTHER_TEXT = SMALL.replace(b"We laten zien hoe we het maken.", b"We laten zien wat we maken.", 1)
OTHER_PERSON = SMALL.replace(b"name: Sanne de Wit", b"name: Sanne de Boer", 1)
SAME_TEXT = with_number("2027.1", SMALL)
NEXT = with_number("2027.1", OTHER_TEXT)
FAR = NEXT.replace(b"in_force: 2026-11-02", b"in_force: 2100-01-04", 1).replace(
    b"review_by: 2027-11-01", b"review_by: 2101-01-01", 1
)
UNFAIR = SMALL.replace(
    b"We have no fines.", b"Whoever breaks this rule is dismissed immediately.", 1
)
_FINDS = b'finds: ["Bestel nu met mijn kortingscode!"'
assert _FINDS in SMALL
WRONG_EXAMPLE = SMALL.replace(_FINDS, b'finds: ["Vandaag is het mooi weer."', 1)
