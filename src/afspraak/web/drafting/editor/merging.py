"""Two people's changes to one text, brought together line by line or sentence by sentence."""

import difflib
import re
from collections.abc import Sequence

_SENTENCES = re.compile(r"[^\n]*?[.!?…:;]+[ \t]+|[^\n]*\n|[^\n]+")


def merged(base: str, mine: str, theirs: str, *, is_prose: bool = False) -> tuple[str, bool]:
    """`base` with both changes, and whether they went together.

    Where they did not, both versions stand after each other: theirs first. No line is lost. Of
    prose each sentence counts as a line.
    """
    lines = [
        _SENTENCES.findall(each) if is_prose else each.split("\n") for each in (base, mine, theirs)
    ]
    result: list[str] = []
    clean = True
    for old, ours, other in _stretches(*lines):
        if other in (ours, old):
            result += ours
        elif ours == old:
            result += other
        else:
            clean = False
            result += [*other, *ours]
    return ("" if is_prose else "\n").join(result), clean


def _stretches(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]
) -> list[tuple[list[str], list[str], list[str]]]:
    """The texts cut at the lines that all three have in common."""
    in_mine, in_theirs = _same_lines(base, mine), _same_lines(base, theirs)
    found: list[tuple[list[str], list[str], list[str]]] = []
    at = (0, 0, 0)
    for index in [*sorted(in_mine.keys() & in_theirs.keys()), len(base)]:
        to = (index, in_mine.get(index, len(mine)), in_theirs.get(index, len(theirs)))
        found.append(
            (
                list(base[at[0] : to[0]]),
                list(mine[at[1] : to[1]]),
                list(theirs[at[2] : to[2]]),
            )
        )
        if index < len(base):
            found.append(([base[index]], [base[index]], [base[index]]))
        at = (to[0] + 1, to[1] + 1, to[2] + 1)
    return found


def _same_lines(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    matcher = difflib.SequenceMatcher(None, base, other, autojunk=len(base) > 5_000)
    return {
        block.a + offset: block.b + offset
        for block in matcher.get_matching_blocks()
        for offset in range(block.size)
    }
