"""A segment of rows against a plan: what needs no look at single posts first, then the rest."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from afspraak.bulk import measured
from afspraak.bulk.applies import Applies
from afspraak.bulk.findings import Columns
from afspraak.bulk.folding import Places
from afspraak.bulk.plan import Plan, Way
from afspraak.bulk.rowfound import RowFound, WordsByRow
from afspraak.bulk.rowpatterns import PatternsByRow
from afspraak.bulk.segment import Segment
from afspraak.diagnostics import Span
from afspraak.engine import draft, measures
from afspraak.engine.conditions import Statement
from afspraak.engine.hits import Finder
from afspraak.engine.pack import PackRule
from afspraak.engine.post import Post


@dataclass(frozen=True)
class Known:
    """What holds for all segments of a chunk."""

    applies: Applies
    finder: Finder
    rules: Sequence[PackRule]


class Chunk:
    """A segment with what was found in it, asked for its findings."""

    def __init__(
        self, segment: Segment, words: WordsByRow, candidates: dict[int, Places], known: Known
    ) -> None:
        self._segment = segment
        self._words = words
        self._candidates = candidates
        self._applies = known.applies
        self._finder = known.finder
        self._rules = known.rules
        self._patterns = PatternsByRow(known.finder, segment)
        self._statements: dict[int, Statement] = {}

    def findings(self, plan: Plan) -> Columns:
        """All findings, apart within a rule, and without what protected speech silences."""
        found = Columns.joined(
            (
                self._plain(plan),
                *self._by_words(plan),
                Columns.of(self._by_search(plan)),
                Columns.of(self._measured(plan)),
            )
        )
        return self._not_silenced(self._apart(found))

    def _plain(self, plan: Plan) -> Columns:
        """Every hit of a set of words that a part reports without conditions."""
        hits = self._words.hits
        firsts = np.searchsorted(plan.plain_sets, hits.sets, side="left")
        counts = np.searchsorted(plan.plain_sets, hits.sets, side="right") - firsts
        hit = np.repeat(np.arange(len(hits.sets)), counts)
        use = np.arange(len(hit)) - (np.cumsum(counts) - counts)[hit] + firsts[hit]
        found = self._reported(hit, plan.plain_rules[use], plan.plain_parts[use])
        kept = np.ones(len(hit), np.bool_)
        for rule in plan.restricted:
            mine = found.rules == rule
            kept[mine] = self._applies.to(rule, self._segment.numbers[found.rows[mine]])
        return found.where(kept)

    def _reported(self, hit: Places, rules: Places, parts: Places) -> Columns:
        hits = self._words.hits
        rows = hits.rows[hit]
        places = self._segment.origin(rows, hits.begins[hit], hits.ends[hit])
        return Columns(rows, rules, parts, *places)

    def _by_words(self, plan: Plan) -> Iterator[Columns]:
        """Parts that some set of words must be there for."""
        for trigger in self._words.sets:
            for way in plan.by_words.get(trigger, ()):
                rows = self._words.rows_of(trigger)
                for number in way.words:
                    if number != trigger:
                        others = self._words.rows_of(number)
                        rows = np.intersect1d(rows, others, assume_unique=True)
                rows = rows[self._applies.to(way.rule, self._segment.numbers[rows])]
                if not len(rows):
                    continue
                if way.decidable:
                    decided, rows = self._decided(way, rows)
                    yield decided
                yield Columns.of(self._looked_at(way, rows))

    def _decided(self, way: Way, rows: Places) -> tuple[Columns, Places]:
        """What is decided by sets that are nowhere in a post, and the rows to be looked at."""
        ask = np.zeros(len(rows), np.bool_)
        for condition in way.when:
            ask |= np.isin(rows, self._words.rows_of(condition["set"]))
        clear = rows[~ask] if all(each.get("absent") for each in way.when) else rows[:0]
        hits = self._words.hits
        hit = np.flatnonzero((hits.sets == way.set) & np.isin(hits.rows, clear))
        whole = np.full(len(hit), 1)
        return self._reported(hit, whole * way.rule, whole * way.part), rows[ask]

    def _by_search(self, plan: Plan) -> Iterator[Sequence[int]]:
        """Parts that only patterns lead to."""
        everywhere = np.flatnonzero(self._segment.counts)
        for way in plan.by_search:
            led = [self._words.rows_of(way.set)]
            led += [self._candidates[each] for each in way.candidates if each in self._candidates]
            rows = everywhere if way.everywhere else np.unique(np.concatenate(led))
            if len(rows):
                rows = rows[self._applies.to(way.rule, self._segment.numbers[rows])]
                yield from self._looked_at(way, rows)

    def _looked_at(self, way: Way, rows: Places) -> Iterator[Sequence[int]]:
        """The hits of a part in these rows; their patterns are searched together first."""
        asked = rows.tolist()
        if way.digits:
            asked = [row for row in asked if self._segment.digits(row) >= way.digits]
        spoken = self._search(way.set, asked)
        for condition in way.when:
            self._search(condition["set"], spoken)
        for row in spoken:
            statement = self._statement(row)
            spans = statement.found.of(way.set)
            if way.when:
                meets = statement.meets
                spans = [span for span in spans if all(meets(span, each) for each in way.when)]
            for span in spans[:1] if way.first else spans:
                yield row, way.rule, way.part, *self._bytes(row, self._segment.original(row, span))

    def _search(self, number: int, rows: Sequence[int]) -> Sequence[int]:
        """Looks for the patterns of a set in rows at once; gives those where it can stand."""
        used = self._finder.sets[number].get("patterns", ())
        for pattern in used:
            self._patterns.search(pattern, rows)
        if set(self._finder.sets[number]) != {"patterns"}:
            return rows
        return [row for row in rows if any(self._patterns.of(each, row) for each in used)]

    def _measured(self, plan: Plan) -> Iterator[Sequence[int]]:
        """What is measured of whole posts."""
        for r, p in plan.measured:
            part = self._rules[r]["parts"][p]
            rows = measured.rows_for(part["measure"], self._segment)
            rows = rows[self._applies.to(r, self._segment.numbers[rows])]
            measure = measures.MEASURES[part["measure"]]
            for row in rows.tolist():
                as_, network = self._applies.said(int(self._segment.numbers[row]))
                post = Post(self._segment.text(row), as_=as_, network=network)
                for span in measure(post, part.get("amount", 0)):
                    yield row, r, p, *self._bytes(row, span)

    def _apart(self, found: Columns) -> Columns:
        """The findings of each rule in a row without overlap."""
        order = np.lexsort((found.ends, found.starts, found.rules, found.rows))
        found = found.where(order)
        same = (found.rows[1:] == found.rows[:-1]) & (found.rules[1:] == found.rules[:-1])
        touching = (found.starts[1:] < found.ends[:-1]) | (
            (found.starts[1:] == found.starts[:-1]) & (found.ends[1:] == found.ends[:-1])
        )
        groups = np.concatenate(([0], np.cumsum(~same)))[: len(found.rows)]
        kept = np.ones(len(found.rows), np.bool_)
        for group in np.unique(groups[1:][same & touching]):
            mine = np.flatnonzero(groups == group)
            hits = {self._hit(found, int(i)): i for i in mine}
            kept[mine] = False
            kept[[hits[hit] for hit in draft.apart(list(hits))]] = True
        return found.where(kept)

    def _not_silenced(self, found: Columns) -> Columns:
        """Without the findings in a sentence where another rule silences their kind."""
        silencing = {r for r, rule in enumerate(self._rules) if "silences" in rule}
        if not silencing:
            return found
        by_row: dict[int, list[int]] = defaultdict(list)
        for speaker in np.flatnonzero(np.isin(found.rules, list(silencing))):
            by_row[int(found.rows[speaker])].append(int(speaker))
        kept = np.ones(len(found.rows), np.bool_)
        for row, speakers in by_row.items():
            statement = self._statement(row)
            first, last = np.searchsorted(found.rows, (row, row + 1))
            for i in speakers:
                quiet = statement.sentence_of(Span(int(found.starts[i]), int(found.ends[i])))
                kinds = self._rules[int(found.rules[i])]["silences"]
                for k in range(first, last):
                    span = Span(int(found.starts[k]), int(found.ends[k]))
                    if self._rules[int(found.rules[k])]["kind"] in kinds and span.overlaps(quiet):
                        kept[k] = False
        return found.where(kept)

    @staticmethod
    def _hit(found: Columns, i: int) -> draft.Hit:
        span = Span(int(found.starts[i]), int(found.ends[i]))
        return draft.Hit(int(found.rules[i]), int(found.parts[i]), span)

    def _statement(self, row: int) -> Statement:
        if row not in self._statements:
            found = RowFound(self._finder, self._segment, row, self._words, self._patterns)
            self._statements[row] = Statement(self._segment.reading(row), found)
        return self._statements[row]

    def _bytes(self, row: int, span: Span) -> Sequence[int]:
        """A stretch of a post in characters, and then in bytes."""
        text = self._segment.text(row)
        if text.isascii():
            return span.start, span.end, span.start, span.end
        start = len(text[: span.start].encode())
        return span.start, span.end, start, start + len(text[span.start : span.end].encode())
