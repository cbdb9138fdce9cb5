"""Patterns searched in many rows at a time: most of the time a row takes goes into starting."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from afspraak.bulk import candidates
from afspraak.bulk.segment import Segment
from afspraak.engine import confirm
from afspraak.engine.fold import Folded
from afspraak.engine.hits import Finder

Stretch = tuple[int, int]
_BETWEEN_ROWS = "\x00"
"""No folded text has it, no word has it, and no pattern but a negated class takes it."""


class PatternsByRow:
    """The hits of patterns in the rows of a segment, in characters of their folded texts."""

    def __init__(self, finder: Finder, segment: Segment) -> None:
        self._finder = finder
        self._segment = segment
        self._known: dict[int, dict[int, list[Stretch]]] = {}

    def of(self, number: int, row: int) -> list[Stretch]:
        """The hits of a pattern in a row."""
        known = self._known.setdefault(number, {})
        if row not in known:
            self.search(number, [row])
        return known[row]

    def search(self, number: int, rows: Sequence[int]) -> None:
        """Looks for a pattern in rows all at once, for when they are asked for."""
        known = self._known.setdefault(number, {})
        asked = [row for row in rows if row not in known]
        if not asked:
            return
        known.update((row, []) for row in asked)
        options, folder = self._finder.patterns[number], self._finder.folder
        texts = [self._segment.folded_text(row) for row in asked]
        together = _BETWEEN_ROWS.join(texts)
        if not any(string in together for string in options.get("strings", ("",))):
            return
        regex = self._finder.regex(number)
        if candidates.takes(options["regex"], ord(_BETWEEN_ROWS)):
            for row in asked:
                found = confirm.confirmed(regex, options, self._segment.reading(row), folder)
                known[row] += found
            return
        firsts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))
        originals = _BETWEEN_ROWS.join(map(self._segment.text, asked))
        for start, end in confirm.confirmed(
            regex, options, Folded(originals, together, folder), folder
        ):
            place = bisect_right(firsts, start) - 1
            known[asked[place]].append((start - firsts[place], end - firsts[place]))
