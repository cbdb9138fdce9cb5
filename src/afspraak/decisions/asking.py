"""Whom to ask to read an edition, when to remind them, and when to stop."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from afspraak.decisions.working_time import Presence, working_moment

GAPS = (dt.timedelta(days=3), dt.timedelta(days=7), dt.timedelta(days=14))
"""How long after asking, and after each reminder, the next one comes. There are no more."""

BY_HAND_AFTER = dt.timedelta(days=14)
"""How long the leaders have before the editor may ask everybody without them."""

AGAIN_BY_HAND_AFTER = dt.timedelta(days=1)

Step = Literal["send", "wait", "end"]


@dataclass(frozen=True, slots=True)
class Next:
    """What is to be done about one person's reminder: send it, wait until `at`, or end."""

    step: Step
    at: dt.datetime | None = None


def is_asked_now(who: Presence, day: dt.date, *, leads: bool, open_to_all: bool) -> bool:
    """Whether somebody who was not asked yet is asked on this day."""
    return who.works_here(day) and not who.is_away(day) and (leads or open_to_all)


def opens_to_all(*, leaders: int, leaders_read: int) -> bool:
    """Whether everybody may be asked: all who lead have read."""
    return leaders_read >= leaders


def may_open_by_hand(started: dt.datetime, now: dt.datetime) -> bool:
    """Whether the editor may ask everybody although somebody who leads has not read."""
    return now - started >= BY_HAND_AFTER


def first_mail(asked: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """When the mail that asks may go out."""
    return working_moment(asked, zone)


def next_reminder(last: dt.datetime, sent: int, zone: dt.tzinfo) -> dt.datetime | None:
    """When the reminder after `sent` others is due; nothing when there were enough.

    `last` is when the person was asked, or last reminded.
    """
    if sent >= len(GAPS):
        return None
    return working_moment(last + GAPS[sent], zone)


def reminder(
    who: Presence, *, sent: int, is_needed: bool, now: dt.datetime, zone: dt.tzinfo
) -> Next:
    """What to do about a reminder that is due.

    It is needed as long as the person has not read, and the edition was not superseded.
    """
    today = now.astimezone(zone).date()
    if not is_needed or sent >= len(GAPS) or (who.left and who.left <= today):
        return Next("end")
    if who.is_away(today):
        # Away until further notice: looked at again every week.
        back = (who.away_until or today + dt.timedelta(days=6)) + dt.timedelta(days=1)
        return Next("wait", working_moment(dt.datetime.combine(back, dt.time(), zone), zone))
    moment = working_moment(now, zone)
    return Next("send") if moment <= now else Next("wait", moment)


def may_remind_by_hand(last: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether the editor may remind somebody now: once a day at most."""
    return last is None or now - last >= AGAIN_BY_HAND_AFTER
