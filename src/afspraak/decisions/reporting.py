"""Counts of how often people report a rule: by week, shown from twenty on, and gone after a term.

A report is of a rule and never of somebody. What is shown is rounded down to whole twenties, so
that who looks before and after a colleague's report learns nothing.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

THRESHOLD = 20
"""Fewer reports of a rule are shown as none."""


class Sort(StrEnum):
    """What somebody says of a rule."""

    WRONG = "wrong"
    ANNOYING = "annoying"


@dataclass(frozen=True, slots=True)
class Reported:
    """What may be shown of one rule: at least so many reports, or nothing when there are too few.

    A sort is only shown by itself when it has enough reports of its own.
    """

    rule: str
    least: int
    sorts: Mapping[Sort, int]


def week_of(day: dt.date) -> dt.date:
    """The Monday of the week: the finest that is kept of when."""
    return day - dt.timedelta(days=day.weekday())


def reported(counts: Mapping[tuple[str, Sort], int]) -> tuple[Reported, ...]:
    """The rules with enough reports, the most reported first and else by name."""
    found = []
    for rule in sorted({rule for rule, _ in counts}):
        held = {sort: counts.get((rule, sort), 0) for sort in Sort}
        least = _rounded(sum(held.values()))
        if least:
            sorts = {sort: _rounded(count) for sort, count in held.items() if _rounded(count)}
            found.append(Reported(rule, least, sorts))
    return tuple(sorted(found, key=lambda each: (-each.least, each.rule)))


def counts_once_more(counted: int, people: int) -> bool:
    """Whether one more report of a rule in a week can be somebody's first."""
    return counted < people


def _rounded(count: int) -> int:
    return count - count % THRESHOLD
