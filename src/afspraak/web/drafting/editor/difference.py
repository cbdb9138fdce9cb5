"""What is different between two texts, word by word or line by line, as pieces to show."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

MOST_WORDS = 6_000
"""Longer texts are compared line by line: word by word would take too long."""
MOST_LINES = 20_000

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, came, or went."""

    way: Literal["same", "new", "gone"]
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its number before and after, where it has one."""

    way: Literal["same", "new", "gone", "left-out"]
    text: str
    before: int | None
    after: int | None


def between(old: str, new: str) -> list[Piece]:
    """How `old` became `new`, word by word."""
    words = _WORDS.findall(old), _WORDS.findall(new)
    if max(map(len, words)) > MOST_WORDS:
        words = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if max(map(len, words)) > MOST_LINES:
        return [Piece("gone", old), Piece("new", new)]
    found: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, *words, autojunk=True)
    for code, i1, i2, j1, j2 in matcher.get_opcodes():
        if code == "equal":
            found.append(Piece("same", "".join(words[0][i1:i2])))
            continue
        if i1 < i2:
            found.append(Piece("gone", "".join(words[0][i1:i2])))
        if j1 < j2:
            found.append(Piece("new", "".join(words[1][j1:j2])))
    return found


def lines_between(old: str, new: str, *, around: int = 3) -> list[Line]:
    """What is different line by line, with a few lines around each difference."""
    lines = old.splitlines()[:MOST_LINES], new.splitlines()[:MOST_LINES]
    matcher = difflib.SequenceMatcher(None, *lines, autojunk=True)
    found: list[Line] = []
    for group in matcher.get_grouped_opcodes(around):
        if found:
            found.append(Line("left-out", "", None, None))
        for code, i1, i2, j1, j2 in group:
            found += _lines(code, (i1, i2), (j1, j2), lines)
    return found


def _lines(
    code: str,
    old: tuple[int, int],
    new: tuple[int, int],
    lines: tuple[Sequence[str], Sequence[str]],
) -> Iterator[Line]:
    if code == "equal":
        for i, j in zip(range(*old), range(*new), strict=True):
            yield Line("same", lines[0][i], i + 1, j + 1)
        return
    for i in range(*old):
        yield Line("gone", lines[0][i], i + 1, None)
    for j in range(*new):
        yield Line("new", lines[1][j], None, j + 1)
