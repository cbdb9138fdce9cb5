"""From a pattern of the pack to a looser and quicker one that Hyperscan can run on bytes.

Every match of the pattern contains a match of its candidate, so a row without a candidate has no
match. The candidate is derived from the parsed pattern: it begins behind a wide repeat where
something rarer stands, what may be absent at its ends is left out, and a character that is not
ASCII may be any of its bytes. Nobody writes one by hand: a shortcut that is not true for every
match is a miss nobody sees.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile, groupby, takewhile
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MAX_UTF8 = 4
WIDE = 16
"""A repeat with more freedom than this makes an automaton slow where a text often enters it."""
_HIGH = "\\x80-\\xff"
_SINGLE = (ops.LITERAL, ops.IN, ops.NOT_LITERAL, ops.ANY)
# How often a character stands in a post, roughly; letters and digits as a kind, one by one.
_COMMON = {" ": 0.16, "\n": 0.01, ".": 0.02, ",": 0.01, "-": 0.01, "/": 0.005, "#": 0.004}
_LETTER, _DIGIT, _SIGN, _OTHER, _LINK = 0.04, 0.003, 0.002, 0.05, 0.001

Item = tuple[Any, Any]


class UnableToDerive(Exception):
    """The pattern has something in it that this file does not know."""


@cache
def candidate(regex: str) -> str:
    """The looser pattern, in Hyperscan's syntax, for folded text in UTF-8 without regard to case.

    Raises `UnableToDerive` when it uses what is outside the pack's subset.
    """
    return _quickest(parser.parse(regex))


@cache
def takes(regex: str, point: int) -> bool:
    """Whether a character can be part of a match; of those beyond ASCII, whether any can."""
    return _takes(parser.parse(regex), min(point, 128))


def _takes(items: Sequence[Item], point: int) -> bool:
    for op, argument in items:
        if op is ops.SUBPATTERN:
            found = _takes(argument[-1], point)
        elif op is ops.BRANCH:
            found = any(_takes(each, point) for each in argument[1])
        elif op is ops.MAX_REPEAT:
            found = _takes(argument[2], point)
        else:
            found = op not in _SINGLE or point in _points(op, argument)
        if found:
            return True
    return False


def _quickest(items: Sequence[Item]) -> str:
    """The pattern from its start, or from behind a wide repeat where a rarer piece begins."""
    starts = [trimmed for each in _starts(list(_flat(items))) if (trimmed := _trimmed(each))]
    if not starts:
        raise UnableToDerive("nothing that must be there")
    return _emit(min(starts, key=_chance_at_start), left=True, right=True)


def _starts(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items, and what every match still has from behind each wide repeat on."""
    yield list(items)
    for i, (op, argument) in enumerate(items):
        rest = list(items[i + 1 :])
        if not _is_wide([(op, argument)]):
            continue
        if op is ops.MAX_REPEAT and argument[0]:
            yield from ([*each, *rest] for each in _starts(list(_flat(argument[2]))))
        elif op is ops.MAX_REPEAT:
            yield [*_either(items[i - 1 : i], list(argument[2])), *rest]
        else:
            yield rest


def _flat(items: Sequence[Item]) -> Iterator[Item]:
    """The items with plain groups opened."""
    for op, argument in items:
        if op is ops.SUBPATTERN:
            yield from _flat(list(argument[-1]))
        elif op is ops.MAX_REPEAT and argument[0] == argument[1] == 1:
            yield from _flat(list(argument[2]))
        else:
            yield op, argument


def _either(before: Sequence[Item], repeated: Sequence[Item]) -> list[Item]:
    """One character before what follows an optional repeat: of the repeat, or what precedes it."""
    if len(before) == len(repeated) == 1 and before[0][0] in _SINGLE and repeated[0][0] in _SINGLE:
        points = _points(*before[0]) | _points(*repeated[0])
        return [(ops.IN, [(ops.LITERAL, point) for point in sorted(points)])]
    return []


def _is_wide(items: Sequence[Item]) -> bool:
    return any(_is_wide_item(op, argument) for op, argument in items)


def _is_wide_item(op: Any, argument: Any) -> bool:
    if op is ops.MAX_REPEAT:
        least, most, inner = argument
        return most is ops.MAXREPEAT or most - least > WIDE or _is_wide(inner)
    if op is ops.BRANCH:
        return any(map(_is_wide, argument[1]))
    return op is ops.SUBPATTERN and _is_wide(argument[-1])


def _trimmed(items: Sequence[Item]) -> list[Item]:
    """The items without those at either end that may be absent."""
    return _trimmed_left(_trimmed_right(items))


def _trimmed_left(items: Sequence[Item]) -> list[Item]:
    return list(dropwhile(lambda item: _least(item) == 0, items))


def _trimmed_right(items: Sequence[Item]) -> list[Item]:
    return _trimmed_left(items[::-1])[::-1]


def _least(item: Item) -> int:
    """The fewest characters the item takes."""
    op, argument = item
    if op is ops.SUBPATTERN:
        return sum(map(_least, argument[-1]))
    if op is ops.BRANCH:
        return min(sum(map(_least, each)) for each in argument[1])
    if op is ops.MAX_REPEAT:
        return int(argument[0]) * sum(map(_least, argument[2]))
    if op in _SINGLE:
        return 1
    raise UnableToDerive(str(op))


