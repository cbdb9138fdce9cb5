"""What comes round by itself about people."""

import datetime as dt

from afspraak.web.people import applying, importing, operations
from afspraak.web.worker.jobs import every


@every(seconds=600)
def end_access(now: dt.datetime) -> int:
    """Shuts out whoever has left by today."""
    return operations.end_access(now=now)


@every(seconds=2)
def import_confirmed(now: dt.datetime) -> int:
    """Does what confirmed files with people say."""
    return applying.apply_confirmed(now=now)


@every(seconds=3600)
def drop_uploads(now: dt.datetime) -> int:
    """Deletes files with people, so that none stays a whole day."""
    return len(importing.drop_uploads_of_before(before=now - dt.timedelta(hours=22)))
