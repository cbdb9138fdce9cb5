"""The draft executor: one post against a pack, in pure Python.

`Checker.check` reads in the order of the semantics: fold, candidates, confirm, logic, findings.
The time it takes hardly depends on the number of rules: words are looked up, not searched for.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from afspraak.diagnostics import Span
from afspraak.engine import clocks, collector, measures
from afspraak.engine.conditions import Statement
from afspraak.engine.fold import Folder
from afspraak.engine.hits import Finder, Found
from afspraak.engine.pack import Pack, PackCondition, PackPart, PackRule
from afspraak.engine.post import Post


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule speaks: numbers of the rule and its part in the pack, and the stretch.

    `span` counts code points of the original text.
    """

    rule: int
    part: int
    span: Span


@dataclass(frozen=True, slots=True)
class Way:
    """A part of a rule, ready to be tried on a text.

    `words` and `searched` are the sets that must be there for any hit to count, apart by whether
    the dictionary alone finds them.
    """

    rule: int
    part: int
    set: int
    words: frozenset[int]
    searched: tuple[int, ...]
    when: Sequence[PackCondition]
    first: bool


class Checker:
    """Checks posts against one pack. Building it costs milliseconds, a check a tenth of one."""

    def __init__(self, pack: Pack) -> None:
        data = pack.data
        self.pack = pack
        self._folder = Folder(data["tables"])
        self._rules: Sequence[PackRule] = data["rules"]
        self._zone = ZoneInfo(data["timezone"])
        self._ways: dict[tuple[int, int], Way] = {}
        self._by_trigger: dict[int, list[tuple[int, int]]] = {}
        self._measured: list[tuple[int, int]] = []
        with collector.paused():
            self._finder = Finder(data["sets"], data["patterns"], self._folder)
            for r, rule in enumerate(self._rules):
                for p, part in enumerate(rule["parts"]):
                    if "set" in part:
                        self._by_trigger.setdefault(self._trigger(part), []).append((r, p))
                    else:
                        self._measured.append((r, p))
            self._finder.gate_only(self._by_trigger)
        self._silencing = any("silences" in rule for rule in self._rules)

    def check(self, post: Post, *, now: dt.datetime) -> tuple[Hit, ...]:
        """Every finding in `post`, by place. `now` stands in where the post has no time."""
        at = post.at or now
        folded = self._folder.fold(post.text)
        found = self._finder.find(folded)
        statement = Statement(folded, found)
        hits: dict[int, list[Hit]] = defaultdict(list)
        for way in self._ways_into(found):
            if self._holds(way.rule, post, at):
                spans = _confirmed(way, statement)
                hits[way.rule] += (Hit(way.rule, way.part, folded.span(*each)) for each in spans)
        for r, p in self._measured:
            if self._holds(r, post, at):
                part = self._rules[r]["parts"][p]
                measure = measures.MEASURES[part["measure"]]
                hits[r] += (Hit(r, p, span) for span in measure(post, part.get("amount", 0)))
        kept = [hit for each in hits.values() for hit in apart(each)]
        if self._silencing and kept:
            kept = self._not_silenced(kept, statement)
        return tuple(sorted(kept, key=lambda hit: (hit.span, hit.rule)))

    def _trigger(self, part: PackPart) -> int:
        """The set without which the part is not tried.

        What must be there anyway tells sooner than a search whether to try.
        """
        own, searched = part["set"], self._finder.searched
        if own not in searched or "when" not in part:
            return own
        return min((each for each in _needed(part) if each not in searched), default=own)

    def _way(self, r: int, p: int) -> Way:
        """A part of a rule, made ready when it is first tried: most never are."""
        way = self._ways.get((r, p))
        if way is None:
            part, searched = self._rules[r]["parts"][p], self._finder.searched
            needed = _needed(part) - ({part["set"]} & searched)
            way = self._ways[r, p] = Way(
                rule=r,
                part=p,
                set=part["set"],
                words=frozenset(needed - searched),
                searched=tuple(sorted(needed & searched)),
                when=part.get("when", ()),
                first=part.get("first", False),
            )
        return way

    def _ways_into(self, found: Found) -> Iterator[Way]:
        """The parts that may have a hit: what they report or need is in the dictionary's hits."""
        words = found.by_words.keys()
        for number in found.to_search | words:
            for r, p in self._by_trigger.get(number, ()):
                way = self._way(r, p)
                if way.words <= words:
                    yield way

    def _holds(self, number: int, post: Post, at: dt.datetime) -> bool:
        """Whether the rule is about this sort of post, on this network, at this time."""
        rule = self._rules[number]
        if "as" in rule and post.as_ not in rule["as"]:
            return False
        if "networks" in rule and post.network is not None and post.network not in rule["networks"]:
            return False
        if "until" not in rule and "clocks" not in rule:
            return True
        here = clocks.local(at, self._zone)
        if "until" in rule and here.date().isoformat() >= rule["until"]:
            return False
        return "clocks" not in rule or any(clocks.holds(clock, here) for clock in rule["clocks"])

    def _not_silenced(self, hits: list[Hit], statement: Statement) -> list[Hit]:
        quiet: dict[str, list[Span]] = defaultdict(list)
        for hit in hits:
            for kind in self._rules[hit.rule].get("silences", ()):
                quiet[kind].append(statement.sentence_of(hit.span))
        return [
            hit
            for hit in hits
            if not any(hit.span.overlaps(each) for each in quiet[self._rules[hit.rule]["kind"]])
        ]


def _needed(part: PackPart) -> set[int]:
    """The sets that must have a hit for the part to have one."""
    return {part["set"], *(e["set"] for e in part.get("when", ()) if not e.get("absent"))}


def _confirmed(way: Way, statement: Statement) -> list[tuple[int, int]]:
    """The hits of the way's set that meet all its conditions, as stretches of the folded text."""
    found = statement.found
    for number in way.searched:
        if not found.of(number):
            return []
    spans = found.of(way.set)
    if way.when:
        spans = [span for span in spans if all(statement.meets(span, each) for each in way.when)]
    return spans[:1] if way.first else spans


def apart(hits: list[Hit]) -> list[Hit]:
    """The hits of one rule without overlap: the longest first, then the leftmost."""
    if len(hits) < 2:
        return hits
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.span.start - h.span.end, h.span.start, h.part)):
        if not any(hit.span.overlaps(other.span) or hit.span == other.span for other in kept):
            kept.append(hit)
    return kept
