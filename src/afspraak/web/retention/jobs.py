"""What comes round for terms."""

import datetime as dt

from afspraak.web.retention import operations
from afspraak.web.worker.jobs import every


@every(seconds=6 * 3600)
def delete_due(now: dt.datetime) -> int:
    """Deletes what is over its term: four times a day, so that it is gone on the day."""
    return operations.delete_due(now=now)
