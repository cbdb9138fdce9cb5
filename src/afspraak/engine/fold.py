"""Folding: the one form in which texts are compared, and the way back to the original.

The table maps each code point by itself, so that Python, numpy and JavaScript agree. What it does:
lower case, accents off, zero-width away, quotes and dashes to ASCII, look-alikes to Latin.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from afspraak.diagnostics import Span
from afspraak.engine import tables

_BETWEEN_WORDS = bytes(
    code if chr(code) in "0123456789abcdefghijklmnopqrstuvwxyz" else ord(" ") for code in range(256)
)
"""Puts a space for all that is no ASCII word character."""


class Folder:
    """Folds texts by one set of tables. Build it once and keep it."""

    def __init__(self, data: tables.Tables) -> None:
        self._data = data
        self._table = dict(zip(map(ord, data["from"]), data["to"].split("\x00"), strict=True))

        # in ASCII, lower case is all there is to it but for these
        active = re.escape("".join(c for c in data["from"] if c.isascii() and not c.isupper()))
        self._active = re.compile(f"[{active}]")
        # translating a few runs is several times faster than translating the whole
        self.runs = re.compile(f"[{active}\\x80-\U0010ffff]+")

    def fold(self, text: str) -> "Folded":
        """The folded text, with what is needed to find the way back."""
        if text.isascii() and not self._active.search(text):
            return Folded(text, text.lower(), self)
        return Folded(text, _lower(self.runs.sub(self._translated, text)), self)

    def _translated(self, run: re.Match[str]) -> str:
        return run[0].translate(self._table)

    def width(self, character: str) -> int:
        """How many characters this one folds to."""
        return len(self._table.get(ord(character), character))

    def is_mark(self, character: str) -> bool:
        """Whether this is a combining mark, which belongs to what stands before it."""
        return _in_ranges(self._data["marks"], ord(character))

    def is_word(self, folded_character: str) -> bool:
        """Whether a character of a folded text is part of a word."""
        return folded_character in _ASCII_WORD_SET or (
            not folded_character.isascii() and _in_ranges(self._data["word"], ord(folded_character))
        )

    @cached_property
    def words_pattern(self) -> re.Pattern[str]:
        """Runs of word characters in a folded text."""
        ranges = self._data["word"]
        inside = "".join(
            f"{re.escape(chr(first))}-{re.escape(chr(last))}"
            for first, last in zip(ranges[::2], ranges[1::2], strict=True)
        )
        return re.compile(f"[{inside}]+")


_ASCII_WORD_SET = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")
_NOT_ASCII = re.compile("[^\\x00-\\x7f]")


@dataclass(eq=False)
class Folded:
    """A folded text that knows its original."""

    original: str
    text: str
    folder: Folder

    @cached_property
    def ascii(self) -> bytes:
        """The folded text with a question mark for every character that is not ASCII."""
        return self.text.encode("ascii", "replace")

    @cached_property
    def words(self) -> Sequence[str]:
        """The words of the folded text."""
        if self.text.isascii() or self._is_plain:
            return self.ascii.translate(_BETWEEN_WORDS).decode("ascii").split()
        return self.folder.words_pattern.findall(self.text)

    @cached_property
    def places(self) -> Sequence[tuple[int, int]]:
        """Where each word starts and ends."""
        places, at = [], 0
        for word in self.words:
            start = self.text.index(word, at)
            at = start + len(word)
            places.append((start, at))
        return places

    @cached_property
    def _is_plain(self) -> bool:
        """Whether words hold nothing but ASCII: after folding nearly all are such."""
        others = set(_NOT_ASCII.findall(self.text))
        return not any(map(self.folder.is_word, others))

    @cached_property
    def _steps(self) -> tuple[list[int], list[int]] | None:
        """Places in the folded text where the way back jumps, and where each came from.

        None when every character stayed one character.
        """
        places, origins = [0], [0]
        for run in self.folder.runs.finditer(self.original):
            for origin, character in enumerate(run[0], run.start()):
                width = self.folder.width(character)
                if width != 1:
                    place = places[-1] + origin - origins[-1]
                    places += range(place, place + width + 1)
                    origins += [origin] * width + [origin + 1]
        return (places, origins) if len(places) > 1 else None

    def span(self, start: int, end: int) -> Span:
        """The original stretch of a non-empty folded stretch, with the marks that belong to it."""
        if self._steps is None:
            return Span(start, end)
        first, last = self._origin(start), self._origin(end - 1) + 1
        while last < len(self.original) and self.folder.is_mark(self.original[last]):
            last += 1
        return Span(first, last)

    def _origin(self, place: int) -> int:
        places, origins = self._steps or ((0,), (0,))
        step = bisect_right(places, place) - 1
        return origins[step] + place - places[step]


def _lower(text: str) -> str:
    """`text` with its ASCII capitals as small letters; the tables decide about all others."""
    if text.isascii():
        return text.lower()
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def _in_ranges(ranges: Sequence[int], point: int) -> bool:
    index = bisect_right(ranges, point)
    return index % 2 == 1 or (index > 0 and ranges[index - 1] == point)


@cache
def standard_folder() -> Folder:
    """The folder of this version's own tables."""
    return Folder(tables.load())


def fold(text: str) -> Folded:
    """`text` folded by this version's own tables."""
    return standard_folder().fold(text)
