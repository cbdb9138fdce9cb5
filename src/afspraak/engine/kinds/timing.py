"""Finds posts that would appear at a time we keep quiet.

## What it checks
The time a post is planned for, or else the present, against `quiet`: a list of periods, each with
one or more of `from` and `until` (a day, both included, or a day and time such as
`2026-12-24T18:00`), `days` (`mon` to `sun`, or `ma` to `zo`, also `za-zo`) and `hours`
(`22:00-07:00`). All that a period names must hold; one period is enough. Hours past midnight belong
to the day on which they begin. Times are those of the organisation's time zone.

## Why
A post at the wrong moment breaks an embargo, or comes when nobody is there to answer.

## Example
> A post planned for Saturday night at two o'clock.

## Use instead
> The same post on Monday morning, when the desk is open.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from afspraak.diagnostics import Text
from afspraak.engine.rule import Body, Clock, Context, Part, UnableToCompile
from afspraak.protocol import model

CERTAINTY = "certain"
MESSAGES = {
    "nl": "Dit bericht valt in een tijd waarin we niets plaatsen: {what}.",
    "en": "This post falls in a time when we publish nothing: {what}.",
}
ADVICE = {
    "nl": "Kies een later moment, of vraag of het nu toch kan.",
    "en": "Choose a later moment, or ask whether it can be done now.",
}

DAY_MINUTES = 24 * 60
_DAYS = (
    ("mon", "ma"),
    ("tue", "di"),
    ("wed", "wo"),
    ("thu", "do"),
    ("fri", "vr"),
    ("sat", "za"),
    ("sun", "zo"),
)
_HOURS = re.compile(r"([0-9]{1,2})[:.]([0-9]{2}) ?[-–] ?([0-9]{1,2})[:.]([0-9]{2})")


class Window(model.Part):
    """A quiet period; at least one of its parts is given."""

    from_: str | None = Field(default=None, alias="from")
    until: str | None = None
    days: tuple[str, ...] = ()
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `timing` rule."""

    quiet: tuple[Window, ...]


def compile_rule(options: Options, _context: Context) -> Body:
    """The whole post, while one of the periods holds."""
    if not options.quiet:
        raise _unable("noem ten minste één periode", "name at least one period")
    clocks = tuple(clock for window in options.quiet for clock in _clocks(window))
    what: Text = {
        "nl": ", of ".join(_described(window, dutch=True) for window in options.quiet),
        "en": ", or ".join(_described(window, dutch=False) for window in options.quiet),
    }
    return Body((Part("quiet", what=what, measure="post"),), clocks=clocks)


def _clocks(window: Window) -> Iterator[Clock]:
    first, first_minute = _moment(window.from_)
    last, last_minute = _moment(window.until)
    days = tuple(sorted(_weekdays(window.days)))
    minutes = _minutes(window.hours)
    if first is None and last is None and not days and minutes is None:
        raise _unable(
            "geef een periode `from`, `until`, `days` of `hours`",
            "give a period `from`, `until`, `days` or `hours`",
        )
    if first and last and (first, first_minute or 0) > (last, last_minute or DAY_MINUTES):
        raise _unable("`until` ligt voor `from`", "`until` is before `from`")
    if first_minute is None and last_minute is None:
        yield from _repeated(Clock(first, last, days, minutes))
    elif days or minutes:
        raise _unable(
            "geef `from` en `until` zonder tijd naast `days` en `hours`",
            "give `from` and `until` without a time beside `days` and `hours`",
        )
    else:
        yield from _stretch(first, first_minute or 0, last, last_minute or DAY_MINUTES)


def _repeated(clock: Clock) -> Iterator[Clock]:
    """A night on certain days also holds on the mornings after them."""
    minutes = clock.minutes
    if minutes is None or minutes[0] < minutes[1] or not clock.weekdays:
        yield clock
        return
    yield Clock(clock.first, clock.last, clock.weekdays, (minutes[0], DAY_MINUTES))
    mornings = tuple(sorted((day + 1) % 7 for day in clock.weekdays))
    one_day = dt.timedelta(days=1)
    yield Clock(
        clock.first and clock.first + one_day,
        clock.last and clock.last + one_day,
        mornings,
        (0, minutes[1]),
    )


def _stretch(first: dt.date | None, start: int, last: dt.date | None, end: int) -> Iterator[Clock]:
    """One period from a time on one day to a time on another, end exclusive."""
    if first is not None and first == last:
        yield Clock(first, last, minutes=(start, end))
        return
    one_day = dt.timedelta(days=1)
    if first is not None:
        yield Clock(first, first, minutes=(start, DAY_MINUTES))
    if last is not None:
        yield Clock(last, last, minutes=(0, end))
    between = (first and first + one_day, last and last - one_day)
    if between[0] is None or between[1] is None or between[0] <= between[1]:
        yield Clock(*between)


def _moment(text: str | None) -> tuple[dt.date | None, int | None]:
    """The day, and the minute of the day when a time is given."""
    if text is None:
        return None, None
    try:
        moment = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise _unable(
            f"`{text}` is geen dag of tijd: schrijf 2026-12-24 of 2026-12-24T18:00",
            f"`{text}` is no day or time: write 2026-12-24 or 2026-12-24T18:00",
        ) from None
    if moment.tzinfo is not None:
        raise _unable(
            f"schrijf `{text}` zonder tijdzone: die staat bij `organisation`",
            f"write `{text}` without a time zone: that stands with `organisation`",
        )
    has_time = ":" in text
    return moment.date(), moment.hour * 60 + moment.minute if has_time else None


def _weekdays(names: tuple[str, ...]) -> Iterator[int]:
    for name in names:
        first, _, last = name.lower().replace("–", "-").partition("-")
        start, end = _weekday(first), _weekday(last or first)
        yield from ((start + step) % 7 for step in range((end - start) % 7 + 1))


def _weekday(name: str) -> int:
    for number, names in enumerate(_DAYS):
        if name.strip() in names:
            return number
    raise _unable(
        f"`{name}` is geen dag: kies uit ma, di, wo, do, vr, za en zo",
        f"`{name}` is no day: choose from mon, tue, wed, thu, fri, sat and sun",
    )


def _minutes(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    found = _HOURS.fullmatch(text.strip())
    if found:
        hour, minute, end_hour, end_minute = (int(number) for number in found.groups())
        start, end = hour * 60 + minute, end_hour * 60 + end_minute
        if max(minute, end_minute) < 60 and start < DAY_MINUTES >= end and start != end:
            return start, end
    raise _unable(
        f"`{text}` zijn geen uren: schrijf bijvoorbeeld 22:00-07:00",
        f"`{text}` are no hours: write for instance 22:00-07:00",
    )


def _described(window: Window, *, dutch: bool) -> str:
    until = "tot en met" if dutch else "to"
    if window.until and ":" in window.until:
        until = "tot" if dutch else "until"
    names = [_DAYS[day][dutch] for day in dict.fromkeys(_weekdays(window.days))]
    pieces = [
        " ".join(names[:1]) if len(names) < 2 else ", ".join(names),
        (window.hours or "").replace("-", "–"),
        f"{'vanaf' if dutch else 'from'} {_written(window.from_)}" if window.from_ else "",
        f"{until} {_written(window.until)}" if window.until else "",
    ]
    return " ".join(piece for piece in pieces if piece)


def _written(moment: str) -> str:
    return moment.strip().replace("T", " ")


def _unable(dutch: str, english: str) -> UnableToCompile:
    return UnableToCompile("quiet", {"nl": dutch, "en": english})
