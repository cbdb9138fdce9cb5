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

_ASCII_WORDS = re.compile("[0-9a-z]+")


class Folder:
    """Folds texts by one set of tables. Build it once and keep it."""

    def __init__(self, data: tables.Tables) -> None:
        self._data = data
        self._table = dict(zip(map(ord, data["from"]), data["to"].split("\x00"), strict=True))

        # in ASCII, lower case is all there is to it but for these
        active = re.escape("".join(c for c in data["from"] if c.isascii() and not c.isupper()))
        self._active = re.compile(f"[{active}]")
        # translating a few runs is several times faster than translating the whole
        self._runs = re.compile(f"[A-Z{active}]+|[^\\x00-\\x7f]+")

    def fold(self, text: str) -> "Folded":
        """The folded text, with what is needed to find the way back."""
        if text.isascii() and not self._active.search(text):
            return Folded(text, text.lower(), self)
        return Folded(text, self._runs.sub(self._translated, text), self)

    def _translated(self, run: re.Match[str]) -> str:
        return run.group().translate(self._table)

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


@dataclass(eq=False)
class Folded:
    """A folded text that knows its original."""

    original: str
    text: str
    folder: Folder

    @cached_property
    def words(self) -> Sequence[str]:
        """The words of the folded text."""
        return self._pattern.findall(self.text)

    @cached_property
    def places(self) -> Sequence[tuple[int, int]]:
        """Where each word starts and ends."""
        return [match.span() for match in self._pattern.finditer(self.text)]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The quick pattern, unless words hold more than ASCII: after folding few do."""
        if self.text.isascii():
            return _ASCII_WORDS
        others = (each for each in set(self.text) if not each.isascii())
        return self.folder.words_pattern if any(map(self.folder.is_word, others)) else _ASCII_WORDS

    @cached_property
    def _origins(self) -> Sequence[int] | None:
        """Where each folded character came from, or None when nothing moved."""
        if len(self.original) == len(self.text) and all(map(self._is_one, set(self.original))):
            return None
        width = self.folder.width
        return [i for i, character in enumerate(self.original) for _ in range(width(character))]

    def _is_one(self, character: str) -> bool:
        return self.folder.width(character) == 1

    def span(self, start: int, end: int) -> Span:
        """The original stretch of a non-empty folded stretch, with the marks that belong to it."""
        origins = self._origins
        if origins is None:
            return Span(start, end)
        first, last = origins[start], origins[end - 1] + 1
        while last < len(self.original) and self.folder.is_mark(self.original[last]):
            last += 1
        return Span(first, last)


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
