"""Periodic work that joins two features."""

import datetime as dt

from afspraak.web.flows import inviting, supplement_draft
from afspraak.web.worker.jobs import every


@every(seconds=5)
def queue_invitations(now: dt.datetime) -> int:
    """Puts invitations that wait in the queue of mails."""
    return inviting.queue_invitations(now)


@every(seconds=5)
def let_documents_go(now: dt.datetime) -> int:
    """Deletes documents that were supplemented as soon as they are thrown away or over time."""
    return supplement_draft.let_go(now)
