"""What is found in single rows of a segment, for the parts that must be looked at one by one."""

from collections.abc import Sequence

import numpy as np

from afspraak.bulk.folding import Places
from afspraak.bulk.needles import WordHits
from afspraak.bulk.rowpatterns import PatternsByRow
from afspraak.bulk.segment import Segment
from afspraak.engine.conditions import Statement
from afspraak.engine.hits import Finder, Found

Stretch = tuple[int, int]
_WORDS = {"word", "start"}
_NEEDS_THE_WHOLE = {"exact", "hashed", "anywhere"}


class WordsByRow:
    """The word hits of a segment, by set and by row."""

    def __init__(
        self, segment: Segment, hits: WordHits, loose: WordHits, searched: frozenset[int]
    ) -> None:
        self.hits = hits
        self.searched = searched
        """The sets whose words were looked for; of another set nothing is known here."""
        self._segment = segment
        self._order = np.argsort(hits.rows, kind="stable")
        self._rows_in_order = hits.rows[self._order]
        size = max(len(segment.numbers), 1)
        sets = np.concatenate((hits.sets, loose.sets))
        pairs = np.unique(sets * size + np.concatenate((hits.rows, loose.rows)))
        self._sets, self._rows = np.divmod(pairs, size)
        self._known: dict[int, dict[int, list[Stretch]]] = {}

    @property
    def sets(self) -> Sequence[int]:
        """The sets that stand somewhere in the segment."""
        return [int(each) for each in np.unique(self._sets)]

    def rows_of(self, number: int) -> Places:
        """The rows a set stands in, in order."""
        first, last = np.searchsorted(self._sets, (number, number + 1))
        return self._rows[first:last]

    def in_row(self, row: int) -> dict[int, list[Stretch]]:
        """The hits in a row by set, in characters of its folded text."""
        if row not in self._known:
            first, last = np.searchsorted(self._rows_in_order, (row, row + 1))
            mine = self._order[first:last]
            starts = self._segment.points(row, self.hits.begins[mine])
            ends = self._segment.points(row, self.hits.ends[mine])
            found: dict[int, list[Stretch]] = {}
            for number, start, end in zip(self.hits.sets[mine].tolist(), starts, ends, strict=True):
                found.setdefault(number, []).append((start, end))
            self._known[row] = found
        return self._known[row]


class RowFound:
    """The hits in one row: those of words are known, patterns are searched when asked for."""

    def __init__(
        self, finder: Finder, segment: Segment, row: int, words: WordsByRow, patterns: PatternsByRow
    ) -> None:
        self._finder = finder
        self._patterns = patterns
        self._folded = segment.reading(row)
        self._row, self._words = row, words
        self._known: dict[int, list[Stretch]] = {}
        self._whole: Found | None = None
        self.statement = Statement(self._folded, self)

    def of(self, number: int) -> list[Stretch]:
        """The hits of a set, by place."""
        if number not in self._known:
            self._known[number] = sorted(set(self._search(number)))
        return self._known[number]

    def _search(self, number: int) -> list[Stretch]:
        each = self._finder.sets[number]
        has_words = not _WORDS.isdisjoint(each)
        if not _NEEDS_THE_WHOLE.isdisjoint(each):
            if self._whole is None:
                self._whole = self._finder.find(self._folded)
            return self._whole.of(number)
        found: list[Stretch] = []
        if has_words and number in self._words.searched:
            found += self._words.in_row(self._row).get(number, ())
        elif has_words:
            found += self._finder.words_in(self._folded, number)
        for pattern in each.get("patterns", ()):
            found += self._patterns.of(pattern, self._row)
        return found
