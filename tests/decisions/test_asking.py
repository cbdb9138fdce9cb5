"""Whom to ask, when to remind, when to stop: whatever the day, whoever it is."""

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraak.decisions import asking
from afspraak.decisions.working_time import ENDS, STARTS, Presence, is_working_day, working_moment

ZONE = ZoneInfo("Europe/Amsterdam")
ZONES = st.sampled_from([ZONE, ZoneInfo("America/Paramaribo"), ZoneInfo("Asia/Tokyo"), dt.UTC])
START = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
MOMENTS = st.integers(0, 7 * 365 * 24 * 60).map(lambda past: START + dt.timedelta(minutes=past))
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2031, 1, 1))
PRESENCES = st.builds(
    Presence,
    joined=st.none() | DAYS,
    left=st.none() | DAYS,
    away_from=st.none() | DAYS,
    away_until=st.none() | DAYS,
)


@given(MOMENTS, ZONES)
def test_people_are_written_to_on_working_days_in_working_hours(
    moment: dt.datetime, zone: dt.tzinfo
) -> None:
    found = working_moment(moment, zone)

    local = found.astimezone(zone)
    assert found >= moment
    assert is_working_day(local.date())
    assert STARTS <= local.time() < ENDS
    assert working_moment(found, zone) == found
    assert found - moment < dt.timedelta(days=8)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23T09:30+01:00", "2026-11-23T09:30+01:00"),
        ("2026-11-23T06:00+01:00", "2026-11-23T09:00+01:00"),
        ("2026-11-23T17:00+01:00", "2026-11-24T09:00+01:00"),
        ("2026-11-27T18:00+01:00", "2026-11-30T09:00+01:00"),  # Friday evening
        ("2026-12-24T18:00+01:00", "2026-12-28T09:00+01:00"),  # Christmas, then a weekend
        ("2027-04-27T10:00+02:00", "2027-04-28T09:00+02:00"),  # King's Day
        ("2026-03-28T12:00+01:00", "2026-03-30T09:00+02:00"),  # the clock moves on Sunday
    ],
)
def test_the_first_moment_at_which_one_may_write(moment: str, expected: str) -> None:
    found = working_moment(dt.datetime.fromisoformat(moment), ZONE)

    assert found == dt.datetime.fromisoformat(expected)


@given(MOMENTS, ZONES)
def test_reminders_come_in_growing_gaps_and_end(asked: dt.datetime, zone: dt.tzinfo) -> None:
    moments = [working_moment(asked, zone)]
    for sent in range(len(asking.GAPS)):
        due = asking.next_reminder(moments[-1], sent, zone)
        assert due
        moments.append(due)

    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert len(gaps) == 3
    assert all(gap >= wanted for gap, wanted in zip(gaps, asking.GAPS, strict=True))
    assert asking.next_reminder(moments[-1], len(asking.GAPS), zone) is None


@given(PRESENCES, st.integers(0, 5), st.booleans(), MOMENTS)
def test_a_reminder_is_sent_only_to_who_is_here_and_needs_one(
    who: Presence, sent: int, is_needed: bool, now: dt.datetime
) -> None:
    decided = asking.reminder(who, sent=sent, is_needed=is_needed, now=now, zone=ZONE)

    today = now.astimezone(ZONE).date()
    if decided.step == "send":
        assert is_needed
        assert sent < len(asking.GAPS)
        assert not who.is_away(today)
        assert who.left is None or who.left > today
        assert working_moment(now, ZONE) == now
    elif decided.step == "wait":
        assert decided.at
        assert decided.at > now
        assert is_working_day(decided.at.astimezone(ZONE).date())
    else:
        assert decided.at is None
        assert not is_needed or sent >= len(asking.GAPS) or who.left is not None


@given(DAYS, DAYS, MOMENTS)
def test_who_is_away_is_reminded_when_back(first: dt.date, last: dt.date, now: dt.datetime) -> None:
    who = Presence(away_from=min(first, last), away_until=max(first, last))
    decided = asking.reminder(who, sent=0, is_needed=True, now=now, zone=ZONE)

    if who.is_away(now.astimezone(ZONE).date()):
        assert decided.at
        assert decided.at.astimezone(ZONE).date() > max(first, last)


@given(PRESENCES, DAYS, st.booleans(), st.booleans())
def test_who_is_asked(who: Presence, day: dt.date, leads: bool, open_to_all: bool) -> None:
    asked = asking.is_asked_now(who, day, leads=leads, open_to_all=open_to_all)

    assert asked == (
        (who.joined is None or who.joined <= day)
        and (who.left is None or who.left > day)
        and not who.is_away(day)
        and (leads or open_to_all)
    )


def test_away_without_an_end_is_away_until_further_notice() -> None:
    who = Presence(away_from=dt.date(2026, 1, 1))
    now = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)

    decided = asking.reminder(who, sent=0, is_needed=True, now=now, zone=ZONE)

    assert who.is_away(dt.date(2030, 1, 1))
    assert decided == asking.Next("wait", dt.datetime(2026, 11, 30, 8, tzinfo=dt.UTC))


@pytest.mark.parametrize(
    ("leaders", "read", "opens"), [(0, 0, True), (2, 1, False), (2, 2, True), (1, 2, True)]
)
def test_everybody_is_asked_when_all_leaders_have_read(
    leaders: int, read: int, opens: bool
) -> None:
    assert asking.opens_to_all(leaders=leaders, leaders_read=read) == opens


def test_the_editor_need_not_wait_for_ever() -> None:
    started = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)

    assert not asking.may_open_by_hand(started, started + dt.timedelta(days=14, seconds=-1))
    assert asking.may_open_by_hand(started, started + dt.timedelta(days=14))


def test_by_hand_once_a_day() -> None:
    now = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)

    assert asking.may_remind_by_hand(None, now)
    assert not asking.may_remind_by_hand(now - dt.timedelta(hours=23), now)
    assert asking.may_remind_by_hand(now - dt.timedelta(days=1), now)