def _chance_at_start(items: Sequence[Item]) -> float:
    """How likely it is that what stands before the first wide repeat begins at a place."""
    narrow = list(takewhile(lambda item: not _is_wide([item]), items))
    chance = _chance(narrow)
    opening = "".join(chr(argument) for op, argument in narrow if op is ops.LITERAL)
    return max(chance, _LINK) if opening.startswith("http") else chance


def _chance(items: Sequence[Item]) -> float:
    """How likely the items are to begin at a place in a post. A guess; only speed depends on it."""
    chance = 1.0
    for op, argument in items:
        if op in _SINGLE:
            chance *= min(1.0, sum(map(_frequency, _points(op, argument))))
        elif op is ops.SUBPATTERN:
            chance *= _chance(argument[-1])
        elif op is ops.BRANCH:
            chance *= min(1.0, sum(map(_chance, argument[1])))
        elif op is ops.MAX_REPEAT:
            chance *= _chance(argument[2]) ** argument[0]
        else:
            raise UnableToDerive(str(op))
    return chance


def _frequency(point: int) -> float:
    character = chr(point)
    if point > 127:
        return _OTHER
    if character.isalpha():
        return _LETTER
    return _DIGIT if character.isdigit() else _COMMON.get(character, _SIGN)


def _emit(items: Sequence[Item], *, left: bool, right: bool) -> str:
    """The items as a pattern; `left` and `right` tell which end is free."""
    last = len(items) - 1
    return "".join(
        _item(op, argument, left=left and i == 0, right=right and i == last)
        for i, (op, argument) in enumerate(items)
    )


def _item(op: Any, argument: Any, *, left: bool, right: bool) -> str:
    if op is ops.LITERAL:
        return _literal(argument)
    if op in _SINGLE:
        return _character(op, argument, 1, 1)
    if op is ops.SUBPATTERN:
        return f"(?:{_emit(list(argument[-1]), left=left, right=right)})"
    if op is ops.BRANCH:
        branches = (_emit(list(each), left=left, right=right) for each in argument[1])
        return f"(?:{'|'.join(branches)})"
    if op is ops.MAX_REPEAT:
        least, most, inner = argument
        most = least if left or right else most
        if most == 0:
            return ""
        if len(inner) == 1 and inner[0][0] in _SINGLE:
            op, argument = inner[0]
            return _character(op, argument, least, most)
        return _repeated(list(inner), least, most, left=left, right=right)
    raise UnableToDerive(str(op))


def _repeated(inner: list[Item], least: int, most: Any, *, left: bool, right: bool) -> str:
    """A group so many times; a copy at a free end is cut like any other end."""
    first, last = _trimmed_left(inner), _trimmed_right(inner)
    before = f"(?:{_emit(first, left=True, right=False)})" if left and first != inner else ""
    is_cut = right and last != inner and least > bool(before)
    after = f"(?:{_emit(last, left=False, right=True)})" if is_cut else ""
    cut = bool(before) + bool(after)
    if most == cut:
        return before + after
    body = f"(?:{_emit(inner, left=False, right=False)})"
    return f"{before}{body}{_times(least - cut, most - cut)}{after}"


def _character(op: Any, argument: Any, least: int, most: Any) -> str:
    """A class of characters so many times; one that is not ASCII takes up to four bytes."""
    points = _points(op, argument)
    members = "".join(_ranges(sorted(point for point in points if point < 128)))
    if max(points) < 128:
        return f"[{members}]{_times(least, most)}"
    return f"[{members}{_HIGH}]{_times(least, most if most is ops.MAXREPEAT else most * MAX_UTF8)}"


def _points(op: Any, argument: Any) -> set[int]:
    """The ASCII characters that a class takes, with 128 for any others."""
    if op is ops.LITERAL:
        return {min(argument, 128)}
    if op is ops.ANY:
        return set(range(129)) - {10}
    if op is ops.NOT_LITERAL:
        return set(range(129)) - {argument}
    members: set[int] = set()
    negated = False
    for kind, value in argument:
        if kind is ops.NEGATE:
            negated = True
        elif kind is ops.LITERAL:
            members.add(value)
        elif kind is ops.RANGE:
            members.update(range(value[0], value[1] + 1))
        else:
            raise UnableToDerive(str(kind))
    if negated:
        return set(range(129)) - members
    return {min(point, 128) for point in members}


def _ranges(points: Sequence[int]) -> Iterator[str]:
    """Points in order as the inside of brackets: `\\x61-\\x7a` for a to z."""
    for _, group in groupby(enumerate(points), key=lambda each: each[1] - each[0]):
        run = [point for _, point in group]
        yield _literal(run[0]) + (f"-{_literal(run[-1])}" if len(run) > 1 else "")


def _literal(point: int) -> str:
    return "".join(f"\\x{byte:02x}" for byte in chr(point).encode("utf-8", "surrogatepass"))


def _times(least: int, most: Any) -> str:
    if least == most:
        return "" if least == 1 else f"{{{least}}}"
    if most is ops.MAXREPEAT:
        return f"{{{least},}}"
    return f"{{{least},{most}}}"
