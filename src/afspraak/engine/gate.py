"""What every match of a pattern must contain, read off the pattern itself.

A text without it need not be searched. Nobody writes these by hand: a hand-made shortcut that is
not true for every match is a miss nobody sees.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MAX_CLASS = 12
"""Larger classes of characters tell too little to be worth looking for."""
MAX_STRINGS = 40
ASKING, SEARCHING = 0.06, 30.0
"""Microseconds to look for one string in a post, and to search it with a pattern."""
COMMON = {" ": 1.0, ".": 0.9, ",": 0.7, "'": 0.4, "-": 0.4, ":": 0.3}
DIGITS = frozenset(map(ord, "0123456789"))

Strings = frozenset[str]
NOTHING: Strings = frozenset({""})


@dataclass(frozen=True, slots=True)
class Gate:
    """At least one of `strings` (none = no such demand) and at least so many `digits`.

    Of the digits so many as `row` says stand side by side.
    """

    strings: tuple[str, ...]
    digits: int
    row: int


@lru_cache(maxsize=1024)
def gate(regex: str) -> Gate:
    """The gate of a regular expression of the safe subset.

    Kept: editions of one protocol share nearly all their patterns.
    """
    parsed = parser.parse(regex)
    best = _best(_demands(parsed)) or frozenset()
    digits = _digits(parsed)
    if digits and all(string.isdigit() for string in best):
        best = frozenset()  # the count of digits says the same
    return Gate(tuple(sorted(best)), digits, _row(parsed))


def _demands(items: Iterable[tuple[Any, Any]], before: Strings = NOTHING) -> list[Strings]:
    """Sets of which every match of the whole sequence contains a member.

    Behind one of the strings `before` the sequence begins.
    """
    found: list[Strings] = []
    for op, argument in items:
        spelled = _spelled(op, argument)
        longer = _joined(before, spelled)
        if longer is None:
            found += _inner(op, argument, before)
        before = longer or spelled or NOTHING
        found.append(before)
    return [_fewest(strings) for strings in found if "" not in strings]


def _inner(op: Any, argument: Any, before: Strings) -> list[Strings]:
    """What is demanded by a part that is too much to spell out."""
    if op is ops.SUBPATTERN:
        return _demands(argument[-1], before)
    if op is ops.BRANCH:
        union = _union(_best(_demands(branch, before)) for branch in argument[1])
        return [union] if union else []
    if op is ops.MAX_REPEAT and argument[0] >= 1:
        return _demands(argument[2], before)
    return []


def _spelled(op: Any, argument: Any) -> Strings | None:
    """All that a part can be, or None when that is too much to spell out."""
    if op is ops.LITERAL:
        return frozenset({chr(argument)})
    if op is ops.IN:
        characters = _class(argument)
        return frozenset(map(chr, characters)) if 0 < len(characters) <= MAX_CLASS else None
    if op is ops.SUBPATTERN:
        return _sequence(argument[-1])
    if op is ops.BRANCH:
        return _union(map(_sequence, argument[1]))
    if op is ops.MAX_REPEAT and argument[:2] == (0, 1):
        return _union((NOTHING, _sequence(argument[2])))
    return None


def _sequence(items: Iterable[tuple[Any, Any]]) -> Strings | None:
    whole: Strings | None = NOTHING
    for op, argument in items:
        whole = _joined(whole, _spelled(op, argument))
    return whole


def _joined(left: Strings | None, right: Strings | None) -> Strings | None:
    if left is None or right is None or len(left) * len(right) > MAX_STRINGS:
        return None
    return frozenset(a + b for a in left for b in right)


def _union(alternatives: Iterable[Strings | None]) -> Strings | None:
    """The strings of all alternatives, if each is known and they are not too many."""
    found: Strings = frozenset()
    for strings in alternatives:
        if strings is None:
            return None
        found |= strings
    return found if len(found) <= MAX_STRINGS else None


def _fewest(strings: Strings) -> Strings:
    """Without those that have another of them inside."""
    return frozenset(s for s in strings if not any(o in s for o in strings if o != s))


def _best(demands: list[Strings]) -> Strings | None:
    """The demand that is cheapest to ask, with the searches it lets through."""
    demands = [*demands, *filter(None, map(_shared_sign, demands))]
    return min(demands, key=_cost, default=None)


def _cost(strings: Strings) -> float:
    """A rough guess: what asking costs, and a search as often as one of the strings is there."""
    return len(strings) * ASKING + min(1.0, sum(map(_chance, strings))) * SEARCHING


@lru_cache(maxsize=4096)
def _chance(string: str) -> float:
    """How likely a post is to hold the string; signs and digits are rarer than letters."""
    single = min(COMMON.get(each, 0.8 if "a" <= each <= "z" else 0.2) for each in string)
    return float(single * 0.3 ** (len(string) - 1))


def _shared_sign(strings: Strings) -> Strings | None:
    """A sign that all of many strings hold, to be asked for instead of them."""
    shared = frozenset.intersection(*map(frozenset, strings))
    signs = sorted(each for each in shared if not each.isalnum() and each != " ")
    return frozenset(signs[:1]) if signs and len(strings) > 1 else None


def _digits(items: Iterable[tuple[Any, Any]]) -> int:
    count = 0
    for op, argument in items:
        if op is ops.SUBPATTERN:
            count += _digits(argument[-1])
        elif op is ops.BRANCH:
            count += min(map(_digits, argument[1]))
        elif op is ops.MAX_REPEAT:
            count += argument[0] * _digits(argument[2])
        elif op is ops.IN:
            characters = _class(argument)
            count += bool(characters) and characters <= DIGITS
        elif op is ops.LITERAL:
            count += argument in DIGITS
    return count


def _row(items: Iterable[tuple[Any, Any]]) -> int:
    """How many digits stand side by side in every match, in one place at least."""
    longest = row = 0
    for op, argument in items:
        only = _only_digits(op, argument)
        row = 0 if only is None else row + only
        longest = max(longest, row)
        if op is ops.SUBPATTERN:
            longest = max(longest, _row(argument[-1]))
        elif op is ops.BRANCH:
            longest = max(longest, min(map(_row, argument[1])))
        elif op is ops.MAX_REPEAT and argument[0] >= 1:
            longest = max(longest, _row(argument[2]))
    return longest


def _only_digits(op: Any, argument: Any) -> int | None:
    """How many digits a part is at least; None when it can be anything else."""
    if op is ops.LITERAL:
        return 1 if argument in DIGITS else None
    if op is ops.IN:
        characters = _class(argument)
        return 1 if characters and characters <= DIGITS else None
    if op is ops.MAX_REPEAT:
        each = [_only_digits(*item) for item in argument[2]]
        return None if None in each else argument[0] * sum(filter(None, each))
    return None


def _class(argument: Any) -> frozenset[int]:
    """The characters of a class, or nothing when it is negated or not plain."""
    characters: set[int] = set()
    for op, value in argument:
        if op is ops.LITERAL:
            characters.add(value)
        elif op is ops.RANGE:
            characters.update(range(value[0], value[1] + 1))
        else:
            return frozenset()
    return frozenset(characters)
