"""Whose a job is. A claim lasts as long as its worker beats, and not much longer."""

import datetime as dt

from django.db.models import Q

from afspraak.web.worker.models import Heartbeat, Job

BEAT_SECONDS = 15
CLAIM = dt.timedelta(seconds=90)
"""Six beats: a database that is busy for a minute costs nobody a claim."""

FORGOTTEN = dt.timedelta(days=1)


def claim(job: str, worker: str, *, now: dt.datetime) -> bool:
    """Whether this worker may do the job now, and no other."""
    Job.objects.get_or_create(name=job, defaults={"due_at": now})
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    due = Job.objects.filter(free, name=job, due_at__lte=now)
    return bool(due.update(claimed_until=now + CLAIM, claimed_by=worker))


def release(job: str, worker: str, *, now: dt.datetime, failed: str, due_at: dt.datetime) -> None:
    """Says that the job was done, or what failed, and when it is due again."""
    Job.objects.filter(name=job, claimed_by=worker).update(
        claimed_until=None, claimed_by="", ran_at=now, failed=failed, due_at=due_at
    )


def give_back(job: str, worker: str) -> None:
    """Leaves a job that was not finished to whoever comes next."""
    Job.objects.filter(name=job, claimed_by=worker).update(claimed_until=None, claimed_by="")


def beat(worker: str, *, now: dt.datetime) -> None:
    """Says that this worker is alive, and lengthens what it claimed."""
    Heartbeat.objects.update_or_create(worker=worker, defaults={"at": now})
    Job.objects.filter(claimed_by=worker).update(claimed_until=now + CLAIM)
    Heartbeat.objects.filter(at__lt=now - FORGOTTEN).delete()


def leave(worker: str) -> None:
    """Gives back what this worker claimed and forgets it."""
    Job.objects.filter(claimed_by=worker).update(claimed_until=None, claimed_by="")
    Heartbeat.objects.filter(worker=worker).delete()
