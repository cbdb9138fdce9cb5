"""Days and hours: whether a rule holds at a time."""

import datetime as dt
from zoneinfo import ZoneInfo

from afspraak.engine.pack import PackClock


def local(at: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """`at` on the organisation's clock; a time without a zone is taken to be on it already."""
    return at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)


def holds(clock: PackClock, at: dt.datetime) -> bool:
    """Whether every part of the clock that is given holds at the local time `at`."""
    day = at.date().isoformat()
    return (
        clock.get("first", day) <= day <= clock.get("last", day)
        and ("weekdays" not in clock or at.weekday() in clock["weekdays"])
        and ("minutes" not in clock or _within(clock["minutes"], at.hour * 60 + at.minute))
    )


def _within(minutes: list[int], minute: int) -> bool:
    start, end = minutes
    return start <= minute < end if start < end else minute >= start or minute < end
