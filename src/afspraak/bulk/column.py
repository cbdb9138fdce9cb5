"""The column executor: a column of posts against a pack.

A chunk of rows is one buffer: Hyperscan searches it once for all words and once for all candidate
patterns, numpy confirms what can be confirmed for all hits at a time, and only the few rows that
are left are looked at one by one, with the code that the draft executor uses.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from afspraak.bulk import rowwise, scanner
from afspraak.bulk.applies import Applies
from afspraak.bulk.chunk import Chunk, Known
from afspraak.bulk.facts import Column, Facts
from afspraak.bulk.findings import Columns, Labels
from afspraak.bulk.folding import ByteTables, Places
from afspraak.bulk.needles import Needles
from afspraak.bulk.plan import plan
from afspraak.bulk.rowfound import WordsByRow
from afspraak.bulk.segment import Segment, segments
from afspraak.engine import collector
from afspraak.engine.draft import Checker
from afspraak.engine.fold import Folder
from afspraak.engine.hits import Finder
from afspraak.engine.pack import Pack

NOTHING_SAID = Facts()
CHUNK_ROWS = 65_536
CHUNK_BYTES = 8_000_000
MAX_ROW_BYTES = 2_000_000_000
"""Hyperscan counts bytes in 32 bits and would stop halfway a larger row without a word."""
_NOTHING = Columns.of(())


class ColumnChecker:
    """Checks columns of posts against one pack. Build it once; any thread may use it.

    `cache` is a folder where compiled databases may be kept for the next time. They hold the words
    of the protocol, confidential ones too; without a folder nothing is written.
    """

    def __init__(
        self,
        pack: Pack,
        *,
        cache: Path | None = None,
        chunk_rows: int = CHUNK_ROWS,
        is_fast: bool = scanner.IS_THERE,
    ) -> None:
        data = pack.data
        self.pack = pack
        self.is_fast = is_fast
        """Whether Hyperscan does the searching; else it is the draft executor, row by row."""
        self._labels = Labels(data["rules"])
        self._chunk_rows = chunk_rows
        self._zone = ZoneInfo(data["timezone"])
        if not is_fast:
            self._draft = Checker(pack)
            return
        with collector.paused():
            self._folder = Folder(data["tables"])
            self._tables = ByteTables.of(data["tables"])
            self._finder = Finder(data["sets"], data["patterns"], self._folder)
            self._plan = plan(data)
            self._needles = Needles(data["sets"], self._plan.searched, self._folder)
        self._words = scanner.Database(self._needles.literals, literal=True, cache=cache)
        self._patterns = scanner.Database(
            (*self._plan.expressions, *self._needles.expressions), literal=False, cache=cache
        )

    def check(
        self,
        texts: Column,
        facts: Facts = NOTHING_SAID,
        *,
        now: dt.datetime,
        protected: bool = False,
    ) -> pa.Table:
        """The findings in `texts`, a column of any string type, as a table of `SCHEMA`.

        A null is a row without a post. `now` stands in where a row has no time. What a rule of
        the kind `protected` found is for the writer alone and left out unless `protected` asks
        for it.

        Raises `UnableToUseColumn` when a fact is none that the engine knows, and ValueError for a
        row of more than `MAX_ROW_BYTES`.
        """
        facts = facts.checked()
        if not self.is_fast:
            placed = rowwise.check(self._draft, texts, facts, now)
            found = Columns.of(placed).sorted()
        else:
            found = Columns.joined([_NOTHING, *self._findings(texts, facts, now)])
        kept = found if protected else self._labels.without_protected(found)
        return self._labels.table(kept)

    def _findings(self, texts: Column, facts: Facts, now: dt.datetime) -> Iterator[Columns]:
        rules = self.pack.data["rules"]
        for first, chunk in chunks(texts, self._chunk_rows):
            facts_here = facts.slice(first, len(chunk))
            applies = Applies(rules, facts_here, len(chunk), now, self._zone)
            known = Known(applies, self._finder, rules)
            with collector.paused():
                found = [
                    self._in_segment(segment, known)
                    for segment in segments(chunk, self._tables, self._folder)
                ]
            ordered = Columns.joined(found).sorted()
            yield replace(ordered, rows=ordered.rows + first)

    def _in_segment(self, segment: Segment, known: Known) -> Columns:
        needles, ends = self._words.search(segment.content)
        numbers, stops = self._patterns.search(segment.content)
        is_phrase = numbers >= len(self._plan.patterns)
        phrases = numbers[is_phrase] - len(self._plan.patterns) + len(self._needles.literals)
        hits, loose = self._needles.hits(
            segment,
            np.concatenate((needles, phrases)),
            np.concatenate((ends, stops[is_phrase])),
        )
        words = WordsByRow(segment, hits, loose, self._plan.searched)
        rows = segment.row_at(stops - 1)
        kept = segment.counts[rows] & ~is_phrase
        candidates = _by_pattern(numbers[kept], rows[kept], self._plan.patterns)
        chunk = Chunk(segment, words, candidates, known)
        found = chunk.findings(self._plan)
        return replace(found, rows=segment.numbers[found.rows])


def _by_pattern(numbers: Places, rows: Places, patterns: Sequence[int]) -> dict[int, Places]:
    """The rows with a candidate of each pattern."""
    return {patterns[each]: np.unique(rows[numbers == each]) for each in np.unique(numbers)}


def chunks(texts: Column, most: int) -> Iterator[tuple[int, pa.LargeStringArray]]:
    """A column of any string type in pieces of so many rows at most and of bounded size.

    With each piece comes the number of its first row.
    """
    column = texts if isinstance(texts, pa.ChunkedArray) else pa.chunked_array([texts])
    first = 0
    while first < len(column):
        rows = most
        while rows > 1 and column.slice(first, rows).nbytes > CHUNK_BYTES:
            rows //= 2
        if rows == 1 and column.slice(first, 1).nbytes > MAX_ROW_BYTES:
            raise ValueError(f"row {first} has more than {MAX_ROW_BYTES:,} bytes")
        piece = column.slice(first, rows).cast(pa.large_string()).combine_chunks()
        yield first, piece
        first += rows
