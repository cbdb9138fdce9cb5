"""What comes round for trials."""

import datetime as dt

from afspraak.web.dossier import operations, queries
from afspraak.web.retention import operations as retention
from afspraak.web.worker.jobs import every


@every(seconds=3)
def try_posts(now: dt.datetime) -> int:
    """Does the trials that wait, and deletes the posts of each right after."""
    count = 0
    while operations.try_next(now=now):
        count += 1
        _delete(now)
    _delete(now)
    return count


def _delete(now: dt.datetime) -> None:
    if queries.has_posts_to_delete():
        retention.delete_under(operations.POSTS, now=now)
