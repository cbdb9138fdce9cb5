"""When people may be written to: on working days, in working hours, and not while away."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

import holidays

STARTS = dt.time(9)
ENDS = dt.time(17)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Presence:
    """From when to when somebody works here, and from when until when they are away.

    Away without an end is away until further notice. `left` is the first day they are gone,
    `away_until` the last day they are away.
    """

    joined: dt.date | None = None
    left: dt.date | None = None
    away_from: dt.date | None = None
    away_until: dt.date | None = None

    def works_here(self, day: dt.date) -> bool:
        """Whether they work here on this day, present or away."""
        return (self.joined is None or self.joined <= day) and (
            self.left is None or self.left > day
        )

    def is_away(self, day: dt.date) -> bool:
        """Whether they are away on this day."""
        if self.away_from is None and self.away_until is None:
            return False
        return (self.away_from is None or self.away_from <= day) and (
            self.away_until is None or self.away_until >= day
        )


def is_working_day(day: dt.date) -> bool:
    """Whether this is no weekend and no public holiday in the Netherlands."""
    return day.weekday() < _SATURDAY and day not in _free_days(day.year)


def working_moment(moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """The first moment from `moment` on that is in working hours of a working day in `zone`."""
    local = moment.astimezone(zone)
    if is_working_day(local.date()) and local.time() < ENDS:
        if local.time() >= STARTS:
            return moment
        return _at_start(local.date(), zone)
    day = local.date() + dt.timedelta(days=1)
    while not is_working_day(day):
        day += dt.timedelta(days=1)
    return _at_start(day, zone)


def _at_start(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day, STARTS, zone).astimezone(dt.UTC)


@cache
def _free_days(year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("NL", years=year))
