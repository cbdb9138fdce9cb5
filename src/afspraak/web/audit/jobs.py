"""What comes round for the log."""

import datetime as dt

from afspraak.web.audit import keeping
from afspraak.web.worker.jobs import every


@every(seconds=300)
def anchor(now: dt.datetime) -> int:
    """Notes the last seal outside the database."""
    return int(keeping.note_anchor(now=now))


@every(seconds=24 * 3600)
def verify(now: dt.datetime) -> int:
    """Verifies the whole log; what it finds is shown on the page of openness."""
    return keeping.verify(now=now).found
