"""A text as signs: one for each code point, telling its sort by the frozen tables.

What is measured of a text must not depend on the Unicode version of who measures. Measures
therefore look at signs: ASCII stands for itself, and so does what folds to ASCII signs (’ is ',
… is .). Every other code point is one of the five below.
"""

import re
from functools import cache

from afspraak.engine import tables
from afspraak.engine.fold import standard_folder

CAPITAL, SMALL, CASELESS, MARK, OTHER = "É", "é", "文", "\u0301", "·"

WHITE = " \t\n"
LETTERS = f"A-Za-z{CAPITAL}{SMALL}{CASELESS}"
"""Letters and marks, to put between the brackets of a pattern."""

_ASCII_SIGNS = re.compile("[\x00-@[-`{-\x7f]+")
# What folding changes of ASCII besides capitals: the table need not be loaded for it.
_CONTROLS = str.maketrans("\x00\x0b\x0c\r`", " \n\n '")


def signs(text: str) -> str:
    """`text` as signs, as long as it is."""
    return text.translate(_CONTROLS if text.isascii() else _SIGNS)


class _Signs(dict[int, str]):
    """The sign of each code point that was met."""

    def __missing__(self, point: int) -> str:
        self[point] = sign(chr(point))
        return self[point]


_SIGNS = _Signs()


def sign(character: str) -> str:
    """The sign of one code point."""
    if character.isascii() and character.isalpha():
        return character
    folder = standard_folder()
    folded = folder.fold(character).text
    if _ASCII_SIGNS.fullmatch(folded):
        return folded[0]
    if character in _capitals():
        return CAPITAL
    if character in _smalls():
        return SMALL
    if folder.is_mark(character):
        return MARK
    return CASELESS if folded and all(map(folder.is_word, folded)) else OTHER


@cache
def _capitals() -> frozenset[str]:
    """Every capital folds to something else. Two assigned characters never become a pair later.

    https://www.unicode.org/policies/stability_policy.html, case pair stability.
    """
    return frozenset(each for each in tables.load()["from"] if each.lower() != each)


@cache
def _smalls() -> frozenset[str]:
    return frozenset(map(str.lower, _capitals()))
