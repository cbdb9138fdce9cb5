"""Counts that tell how it goes and give nobody away.

A count is rounded down to a whole number of thresholds. "Everybody" is said only of all together:
said of one team, it would say of the last of the others that they have not. Whatever is subtracted
from whatever, of any group as many as a threshold less one may still have read, or all of it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

THRESHOLD = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """How many of a group have read: at least `least`; nothing when there are too few to say.

    Without `least`, the group itself is too small to be shown.
    """

    of: int
    least: int | None
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The whole and its teams. Teams that are too small stand together in `rest`."""

    total: Shown
    teams: Mapping[str, Shown]
    rest: Shown | None


def shown(read: int, of: int, threshold: int = THRESHOLD) -> Shown:
    """What may be said of everybody together."""
    if of < threshold:
        return Shown(of, None)
    if read == of:
        return Shown(of, of, everybody=True)
    return Shown(of, read - read % threshold)


def table(counts: Mapping[str, tuple[int, int]], threshold: int = THRESHOLD) -> Table:
    """What may be said of teams, given (read, of) for each, and of all of them together."""
    total = shown(
        sum(read for read, _ in counts.values()), sum(of for _, of in counts.values()), threshold
    )
    large = {
        team: count
        for team, count in counts.items()
        if team and (count[1] > threshold or threshold == 1)
    }
    small = [count for team, count in counts.items() if team not in large]
    teams = {
        team: _of_team(read, of, total, threshold) for team, (read, of) in sorted(large.items())
    }
    rest = (
        _of_team(sum(read for read, _ in small), sum(of for _, of in small), total, threshold)
        if small
        else None
    )
    return Table(total, teams, rest)


def by_day(
    readings: Mapping[dt.date, int], of: int, threshold: int = THRESHOLD
) -> Sequence[tuple[dt.date, int]]:
    """How many had read at the end of each day on which the count that may be shown changed."""
    total, last, days = 0, 0, []
    for day in sorted(readings):
        total += readings[day]
        held = shown(min(total, of), of, threshold)
        if held.least is not None and held.least != last:
            last = held.least
            days.append((day, last))
    return days


def _of_team(read: int, of: int, total: Shown, threshold: int) -> Shown:
    """As for all together, but a team of which everybody has read looks as if one had not."""
    if total.everybody:
        return Shown(of, of, everybody=True)
    if of <= threshold and threshold > 1:
        return Shown(of, None)
    if threshold == 1:
        return Shown(of, read)
    known = min(read, of - 1)
    return Shown(of, known - known % threshold)
