"""What a reader sees as one character: extended grapheme clusters (UAX #29), and which are emoji.

The table `graphemes.txt` is frozen (Unicode 17), so an old Python counts as a new one does. A
network may still know fewer emoji than this table; it then counts one more for such a sequence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# importlib.resources would cost every check a tenth of its start
_FILE = Path(__file__).with_name("graphemes.txt")

_EMOJI_STYLE = "\ufe0f"
_KEYCAP = "\u20e3"
# Latin letters, typographic quotes and dashes, the euro: each is a grapheme by itself.
_SIMPLE = re.compile("[^\r\u0300-\u200f\u2028-\u202f\u205f-\u20ab\u20ad-\U0010ffff]*")
_BREAKING = frozenset({"cr", "lf", "control"})
_EXTENDING = frozenset({"extend", "bare-extend", "linker", "zwj", "spacing"})
_PICTURES = frozenset({"emoji", "pictograph"})
_AFTER_HANGUL = {
    "l": frozenset({"l", "v", "lv", "lvt"}),
    "lv": frozenset({"v", "t"}),
    "v": frozenset({"v", "t"}),
    "lvt": frozenset({"t"}),
    "t": frozenset({"t"}),
}


def ends(text: str) -> Iterator[int]:
    """Where each grapheme of `text` ends, in code points."""
    if not text:
        return
    if _SIMPLE.fullmatch(text):
        yield from range(1, len(text) + 1)
        return
    state = _State(class_of(text[0]))
    for position in range(1, len(text)):
        if state.breaks_before(class_of(text[position])):
            yield position
    yield len(text)


def split(text: str) -> list[str]:
    """The graphemes of `text`."""
    start = 0
    parts = []
    for end in ends(text):
        parts.append(text[start:end])
        start = end
    return parts


def count(text: str) -> int:
    """How many graphemes `text` has."""
    return sum(1 for _ in ends(text))


def is_emoji(grapheme: str) -> bool:
    """Whether a grapheme is drawn as an emoji: a picture, a flag or a keycap."""
    if grapheme[0].isascii():
        return grapheme.endswith(_KEYCAP)
    first = class_of(grapheme[0])
    return (
        first == "emoji"
        or (first == "pictograph" and _EMOJI_STYLE in grapheme)
        or (first == "regional" and len(grapheme) > 1)
    )


def class_of(character: str) -> str:
    """The class of a code point in the table; `other` when it has none."""
    point = ord(character)
    if 0xAC00 <= point <= 0xD7A3:
        return "lvt" if (point - 0xAC00) % 28 else "lv"
    starts, lasts, classes = _table()
    index = bisect_right(starts, point) - 1
    return classes[index] if index >= 0 and point <= lasts[index] else "other"


class _State:
    """What the rules of UAX #29 must know of the text so far."""

    def __init__(self, first: str) -> None:
        self._last = ""
        self._picture = self._joined = False  # GB11: a picture, extenders, and a joiner
        self._consonant = self._linked = False  # GB9c: a consonant, and a linker after it
        self._flags = 0  # GB12, GB13: how many regional indicators in a row
        self._take(first)

    def breaks_before(self, new: str) -> bool:
        """Whether a grapheme ends before a code point of class `new`, which is then taken in."""
        result = self._breaks(new)
        self._take(new)
        return result

    def _breaks(self, new: str) -> bool:
        last = self._last
        if last in _BREAKING or new in _BREAKING:
            return (last, new) != ("cr", "lf")  # GB3-GB5
        joined = (
            new in _AFTER_HANGUL.get(last, ())  # GB6-GB8
            or new in _EXTENDING  # GB9, GB9a
            or last == "prepend"  # GB9b
            or (new == "consonant" and self._consonant and self._linked)  # GB9c
            or (new in _PICTURES and self._joined)  # GB11
            or (new == last == "regional" and self._flags % 2 == 1)  # GB12, GB13
        )
        return not joined

    def _take(self, new: str) -> None:
        self._joined = self._picture and new == "zwj"
        self._picture = new in _PICTURES or (
            self._picture and new in ("extend", "bare-extend", "linker")
        )
        self._linked = self._consonant and (
            new == "linker" or (self._linked and new in ("extend", "zwj"))
        )
        self._consonant = new == "consonant" or (
            self._consonant and new in ("extend", "linker", "zwj")
        )
        self._flags = self._flags + 1 if new == "regional" else 0
        self._last = new


@cache
def _table() -> tuple[list[int], list[int], list[str]]:
    lines = _FILE.read_text("ascii").splitlines()
    rows = []
    for name, *ranges in (line.split() for line in lines if not line.startswith("#")):
        for part in ranges:
            first, _, last = part.partition("-")
            rows.append((int(first, 16), int(last or first, 16), name))
    rows.sort()
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]
