"""The words and phrases of a pack as literals to search a buffer for, and what makes one a hit."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from afspraak.bulk.folding import Places
from afspraak.bulk.segment import Segment
from afspraak.engine import spelling
from afspraak.engine.fold import Folder
from afspraak.engine.pack import PackSet

_GAP = spelling.GAP.pattern.encode()
_GAP_BYTES = b" \t\n-_./'+#\"*~:"
_MAX_GAP = 5
MIN_NEEDLE = 5
"""Letters that a needle of a phrase needs to be looked for alone."""
NO_WORD, WORD, BEYOND_ASCII = 0, 1, 2


def _classes() -> NDArray[np.uint8]:
    classes = np.zeros(256, np.uint8)
    classes[list(b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")] = WORD
    classes[128:] = BEYOND_ASCII
    return classes


_CLASSES = _classes()
_KINDS = _CLASSES.tobytes()
_IS_GAP = np.isin(np.arange(256), list(_GAP_BYTES))


Use: TypeAlias = tuple[int, int, bool, bool, bool]
"""Of a needle: set, phrase, whether a gap must stand before and after it, whether it is open."""
Uses: TypeAlias = dict[str | tuple[str, bool], list[Use]]
"""The uses of needles: of a word, or of a whole phrase that may be open."""


@dataclass(frozen=True)
class Phrase:
    """A phrase of several words; the needle is one of them, and the rest must stand beside it."""

    words: tuple[bytes, ...]
    needle: int
    is_open: bool  # the last word may be longer

    @cached_property
    def _before(self) -> re.Pattern[bytes]:
        parts = (re.escape(word) + b"(?:" + _GAP + b")" for word in self.words[: self.needle])
        return re.compile(b"".join(parts) + b"\\Z", re.IGNORECASE)

    @cached_property
    def _after(self) -> re.Pattern[bytes]:
        parts = (b"(?:" + _GAP + b")" + re.escape(word) for word in self.words[self.needle + 1 :])
        return re.compile(b"".join(parts), re.IGNORECASE)

    @cached_property
    def _reach(self) -> int:
        """The most bytes that can stand before the needle."""
        return sum(len(word) + _MAX_GAP for word in self.words[: self.needle])

    def around(
        self, content: bytes, start: int, begin: int, end: int, stop: int
    ) -> tuple[int, int] | None:
        """The whole phrase around its needle at `begin` to `end`, within a row; None without it."""
        first, last = begin - self._offset, begin - self._offset + len(self._usual)
        if start <= first and last <= stop and content[first:last].lower() == self._usual:
            return first, last
        if self.needle:
            found = self._before.search(content, max(start, begin - self._reach), begin)
            if found is None:
                return None
            begin = found.start()
        if self.needle < len(self.words) - 1:
            found = self._after.match(content, end, stop)
            if found is None:
                return None
            end = found.end()
        return begin, end

    @cached_property
    def _usual(self) -> bytes:
        """The phrase as it is mostly written, which is quick to see."""
        return b" ".join(self.words)

    @cached_property
    def _offset(self) -> int:
        """Where the needle stands in it."""
        return sum(len(word) + 1 for word in self.words[: self.needle])


@dataclass(frozen=True)
class WordHits:
    """Where sets stand in a segment, by row and place; stretches in bytes of its buffer."""

    sets: Places
    rows: Places
    begins: Places
    ends: Places


class Needles:
    """All words and phrases of the sets that are `searched`, one literal for each needle."""

    def __init__(self, sets: Sequence[PackSet], searched: frozenset[int], folder: Folder) -> None:
        self._folder = folder
        self.searched = searched
        uses: Uses = defaultdict(list)
        self._written: list[tuple[str, int, bool]] = []
        self._phrases: dict[int, Phrase] = {}
        for number in sorted(searched):
            each = sets[number]
            for phrase in each.get("word", ()):
                self._add(uses, number, phrase, is_open=False)
            for phrase in each.get("start", ()):
                self._add(uses, number, phrase, is_open=True)
            for phrase in each.get("anywhere", ()):
                longest = max(phrase.split(" "), key=len)
                uses[longest].append((number, ANYWHERE, False, False, False))
        # a short needle is everywhere: of such a phrase all words are looked for at once
        single = {key: each for key, each in uses.items() if isinstance(key, str)}
        whole = {key: each for key, each in uses.items() if isinstance(key, tuple)}
        self.literals = tuple(key.encode() for key in single)
        self.expressions = tuple(_expression(written) for written, _ in whole)
        lasts = (written.rpartition(" ")[2].encode() for written, _ in whole)
        self._lengths = np.array([*map(len, self.literals), *map(len, lasts)], np.int64)
        all_uses = [*single.values(), *whole.values()]
        counts = [len(each) for each in all_uses]
        self._counts = np.array(counts, np.int64)
        self._firsts = np.cumsum(self._counts) - self._counts
        table = np.array([use for each in all_uses for use in each], np.int64).reshape(-1, 5)
        self._sets, self._phrase = table[:, 0], table[:, 1]
        self._gap_before, self._gap_after, self._open = table[:, 2:].astype(np.bool_).T

    def _add(self, uses: "Uses", number: int, written: str, *, is_open: bool) -> None:
        words = written.split(" ")
        if len(words) == 1:
            uses[written].append((number, ALONE, False, False, is_open))
            return
        needle = max(words, key=len)
        is_short = len(needle) < MIN_NEEDLE
        place = len(words) - 1 if is_short else words.index(needle)
        is_last = place == len(words) - 1
        key = (written, is_open) if is_short else needle
        number_of_phrase = len(self._written)
        uses[key].append((number, number_of_phrase, place > 0, not is_last, is_open and is_last))
        self._written.append((written, place, is_open))

    def _phrase_of(self, number: int) -> Phrase:
        """A phrase, made when it is first met."""
        if number not in self._phrases:
            written, needle, is_open = self._written[number]
            words = tuple(word.encode() for word in written.split(" "))
            self._phrases[number] = Phrase(words, needle, is_open)
        return self._phrases[number]

    def hits(self, segment: Segment, needles: Places, ends: Places) -> tuple[WordHits, WordHits]:
        """From where needles end in the buffer: the hits, and what may be one of an `anywhere`.

        Needles are numbered as the literals are, with the expressions after them.
        """
        begins = ends - self._lengths[needles]
        rows = segment.row_at(begins)
        inside = (ends <= segment.bounds[rows + 1]) & segment.counts[rows]
        needles, begins, ends, rows = needles[inside], begins[inside], ends[inside], rows[inside]
        before = self._side(segment, begins - 1, begins > segment.bounds[rows])
        after = self._side(segment, ends, ends < segment.bounds[rows + 1])
        counts = self._counts[needles]
        hit = np.repeat(np.arange(len(needles)), counts)
        shifts = np.cumsum(counts) - counts
        use = np.arange(len(hit)) - shifts[hit] + self._firsts[needles][hit]
        anywhere = self._phrase[use] == ANYWHERE
        gap_before, gap_after = self._gap_before[use], self._gap_after[use]
        fits = np.where(gap_before, before.gap[hit], before.free[hit])
        fits &= np.where(gap_after, after.gap[hit], after.free[hit] | self._open[use])
        fits &= ~anywhere
        found = self._stretched(
            segment, use[fits], rows[hit[fits]], begins[hit[fits]], ends[hit[fits]]
        )
        loose = hit[anywhere]
        return found, WordHits(self._sets[use[anywhere]], rows[loose], begins[loose], ends[loose])

    def _side(self, segment: Segment, places: Places, is_inside: NDArray[np.bool_]) -> "Side":
        """What stands at these bytes beside hits; nothing where the row ends."""
        data = np.frombuffer(segment.content, np.uint8)
        values = data[np.where(is_inside, places, 0)] if len(data) else np.zeros(0, np.uint8)
        classes = _CLASSES[values]
        free = ~is_inside | (classes == NO_WORD)
        for i in np.flatnonzero(is_inside & (classes == BEYOND_ASCII)):
            free[i] = not self._folder.is_word(_character(segment.content, int(places[i])))
        return Side(free, is_inside & _IS_GAP[values])

    def _stretched(
        self, segment: Segment, use: Places, rows: Places, begins: Places, ends: Places
    ) -> WordHits:
        """The hits with the rest of their phrases, and open words up to their ends."""
        sets, phrase = self._sets[use], self._phrase[use]
        begins, ends = begins.copy(), ends.copy()
        good = np.ones(len(use), np.bool_)
        asked = np.flatnonzero((phrase >= 0) | self._open[use])
        # plain numbers: taking them from an array one by one costs more than the work itself
        columns = (asked, phrase[asked], begins[asked], ends[asked], segment.bounds[rows[asked]],
                   segment.bounds[rows[asked] + 1])  # fmt: skip
        content = segment.content
        for i, number, begin, end, start, stop in zip(*map(_listed, columns), strict=True):
            if number < 0:
                ends[i] = self._end_of_word(content, end, stop)
                continue
            whole = self._phrase_of(number)
            stretch = whole.around(content, start, begin, end, stop)
            if stretch is None or not self._is_free(content, stretch[0] - 1, start, stop):
                good[i] = False
                continue
            begins[i], ends[i] = stretch
            if whole.is_open:
                ends[i] = self._end_of_word(content, stretch[1], stop)
            elif not self._is_free(content, stretch[1], start, stop):
                good[i] = False
        return WordHits(sets[good], rows[good], begins[good], ends[good])

    def _is_free(self, content: bytes, place: int, start: int, stop: int) -> bool:
        """Whether no word character stands at a place, which may lie outside the row."""
        if not start <= place < stop:
            return True
        kind = _KINDS[content[place]]
        if kind == BEYOND_ASCII:
            return not self._folder.is_word(_character(content, place))
        return kind == NO_WORD

    def _end_of_word(self, content: bytes, end: int, stop: int) -> int:
        while end < stop:
            kind = _KINDS[content[end]]
            if kind == NO_WORD:
                break
            if kind == WORD:
                end += 1
                continue
            character = _character(content, end)
            if not self._folder.is_word(character):
                break
            end += len(character.encode())
        return end


@dataclass(frozen=True)
class Side:
    """What stands on one side of each hit."""

    free: NDArray[np.bool_]  # no character of a word
    gap: NDArray[np.bool_]  # something that may stand between two words of a phrase


ALONE, ANYWHERE = -1, -2


def _character(content: bytes, place: int) -> str:
    """The character that the byte at `place` belongs to, an ASCII one in lower case."""
    first = place
    while content[first] & 0xC0 == 0x80:
        first -= 1
    last = place + 1
    while last < len(content) and content[last] & 0xC0 == 0x80:
        last += 1
    return (
        content[first:last].decode().lower() if last - first == 1 else content[first:last].decode()
    )


def _listed(column: Places) -> list[int]:
    numbers: list[int] = column.tolist()
    return numbers


def _expression(written: str) -> bytes:
    """All words of a phrase with anything between them that a gap has."""
    gap = b"[" + re.escape(_GAP_BYTES) + b"]{1,5}"
    return gap.join(re.escape(word.encode()) for word in written.split(" "))
