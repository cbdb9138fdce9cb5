"""Counts of reports: what may be shown of them."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from afspraak.decisions.reporting import THRESHOLD, Reported, Sort, reported, week_of

COUNTS = st.integers(0, 200)


def test_a_week_is_its_monday() -> None:
    days = [dt.date(2026, 11, 23) + dt.timedelta(days=each) for each in range(8)]

    assert [week_of(day) for day in days] == [*[days[0]] * 7, days[7]]


def test_too_few_look_like_none_and_the_rest_is_in_twenties() -> None:
    counts = {
        ("a", Sort.WRONG): 19,
        ("b", Sort.WRONG): 12,
        ("b", Sort.ANNOYING): 12,
        ("c", Sort.WRONG): 41,
        ("c", Sort.ANNOYING): 20,
    }

    assert reported(counts) == (
        Reported("c", 60, {Sort.WRONG: 40, Sort.ANNOYING: 20}),
        Reported("b", 20, {}),
    )


@given(COUNTS, COUNTS)
def test_what_is_shown_leaves_open_whether_one_more_reported(wrong: int, annoying: int) -> None:
    """Subtracting what is shown from what is shown never singles out a report."""
    shown = reported({("r", Sort.WRONG): wrong, ("r", Sort.ANNOYING): annoying})
    for each in shown:
        assert each.least % THRESHOLD == 0
        assert each.least <= wrong + annoying
        assert sum(each.sorts.values()) <= each.least
        for sort, least in each.sorts.items():
            held = wrong if sort == Sort.WRONG else annoying
            assert least <= held < least + THRESHOLD
