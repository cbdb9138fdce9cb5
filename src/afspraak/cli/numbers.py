"""Numbers and times as people write them, in the chosen language."""

import datetime as dt

from afspraak.cli.language import voice
from afspraak.replaying import numbers


def whole(number: int) -> str:
    """24.783 in Dutch, 24,783 in English."""
    return numbers.whole(voice(), number)


def moment(at: dt.datetime) -> str:
    """22 november 2026, 14:05."""
    return numbers.moment(voice(), at)
