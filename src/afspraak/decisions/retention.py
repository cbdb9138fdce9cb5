"""How long what exists is kept, and the day on which it goes: terms as data.

The terms follow the default retention of the domain's legal ground. A protocol may name another for
"received and read"; then that one holds.
"""

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from afspraak.diagnostics import Text


class From(StrEnum):
    """What a term counts from."""

    MADE = "made"
    LEFT = "left"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Rule:
    """So many months or days after `counts`; without either it is kept for good."""

    months: int = 0
    days: int = 0
    counts: From = From.MADE

    @property
    def for_good(self) -> bool:
        """Whether this never goes."""
        return not (self.months or self.days)


RULES: Mapping[str, Rule] = {
    "access-log": Rule(months=12),
    "deletion-receipt": Rule(months=24),
    "person": Rule(months=24, counts=From.LEFT),
    "protocol-text": Rule(),
    "received-and-read": Rule(months=24, counts=From.LEFT),
    "rule-reports": Rule(days=90),
    "trial": Rule(months=12),
    "verification": Rule(months=12),
}


def goes_on(rule: Rule, start: dt.date) -> dt.date | None:
    """The day on which what began on `start` goes; nothing when it stays for good."""
    if rule.for_good:
        return None
    year, month = _month(start, rule.months)
    if start.day <= calendar.monthrange(year, month)[1]:
        day = dt.date(year, month, start.day)
    else:  # what began on the 31st has its months only when the month without a 31st is over
        day = dt.date(*_month(dt.date(year, month, 1), 1), 1)
    return day + dt.timedelta(days=rule.days)


def over(rule: Rule, today: dt.date) -> dt.date:
    """What began on this day or earlier is over its term: the question of `goes_on` turned round.

    Only for what is not kept for good.
    """
    if rule.for_good:
        raise ValueError("what is kept for good is never over its term")
    until = today - dt.timedelta(days=rule.days)
    year, month = _month(until, -rule.months)
    return dt.date(year, month, min(until.day, calendar.monthrange(year, month)[1]))


def _month(day: dt.date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def says(rule: Rule) -> Text:
    """The term in words: 12 maanden, twee jaar nadat iemand vertrok, voor altijd."""
    if rule.for_good:
        return {"nl": "blijvend", "en": "for good"}
    years, months = divmod(rule.months, 12)
    parts: dict[str, list[str]] = {"nl": [], "en": []}
    if rule.months == 12:
        years, months = 0, 12
    if years:
        parts["nl"].append(f"{years} jaar")
        parts["en"].append(f"{years} years" if years > 1 else "1 year")
    if months:
        parts["nl"].append(f"{months} maanden" if months > 1 else "1 maand")
        parts["en"].append(f"{months} months" if months > 1 else "1 month")
    if rule.days:
        parts["nl"].append(f"{rule.days} dagen" if rule.days > 1 else "1 dag")
        parts["en"].append(f"{rule.days} days" if rule.days > 1 else "1 day")
    after = _AFTER[rule.counts]
    return {
        "nl": " en ".join(parts["nl"]) + after["nl"],
        "en": " and ".join(parts["en"]) + after["en"],
    }


_AFTER: Mapping[From, Text] = {
    From.MADE: {"nl": "", "en": ""},
    From.LEFT: {"nl": " nadat iemand vertrok", "en": " after somebody left"},
    From.ENDED: {"nl": " na afloop", "en": " after it ended"},
}
