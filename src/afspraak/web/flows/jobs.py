"""Periodic work that joins two features."""

import datetime as dt

from afspraak.web.flows import inviting
from afspraak.web.worker.jobs import every


@every(seconds=5)
def queue_invitations(now: dt.datetime) -> int:
    """Puts invitations that wait in the queue of mails."""
    return inviting.queue_invitations(now)
