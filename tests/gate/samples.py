"""A text that a regular expression of the safe subset matches, chosen by chance."""

import random
from collections.abc import Iterable
from functools import cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

PRINTABLE = [chr(point) for point in range(0x20, 0x7F)]
MORE = 3
"""How often a repeat goes on beyond what it must, at most: but for the odd one that goes on."""


def sample(regex: str, chance: random.Random) -> str:
    """Some text that matches `regex` from start to end."""
    return _of_all(_parsed(regex), chance)


@cache
def _parsed(regex: str) -> Any:
    return parser.parse(regex)


def _of_all(items: Iterable[tuple[Any, Any]], chance: random.Random) -> str:
    return "".join(_of(op, argument, chance) for op, argument in items)


def _of(op: Any, argument: Any, chance: random.Random) -> str:
    if op is ops.LITERAL:
        return chr(argument)
    if op is ops.NOT_LITERAL:
        return chance.choice([each for each in PRINTABLE if ord(each) != argument])
    if op is ops.IN:
        return chance.choice(_class(argument))
    if op is ops.BRANCH:
        return _of_all(chance.choice(argument[1]), chance)
    if op is ops.SUBPATTERN:
        return _of_all(argument[-1], chance)
    if op is ops.MAX_REPEAT:
        least, most, inner = argument
        more = most if chance.random() < 0.02 else least + MORE
        return "".join(
            _of_all(inner, chance) for _ in range(chance.randint(least, min(most, more)))
        )
    raise AssertionError(op)


def _class(argument: Any) -> list[str]:
    """The characters of a class."""
    named: set[str] = set()
    is_negated = False
    for op, value in argument:
        if op is ops.NEGATE:
            is_negated = True
        elif op is ops.LITERAL:
            named.add(chr(value))
        else:
            assert op is ops.RANGE
            named.update(map(chr, range(value[0], value[1] + 1)))
    return [each for each in PRINTABLE if each not in named] if is_negated else sorted(named)
