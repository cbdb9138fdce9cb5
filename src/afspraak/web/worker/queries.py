"""When the machine was last seen at work, and when it was last copied."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import BigIntegerField, Value

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


def failing() -> Sequence[str]:
    """The jobs that failed the last time."""
    return tuple(sorted(name for kind, name, _, _ in _noted() if kind == "failed"))


def last_backup() -> LastBackup | None:
    """The latest backup that was made from here."""
    rows = (LastBackup(at, size, name) for kind, name, at, size in _noted() if kind == "backup")
    return next(rows, None)


def _heartbeats() -> Sequence[dt.datetime]:
    """Of every worker that is not forgotten yet: a handful."""
    return [at for kind, _, at, _ in _noted() if kind == "seen"]


@once_a_page
def _noted() -> Sequence[tuple[str, str, dt.datetime, int]]:
    """Everything above in one query: a kind, a name, a moment and a size."""
    none = Value(0, BigIntegerField())
    latest = Backup.objects.order_by("-at", "-pk").values("pk")[:1]
    return list(
        Heartbeat.objects.values_list(Value("seen"), "worker", "at", none).union(
            Job.objects.exclude(failed="").values_list(Value("failed"), "name", "due_at", none),
            Backup.objects.filter(pk=latest).values_list(Value("backup"), "version", "at", "size"),
            all=True,
        )
    )
