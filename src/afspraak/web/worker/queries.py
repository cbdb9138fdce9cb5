"""When the machine was last seen at work, and when it was last copied."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from afspraak.web.remembering import once_a_page
from afspraak.web.worker.models import Backup, Heartbeat, Job

QUIET = dt.timedelta(minutes=5)
"""A worker that was not seen for so long is gone."""


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The latest backup: when, how many bytes, by which version."""

    at: dt.datetime
    size: int
    version: str


def last_seen() -> dt.datetime | None:
    """When any worker was last alive."""
    return max(_heartbeats(), default=None)


def at_work(now: dt.datetime) -> int:
    """How many workers there are."""
    return sum(at > now - QUIET for at in _heartbeats())


@once_a_page
def _heartbeats() -> Sequence[dt.datetime]:
    """Of every worker that is not forgotten yet: a handful."""
    return list(Heartbeat.objects.values_list("at", flat=True))


def failing() -> Sequence[str]:
    """The jobs that failed the last time."""
    return tuple(Job.objects.exclude(failed="").order_by("name").values_list("name", flat=True))


@once_a_page
def last_backup() -> LastBackup | None:
    """The latest backup that was made from here."""
    row = Backup.objects.order_by("-at", "-pk").values_list("at", "size", "version").first()
    return LastBackup(*row) if row else None
