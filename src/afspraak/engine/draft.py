"""The draft executor: one post against a pack, in pure Python.

`Checker.check` reads in the order of the semantics: fold, candidates, confirm, logic, findings.
The time it takes hardly depends on the number of rules: words are looked up, not searched for.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from afspraak.diagnostics import Span
from afspraak.engine import clocks, measures
from afspraak.engine.conditions import Statement
from afspraak.engine.fold import Folded, Folder
from afspraak.engine.hits import Finder
from afspraak.engine.pack import Pack, PackPart, PackRule
from afspraak.engine.post import Post


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule speaks: numbers of the rule and its part in the pack, and the stretch.

    `span` counts code points of the original text.
    """

    rule: int
    part: int
    span: Span


class Checker:
    """Checks posts against one pack. Building it costs milliseconds, a check a tenth of one."""

    def __init__(self, pack: Pack) -> None:
        data = pack.data
        self.pack = pack
        self._folder = Folder(data["tables"])
        self._finder = Finder(data["sets"], data["patterns"], self._folder)
        self._rules: Sequence[PackRule] = data["rules"]
        self._zone = ZoneInfo(data["timezone"])
        self._by_set: Mapping[int, list[tuple[int, int]]] = _parts_by_set(self._rules)
        self._measured = [
            (r, p)
            for r, rule in enumerate(self._rules)
            for p, part in enumerate(rule["parts"])
            if "measure" in part
        ]
        # sets of patterns that are not in the dictionary, so that nothing but a search finds them
        self._searched = sorted(self._finder.searched & self._by_set.keys())
        self._silencing = any("silences" in rule for rule in self._rules)

    def check(self, post: Post, *, now: dt.datetime) -> tuple[Hit, ...]:
        """Every finding in `post`, by place. `now` stands in where the post has no time."""
        at = clocks.local(post.at or now, self._zone)
        folded = self._folder.fold(post.text)
        found = self._finder.find(folded)
        statement = Statement(folded, found)
        hits: dict[int, list[Hit]] = defaultdict(list)
        for number in {*found.by_words, *self._searched}:
            for r, p in self._by_set.get(number, ()):
                if _holds(self._rules[r], post, at):
                    hits[r] += self._confirmed(r, p, statement, folded)
        for r, p in self._measured:
            if _holds(self._rules[r], post, at):
                part = self._rules[r]["parts"][p]
                measure = measures.MEASURES[part["measure"]]
                hits[r] += (Hit(r, p, span) for span in measure(post, part.get("amount", 0)))
        kept = [hit for each in hits.values() for hit in _apart(each)]
        if self._silencing:
            kept = self._not_silenced(kept, statement)
        return tuple(sorted(kept, key=lambda hit: (hit.span, hit.rule)))

    def _confirmed(self, r: int, p: int, statement: Statement, folded: Folded) -> list[Hit]:
        part: PackPart = self._rules[r]["parts"][p]
        when = part.get("when", ())
        # what must be there and is not saves the search for what would be reported
        if not all(each.get("absent") or statement.found.of(each["set"]) for each in when):
            return []
        spans = [
            span
            for span in statement.found.of(part["set"])
            if all(statement.meets(span, condition) for condition in when)
        ]
        if part.get("first"):
            spans = spans[:1]
        return [Hit(r, p, folded.span(*span)) for span in spans]

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


def _parts_by_set(rules: Sequence[PackRule]) -> dict[int, list[tuple[int, int]]]:
    by_set: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for r, rule in enumerate(rules):
        for p, part in enumerate(rule["parts"]):
            if "set" in part:
                by_set[part["set"]].append((r, p))
    return by_set


def _holds(rule: PackRule, post: Post, at: dt.datetime) -> bool:
    """Whether the rule is about this sort of post, on this network, at this time."""
    if "as" in rule and post.as_ not in rule["as"]:
        return False
    if "networks" in rule and post.network is not None and post.network not in rule["networks"]:
        return False
    if "until" in rule and at.date().isoformat() >= rule["until"]:
        return False
    return "clocks" not in rule or any(clocks.holds(clock, at) for clock in rule["clocks"])


def _apart(hits: list[Hit]) -> list[Hit]:
    """The hits of one rule without overlap: the longest first, then the leftmost."""
    if len(hits) < 2:
        return hits
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.span.start - h.span.end, h.span.start, h.part)):
        if not any(hit.span.overlaps(other.span) or hit.span == other.span for other in kept):
            kept.append(hit)
    return kept
