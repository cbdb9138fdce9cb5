"""What a pack asks of a column: which parts can be decided all at once, and which row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from afspraak.bulk import candidates
from afspraak.bulk.folding import Places
from afspraak.engine.pack import PackCondition, PackData, PackPart, PackSet

_WORDS = {"word", "start"}
_RESTRICTIONS = {"as", "networks", "until", "clocks"}


@dataclass(frozen=True)
class Plan:
    """The parts of a pack's rules by how they are decided."""

    plain_sets: Places  # sets whose every hit is a finding, in order …
    plain_rules: Places  # … with the rule
    plain_parts: Places  # … and the part
    restricted: tuple[int, ...]  # the rules among them that are not about every post
    by_words: dict[int, list["Way"]]  # the other parts, by a set of words they need
    by_search: list["Way"]  # those that need no words: they are led by patterns
    searched: frozenset[int]  # the sets whose words are looked for in a whole buffer
    patterns: tuple[int, ...]  # the patterns to look for in a whole buffer
    expressions: tuple[bytes, ...]  # what is looked for, one for each of them
    measured: tuple[tuple[int, int], ...]  # rules and parts that measure a post


@dataclass(frozen=True)
class Way:
    """A part that is decided row by row, where `words` and the candidates of its set allow."""

    rule: int
    part: int
    set: int
    words: tuple[int, ...]
    candidates: tuple[int, ...]
    everywhere: bool
    digits: int  # how many a row needs for its set to stand there
    when: Sequence[PackCondition]
    first: bool
    decidable: bool
    """Every condition is about words anywhere in the post, so that their absence decides."""


def plan(data: PackData) -> Plan:
    """The plan of a pack."""
    sets = data["sets"]
    plain: list[tuple[int, int, int]] = []
    by_words: dict[int, list[Way]] = {}
    by_search: list[Way] = []
    measured: list[tuple[int, int]] = []
    for r, rule in enumerate(data["rules"]):
        for p, part in enumerate(rule["parts"]):
            if "set" not in part:
                measured.append((r, p))
            elif _is_words(sets[part["set"]]) and "when" not in part and "first" not in part:
                plain.append((part["set"], r, p))
            elif (way := _way(data, r, p, part)).words:
                trigger = way.set if way.set in way.words else way.words[0]
                by_words.setdefault(trigger, []).append(way)
            else:
                by_search.append(way)
    table = np.array(sorted(plain), np.int64).reshape(-1, 3)
    patterns = tuple(sorted({each for way in by_search for each in way.candidates}))
    return Plan(
        plain_sets=table[:, 0],
        plain_rules=table[:, 1],
        plain_parts=table[:, 2],
        restricted=tuple(
            rule
            for rule in sorted({rule for _, rule, _ in plain})
            if not _RESTRICTIONS.isdisjoint(data["rules"][rule])
        ),
        by_words=by_words,
        by_search=by_search,
        searched=frozenset(
            {number for number, _, _ in plain}.union(
                *({way.set} for way in by_search),
                *(_wanted_by(way) for ways in by_words.values() for way in ways),
            )
        ),
        patterns=patterns,
        expressions=tuple(filter(None, (_candidate(data, each) for each in patterns))),
        measured=tuple(measured),
    )


def _way(data: PackData, r: int, p: int, part: PackPart) -> Way:
    sets, number, when = data["sets"], part["set"], part.get("when", [])
    needed = (number, *(each["set"] for each in when if not each.get("absent")))
    words = tuple(sorted({each for each in needed if _is_words(sets[each])}))
    # words lead to fewer rows than patterns do
    used = () if words else sets[number].get("patterns", ())
    derived = tuple(each for each in used if _candidate(data, each))
    about_words = _is_words(sets[number]) and all(_is_words(sets[each["set"]]) for each in when)
    return Way(
        rule=r,
        part=p,
        set=number,
        words=words,
        candidates=derived,
        everywhere="hashed" in sets[number] or len(derived) < len(used),
        digits=_digits(data, sets[number]),
        when=when,
        first=part.get("first", False),
        decidable=about_words
        and not part.get("first")
        and all(each["where"] == "post" for each in when),
    )


def _wanted_by(way: Way) -> set[int]:
    """The sets whose words must be known for the way to be decided.

    Words that only stand in the way of something else are looked for where that something is.
    """
    return {*way.words, *(each["set"] for each in way.when if way.decidable)}


def _is_words(each: PackSet) -> bool:
    return bool(each) and _WORDS.issuperset(each)


def _digits(data: PackData, each: PackSet) -> int:
    """How many digits a row needs for the set to stand in it."""
    if set(each) != {"patterns"}:
        return 0
    return min(data["patterns"][number].get("digits", 0) for number in each["patterns"])


def _candidate(data: PackData, pattern: int) -> bytes | None:
    """What to look for in a whole buffer; None for a pattern that has no such thing."""
    try:
        return candidates.candidate(data["patterns"][pattern]["regex"]).encode("ascii")
    except candidates.UnableToDerive:
        return None
