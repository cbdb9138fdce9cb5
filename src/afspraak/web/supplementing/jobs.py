"""What comes round for documents that are supplemented."""

import datetime as dt

from afspraak.web.supplementing import operations
from afspraak.web.worker.jobs import every


@every(seconds=2)
def judge_documents(now: dt.datetime) -> int:
    """Reads what waits; the one who brought it looks on."""
    count = 0
    while operations.judge_next(now=now):
        count += 1
    return count
