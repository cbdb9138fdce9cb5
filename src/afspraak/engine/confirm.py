"""From a pattern's candidate to a hit: its check, and what may stand beside it."""

import re
from collections.abc import Iterator, Sequence

from afspraak.engine import checks
from afspraak.engine.fold import Folded, Folder
from afspraak.engine.pack import PackPattern

_DIGITS = frozenset("0123456789")
_JOINERS = frozenset(".,-/+")


def confirmed(
    regex: re.Pattern[str], pattern: PackPattern, folded: Folded, folder: Folder
) -> Iterator[tuple[int, int]]:
    """The stretches where the pattern stands, its check agrees and its boundaries hold.

    After a match that is refused, the search goes on one character after its start.
    """
    text, at = folded.text, 0
    check = checks.CHECKS[pattern["check"]] if "check" in pattern else None
    left, right = pattern.get("left", ""), pattern.get("right", "")
    while match := regex.search(text, at):
        start, end = match.span()
        at = start + 1
        if not _left(left, text, start, folder):
            continue
        if check:
            kept = check(text[start:end], folded.span(start, end).of(folded.original))
            if kept is None or not _wanted(pattern, kept.normal):
                continue
            end = start + kept.length
        if end > start and _right(right, text, end, folder):
            yield start, end
            at = end


def _left(boundary: str, text: str, start: int, folder: Folder) -> bool:
    if not boundary or start == 0:
        return True
    if folder.is_word(text[start - 1]):
        return False
    return not (
        boundary == "number"
        and start > 1
        and text[start - 1] in _JOINERS
        and text[start - 2] in _DIGITS
    )


def _right(boundary: str, text: str, end: int, folder: Folder) -> bool:
    if not boundary or end == len(text):
        return True
    if folder.is_word(text[end]):
        return False
    return not (
        boundary == "number"
        and end + 1 < len(text)
        and text[end] in _JOINERS
        and text[end + 1] in _DIGITS
    )


def _wanted(pattern: PackPattern, normal: str) -> bool:
    only, exempt = pattern.get("only"), pattern.get("exempt", ())
    return not _covers(exempt, normal) and (only is None or _covers(only, normal))


def _covers(forms: Sequence[str], normal: str) -> bool:
    """Whether the forms hold this one or, of a host, one that it is a part of."""
    while True:
        if normal in forms:
            return True
        _, dot, normal = normal.partition(".")
        if not dot:
            return False
