"""The reference executor: plain, obvious, and without a line in common with the others.

It builds the fold and the word characters itself from `unicodedata`, tries every phrase at every
place, and asks every rule. What it shares is data (the pack) and the named checks and measures,
whose own tests have other oracles (python-stdnum, phonenumbers, regex).
"""

import datetime as dt
from typing import NamedTuple
from zoneinfo import ZoneInfo

from afspraak.engine.measures import MEASURES
from afspraak.engine.pack import Pack, PackClock, PackCondition, PackPart, PackRule
from afspraak.engine.post import Post
from engine.reference_hits import Hits, Sets
from engine.reference_reading import Reading

Stretch = tuple[int, int]


class Found(NamedTuple):
    """A finding: the rule's id, the stretch in code points of the original, the part's number."""

    rule: str
    start: int
    end: int
    part: int


class Reference:
    """One pack, gone through rule by rule for every post."""

    def __init__(self, pack: Pack) -> None:
        self.rules = pack.data["rules"]
        self.zone = ZoneInfo(pack.data["timezone"])
        self.sets = Sets(pack)

    def check(self, post: Post, now: dt.datetime) -> list[Found]:
        """Every finding, by place."""
        reading = Reading(post.text)
        hits = Hits(self.sets, reading)
        at = post.at or now
        at = at.replace(tzinfo=self.zone) if at.tzinfo is None else at.astimezone(self.zone)
        by_rule: list[list[Found]] = [[] for _ in self.rules]
        for findings, rule in zip(by_rule, self.rules, strict=True):
            if applies(rule, post, at):
                spans = [
                    (start, end, number)
                    for number, part in enumerate(rule["parts"])
                    for start, end in spans_of(part, post, reading, hits)
                ]
                findings += [Found(rule["id"], *span) for span in without_overlap(spans)]
        quiet = quiet_sentences(self.rules, by_rule, reading)
        kept = [
            each
            for findings, rule in zip(by_rule, self.rules, strict=True)
            for each in findings
            if not quiet.get(rule["kind"], set()) & sentences_of(reading, each)
        ]
        return sorted(kept, key=lambda found: (found.start, found.end, found.rule))


def quiet_sentences(
    rules: list[PackRule], by_rule: list[list[Found]], reading: Reading
) -> dict[str, set[int]]:
    """For each kind that is silenced, the sentences in which another rule silences it."""
    quiet: dict[str, set[int]] = {}
    for findings, rule in zip(by_rule, rules, strict=True):
        for kind in rule.get("silences", []):
            for each in findings:
                quiet.setdefault(kind, set()).update(sentences_of(reading, each))
    return quiet


def sentences_of(reading: Reading, found: Found) -> set[int]:
    """The numbers of the sentences that the finding touches."""
    origins = enumerate(reading.came_from)
    places = [i for i, origin in origins if found.start <= origin < found.end]
    return {reading.sentence_number(i) for i in places}


def spans_of(part: PackPart, post: Post, reading: Reading, hits: Hits) -> list[Stretch]:
    """Where the part speaks, in the original."""
    if "measure" in part:
        measured = MEASURES[part["measure"]](post, part["amount"])
        return [(span.start, span.end) for span in measured]
    good = [
        hit
        for hit in hits.of(part["set"])
        if all(meets(reading, hits, hit, condition) for condition in part.get("when", []))
    ]
    good = good[:1] if part.get("first") else good
    return [reading.original_span(*hit) for hit in good]


def applies(rule: PackRule, post: Post, at: dt.datetime) -> bool:
    """Whether the rule is about such a post at such a time."""
    if post.as_ not in rule.get("as", [post.as_]):
        return False
    if post.network is not None and post.network not in rule.get("networks", [post.network]):
        return False
    if "until" in rule and at.date() >= dt.date.fromisoformat(rule["until"]):
        return False
    return "clocks" not in rule or any(ticks(clock, at) for clock in rule["clocks"])


def ticks(clock: PackClock, at: dt.datetime) -> bool:
    """Whether it is a day and an hour of this clock."""
    day = at.date()
    if "first" in clock and day < dt.date.fromisoformat(clock["first"]):
        return False
    if "last" in clock and day > dt.date.fromisoformat(clock["last"]):
        return False
    if "weekdays" in clock and at.weekday() not in clock["weekdays"]:
        return False
    if "minutes" not in clock:
        return True
    start, end = clock["minutes"]
    minute = at.hour * 60 + at.minute
    span = range(start, end) if start < end else [*range(start, 1440), *range(end)]
    return minute in span


def meets(reading: Reading, hits: Hits, hit: Stretch, condition: PackCondition) -> bool:
    """Whether what must stand around the hit stands there, or is away when it must be."""
    stands = any(
        relation(reading, hit, other, condition["where"], condition.get("within", 0))
        for other in hits.of(condition["set"])
    )
    return stands is not condition.get("absent", False)


def relation(reading: Reading, hit: Stretch, other: Stretch, where: str, within: int) -> bool:
    """Whether `other` stands where it should, seen from `hit`."""
    inside = set(range(*hit)) <= set(range(*other))
    around = set(range(*other)) <= set(range(*hit))
    if where in ("inside", "around"):
        return inside if where == "inside" else around
    if set(range(*hit)) & set(range(*other)):
        return False
    if where == "post":
        return True
    if reading.sentence_number(hit[0]) != reading.sentence_number(other[0]):
        return False
    if where == "sentence":
        return True
    if where == "before" and other[0] > hit[0]:
        return False
    if where == "after" and other[0] < hit[0]:
        return False
    first, second = sorted([hit, other])
    return reading.words_between(first[1], second[0]) <= within


def without_overlap(spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest, then the leftmost, then the part that comes first; nothing over another."""
    kept: list[tuple[int, int, int]] = []
    for start, end, part in sorted(spans, key=lambda s: (s[0] - s[1], s[0], s[2])):
        if all((start, end) != (a, b) and (end <= a or b <= start) for a, b, _ in kept):
            kept.append((start, end, part))
    return kept
