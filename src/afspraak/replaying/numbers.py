"""Numbers and times as people write them in the reader's language."""

import datetime as dt

from afspraak.protocol.handbook.wording import say_date
from afspraak.replaying.voice import Voice


def whole(say: Voice, number: int) -> str:
    """24.783 in Dutch, 24,783 in English."""
    return _local(say, f"{number:,}")


def tenths(say: Voice, number: float) -> str:
    """One decimal; a whole number from ten up. What is not nothing is never shown as 0."""
    if 0 < number < 0.1:
        return say(nl="minder dan 0,1", en="less than 0.1")
    return _local(say, f"{number:,.0f}" if number >= 9.95 else f"{number:,.1f}".removesuffix(".0"))


def share(say: Voice, part: int, of: int) -> str:
    """A part as a percentage: 1,3%. What is not nothing is never shown as 0, nor less as 100."""
    percent = 100 * part / of if of else 0.0
    if 0 < percent < 0.05:
        return say(nl="minder dan 0,1%", en="less than 0.1%")
    if 99.95 <= percent < 100:
        return say(nl="meer dan 99,9%", en="more than 99.9%")
    return _local(say, f"{percent:.1f}".removesuffix(".0")) + "%"


def moment(say: Voice, at: dt.datetime) -> str:
    """22 november 2026, 14:05."""
    return f"{say_date(at.date(), say.lang)}, {at:%H:%M}"


def listed(say: Voice, texts: list[str]) -> str:
    """a, b en c."""
    *head, last = texts or [""]
    return f"{', '.join(head)} {say(nl='en', en='and')} {last}" if head else last


def _local(say: Voice, english: str) -> str:
    return say(nl=english.translate(str.maketrans(",.", ".,")), en=english)
