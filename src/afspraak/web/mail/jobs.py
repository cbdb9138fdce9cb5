"""Sending the mails that are due."""

import datetime as dt

from afspraak.web.mail import operations
from afspraak.web.worker.jobs import every


@every(seconds=5)
def send_due(now: dt.datetime) -> int:
    """Sends every mail that is due."""
    count = 0
    while mail := operations.claim_due(now=now):
        count += operations.send(mail=mail, now=now)
    return count
