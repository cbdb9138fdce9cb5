"""Taking the steps that only wait for others."""

import datetime as dt

from afspraak.web.agreeing import operations
from afspraak.web.worker.jobs import every


@every(seconds=30)
def move_due(now: dt.datetime) -> int:
    """Asks those who lead, and lets an edition hold once they have read it and its day is there."""
    return operations.move_due(now=now)
