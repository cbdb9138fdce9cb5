"""Noting what was done to the machine."""

import datetime as dt

from afspraak.web.worker.models import Backup


def note_backup(*, size: int, version: str, now: dt.datetime) -> None:
    """Notes that a backup was made, for the pages and checks that look at its age."""
    Backup.objects.create(at=now, size=size, version=version)
