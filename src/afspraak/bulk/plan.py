"""What a pack asks of a column: which parts can be decided all at once, and which row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from afspraak.bulk import candidates
from afspraak.bulk.folding import Places
from afspraak.engine.pack import PackCondition, PackData, PackSet

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
    derived = dict(_derived(data))
    for r, rule in enumerate(data["rules"]):
        for p, part in enumerate(rule["parts"]):
            if "set" not in part:
                measured.append((r, p))
                continue
            number, when = part["set"], part.get("when", [])
            if _is_words(sets[number]) and not when and not part.get("first"):
                plain.append((number, r, p))
                continue
            needed = [each["set"] for each in when if not each.get("absent")]
            words = sorted({each for each in (number, *needed) if _is_words(sets[each])})
            used = sets[number].get("patterns", [])
            way = Way(
                rule=r,
                part=p,
                set=number,
                words=tuple(words),
                candidates=tuple(used),
                everywhere="hashed" in sets[number] or any(each not in derived for each in used),
                digits=_digits(sets[number], data),
                when=when,
                first=part.get("first", False),
                decidable=_is_words(sets[number])
                and not part.get("first")
                and all(each["where"] == "post" and _is_words(sets[each["set"]]) for each in when),
            )
            if words:
                trigger = number if number in words else words[0]
                by_words.setdefault(trigger, []).append(way)
            else:
                by_search.append(way)
    # words that only stand in the way of something are looked for where that something is
    searched = {number for number, _, _ in plain} | {way.set for way in by_search}
    for way in (way for each in by_words.values() for way in each):
        searched.update(way.words)
        if way.decidable:
            searched.update(each["set"] for each in way.when)
    table = np.array(sorted(plain), np.int64).reshape(-1, 3)
    wanted = sorted({each for way in by_search for each in way.candidates if each in derived})
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
        searched=frozenset(searched),
        patterns=tuple(wanted),
        expressions=tuple(derived[each] for each in wanted),
        measured=tuple(measured),
    )


def _is_words(each: PackSet) -> bool:
    return bool(each) and _WORDS.issuperset(each)


def _digits(each: PackSet, data: PackData) -> int:
    if set(each) != {"patterns"}:
        return 0
    return min(data["patterns"][number].get("digits", 0) for number in each["patterns"])


def _derived(data: PackData) -> Iterator[tuple[int, bytes]]:
    """The candidates of the patterns that have one."""
    for number, pattern in enumerate(data["patterns"]):
        try:
            yield number, candidates.candidate(pattern["regex"]).encode("ascii")
        except candidates.UnableToDerive:
            continue
