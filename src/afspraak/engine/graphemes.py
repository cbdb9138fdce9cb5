"""What a reader sees as one character: extended grapheme clusters (UAX #29), and which are emoji.

The table `graphemes.txt` is frozen (Unicode 17), so an old Python counts as a new one does. A
network may still know fewer emoji than this table; it then counts one more for such a sequence.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

# importlib.resources would cost every check a tenth of its start
_FILE = Path(__file__).with_name("graphemes.txt")

# One letter for each class, so that the rules of UAX #29 are a pattern over the letters.
_LETTERS = {
    "cr": "r",
    "lf": "n",
    "control": "c",
    "prepend": "p",
    "extend": "x",
    "bare-extend": "X",
    "linker": "k",
    "zwj": "z",
    "spacing": "s",
    "consonant": "C",
    "emoji": "e",
    "pictograph": "g",
    "regional": "R",
    "l": "L",
    "v": "V",
    "t": "T",
    "lv": "H",
    "lvt": "I",
}
_OTHER = "o"
_CLUSTER = re.compile(
    "rn|[rnc]"  # GB3-GB5
    "|p*(?:"  # GB9b
    "RR"  # GB12, GB13
    "|L*(?:[HV]V*|I)T*|L+|T+"  # GB6-GB8
    "|C(?:[xz]*k[xzk]*C)*"  # GB9c
    "|[eg](?:[xXk]*z[eg])*"  # GB11
    "|[^rnc])[xXkzs]*"  # GB9, GB9a
)
_EMOJI_STYLE = "\ufe0f"
_KEYCAP = "\u20e3"
# Latin letters, typographic quotes and dashes, the euro: each is a grapheme by itself.
_SIMPLE = re.compile("[^\r\u0300-\u200f\u2028-\u202f\u205f-\u20ab\u20ad-\U0010ffff]*")


def tables() -> Mapping[str, object]:
    """What another executor needs: the pattern, and the code points of each class.

    A class is a letter, its code points are ranges in hexadecimal with spaces between.
    """
    return {"cluster": _CLUSTER.pattern, "classes": _ranges()}


def ends(text: str) -> Iterator[int]:
    """Where each grapheme of `text` ends, in code points."""
    if _SIMPLE.fullmatch(text):
        yield from range(1, len(text) + 1)
        return
    for match in _CLUSTER.finditer("".join(map(class_of, text))):
        yield match.end()


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
        first == "e"
        or (first == "g" and _EMOJI_STYLE in grapheme)
        or (first == "R" and len(grapheme) > 1)
    )


def class_of(character: str) -> str:
    """The letter of a code point's class."""
    point = ord(character)
    if 0xAC00 <= point <= 0xD7A3:
        return _LETTERS["lvt" if (point - 0xAC00) % 28 else "lv"]
    return _classes().get(point, _OTHER)


@cache
def _ranges() -> Mapping[str, str]:
    lines = (line for line in _FILE.read_text("ascii").splitlines() if not line.startswith("#"))
    rows = (line.partition(" ") for line in lines)
    return {_LETTERS[name]: ranges for name, _, ranges in rows}


@cache
def _classes() -> Mapping[int, str]:
    classes = {}
    for letter, ranges in _ranges().items():
        for part in ranges.split(" "):
            first, _, last = part.partition("-")
            classes.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), letter))
    return classes
