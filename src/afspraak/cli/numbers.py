"""Numbers and times as people write them in the reader's language."""

import datetime as dt

from afspraak.cli.language import lang, say
from afspraak.protocol.handbook.wording import say_date


def whole(number: int) -> str:
    """24.783 in Dutch, 24,783 in English."""
    return _local(f"{number:,}")


def tenths(number: float) -> str:
    """One decimal; a whole number from ten up. What is not nothing is never shown as 0."""
    if 0 < number < 0.1:
        return say(nl="minder dan 0,1", en="less than 0.1")
    return _local(f"{number:,.0f}" if number >= 9.95 else f"{number:,.1f}".removesuffix(".0"))


def share(part: int, of: int) -> str:
    """A part as a percentage: 1,3%. What is not nothing is never shown as 0, nor less as 100."""
    percent = 100 * part / of if of else 0.0
    if 0 < percent < 0.05:
        return say(nl="minder dan 0,1%", en="less than 0.1%")
    if 99.95 <= percent < 100:
        return say(nl="meer dan 99,9%", en="more than 99.9%")
    return _local(f"{percent:.1f}".removesuffix(".0")) + "%"


def moment(at: dt.datetime) -> str:
    """22 november 2026, 14:05."""
    return f"{say_date(at.date(), lang())}, {at:%H:%M}"


def listed(texts: list[str]) -> str:
    """a, b en c."""
    *head, last = texts or [""]
    return f"{', '.join(head)} {say(nl='en', en='and')} {last}" if head else last


def _local(english: str) -> str:
    return say(nl=english.translate(str.maketrans(",.", ".,")), en=english)
