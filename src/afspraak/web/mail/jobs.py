"""Sending the mails that are due."""

import datetime as dt

from afspraak.web.mail import sending
from afspraak.web.worker.jobs import every


@every(seconds=5)
def send_due(now: dt.datetime) -> int:
    """Sends every mail that is due."""
    return sending.send_due(now=now)
