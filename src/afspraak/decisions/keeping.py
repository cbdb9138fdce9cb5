"""How long receipts are kept."""

import datetime as dt

YEARS = 2
"""The term that holds as long as no protocol names another."""


def years_before(day: dt.date, years: int) -> dt.date:
    """The same day of the month so many years earlier; 1 March where there is no 29 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return dt.date(day.year - years, 3, 1)
