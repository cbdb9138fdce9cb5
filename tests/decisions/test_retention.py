"""Nothing goes before its term, and everything goes on the day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraak.decisions.retention import RULES, From, Rule, goes_on, over, says

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
ENDING = st.builds(Rule, st.integers(0, 40), st.integers(0, 400)).filter(lambda r: not r.for_good)


@pytest.mark.promise(8)
@given(ENDING, DAYS, st.integers(-3, 3))
def test_what_is_over_is_exactly_what_has_gone(rule: Rule, start: dt.date, off: int) -> None:
    goes = goes_on(rule, start)
    assert goes is not None

    today = goes + dt.timedelta(days=off)

    assert (start <= over(rule, today)) is (goes <= today)


@pytest.mark.parametrize(
    ("rule", "start", "goes"),
    [
        (Rule(months=12), dt.date(2026, 11, 23), dt.date(2027, 11, 23)),
        (Rule(months=12), dt.date(2024, 2, 29), dt.date(2025, 3, 1)),
        (Rule(months=6), dt.date(2026, 8, 31), dt.date(2027, 3, 1)),
        (Rule(months=1), dt.date(2026, 12, 31), dt.date(2027, 1, 31)),
        (Rule(days=30), dt.date(2026, 11, 23), dt.date(2026, 12, 23)),
        (Rule(), dt.date(2026, 11, 23), None),
    ],
)
def test_the_day(rule: Rule, start: dt.date, goes: dt.date | None) -> None:
    assert goes_on(rule, start) == goes


def test_what_is_kept_for_good_is_never_over() -> None:
    with pytest.raises(ValueError, match="for good"):
        over(Rule(), dt.date(2026, 11, 23))


@pytest.mark.parametrize(
    ("rule", "nl", "en"),
    [
        (Rule(months=12), "12 maanden", "12 months"),
        (Rule(months=1), "1 maand", "1 month"),
        (
            Rule(months=24, counts=From.LEFT),
            "2 jaar nadat iemand vertrok",
            "2 years after somebody left",
        ),
        (Rule(months=3, days=1), "3 maanden en 1 dag", "3 months and 1 day"),
        (Rule(days=30, counts=From.ENDED), "30 dagen na afloop", "30 days after it ended"),
        (Rule(months=30), "2 jaar en 6 maanden", "2 years and 6 months"),
        (Rule(), "blijvend", "for good"),
    ],
)
def test_a_term_in_words(rule: Rule, nl: str, en: str) -> None:
    assert says(rule) == {"nl": nl, "en": en}


def test_every_term_that_exists_is_said() -> None:
    assert {key: says(rule)["en"] for key, rule in RULES.items()} == {
        "access-log": "12 months",
        "deletion-receipt": "2 years",
        "person": "2 years after somebody left",
        "protocol-text": "for good",
        "received-and-read": "2 years after somebody left",
        "rule-reports": "90 days",
        "trial": "12 months",
        "verification": "12 months",
    }
