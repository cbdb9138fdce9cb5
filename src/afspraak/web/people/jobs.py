"""What comes round by itself about people."""

import datetime as dt

from afspraak.web.people import operations
from afspraak.web.worker.jobs import every


@every(seconds=600)
def end_access(now: dt.datetime) -> int:
    """Shuts out whoever has left by today."""
    return operations.end_access(now=now)
