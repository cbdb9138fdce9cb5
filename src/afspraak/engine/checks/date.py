"""A day with its year, as people write a date of birth."""

import re

from afspraak.engine.checks.kept import Kept

_MONTHS = (
    ("jan",),
    ("feb",),
    ("maa", "mrt", "mar"),
    ("apr",),
    ("mei", "may"),
    ("jun",),
    ("jul",),
    ("aug",),
    ("sep",),
    ("okt", "oct"),
    ("nov",),
    ("dec",),
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_YEAR_OF_20 = 30  # a year of two digits up to this one is taken as 20..
_NUMBER = re.compile("[0-9]+")
_WORD = re.compile("[a-z]{3,}")


TABLES = {"months": _MONTHS, "days": _DAYS, "last_year_of_20": _LAST_YEAR_OF_20}


def date(folded: str, _original: str) -> Kept | None:
    """The day as 1985-05-12, when it exists and lies after 1900.

    In numbers the day comes first, or the year when it has four digits, or the month when only
    that gives a day.
    """
    numbers = _NUMBER.findall(folded)
    month_named = next(filter(None, map(_month, _WORD.findall(folded))), None)
    if month_named:
        numbers.insert(1, str(month_named))
    if len(numbers) != 3:
        return None
    if len(numbers[0]) == 4:
        numbers.reverse()
    day, month, year = (int(number) for number in numbers)
    if month > 12 >= day:
        day, month = month, day
    if len(numbers[2]) == 2:
        year += 2000 if year <= _LAST_YEAR_OF_20 else 1900
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1] or not 1900 <= year < 2100:
        return None
    return Kept(len(folded), f"{year}-{month:02}-{day:02}")


def _month(word: str) -> int:
    """The number of the month that `word` names, or 0."""
    return next((n for n, names in enumerate(_MONTHS, 1) if word[:3] in names), 0)
