"""What a check answers."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """How many folded characters of a match count, from its start, and their normal form.

    Two spellings of the same thing (an IBAN with and without spaces) have the same `normal`.
    """

    length: int
    normal: str


Check = Callable[[str, str], Kept | None]
"""Called with the folded match and the original stretch; None refuses the match."""


def cut_digits(text: str, how_many: int) -> int | None:
    """How long `text` is up to and including its nth digit; None when it has fewer."""
    for position, character in enumerate(text):
        if character in DIGITS:
            how_many -= 1
            if how_many == 0:
                return position + 1
    return None


def ends_whole(text: str, length: int) -> bool:
    """Whether `text` cut at `length` does not cut through a word or a number."""
    return length == len(text) or text[length] not in LETTERS + DIGITS


def digits_of(text: str) -> str:
    """The ASCII digits of `text`, all else left out."""
    return "".join(character for character in text if character in DIGITS)


def portable(pattern: re.Pattern[str]) -> str:
    """The pattern as JavaScript writes the names of groups."""
    return pattern.pattern.replace("(?P<", "(?<")


DIGITS = "0123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
