"""What every match of a pattern must contain, read off the pattern itself.

A text without it need not be searched. Nobody writes these by hand: a hand-made shortcut that is
not true for every match is a miss nobody sees.
"""

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Gate:
    """At least one of `strings` (none = no such demand) and at least so many `digits`."""

    strings: tuple[str, ...]
    digits: int


def gate(regex: str) -> Gate:
    """The gate of a regular expression of the safe subset."""
    parsed = parser.parse(regex)
    best = _best(_demands(parsed)) or frozenset()
    digits = _digits(parsed)
    if digits and all(string.isdigit() for string in best):
        best = frozenset()  # the count of digits says the same
    return Gate(tuple(sorted(best)), digits)


def _demands(items: Iterable[tuple[Any, Any]]) -> list[Strings]:
    """Sets of which every match of the whole sequence contains a member."""
    found: list[Strings] = []
    run = ""
    for op, argument in items:
        if op is ops.LITERAL:
            run += chr(argument)
            continue
        if run:
            found.append(frozenset({run}))
            run = ""
        if inner := _demand(op, argument):
            found.append(inner)
    if run:
        found.append(frozenset({run}))
    return found


def _demand(op: Any, argument: Any) -> Strings | None:
    if op is ops.SUBPATTERN:
        return _best(_demands(argument[-1]))
    if op is ops.BRANCH:
        each = [_best(_demands(branch)) for branch in argument[1]]
        if all(each):
            union = frozenset(string for strings in each if strings for string in strings)
            return union if len(union) <= MAX_STRINGS else None
        return None
    if op is ops.MAX_REPEAT and argument[0] >= 1:
        return _best(_demands(argument[2]))
    if op is ops.IN:
        characters = _class(argument)
        if characters and len(characters) <= MAX_CLASS:
            return frozenset(map(chr, characters))
    return None


def _best(demands: list[Strings]) -> Strings | None:
    """The demand that is cheapest to ask, with the searches it lets through."""
    demands = [*demands, *filter(None, map(_shared_sign, demands))]
    return min(demands, key=_cost, default=None)


def _cost(strings: Strings) -> float:
    """A rough guess: what asking costs, and a search as often as one of the strings is there."""
    return len(strings) * ASKING + min(1.0, sum(map(_chance, strings))) * SEARCHING


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
