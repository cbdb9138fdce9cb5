"""Asking and reminding, as their time comes."""

import datetime as dt

from afspraak.web.reading import operations
from afspraak.web.worker.jobs import every


@every(seconds=60)
def ask_due(now: dt.datetime) -> int:
    """Asks everybody whose turn it is."""
    return operations.ask_due(now=now)


@every(seconds=300)
def remind_due(now: dt.datetime) -> int:
    """Reminds everybody whose reminder is due."""
    return operations.remind_due(now=now)
