"""The loop that does what is due. Several may run: a job is claimed before it is done."""

import datetime as dt
import logging
import os
import socket
import threading

from django.db import Error, close_old_connections
from django.db.models import Q
from django.utils import timezone

from afspraak.web.worker.jobs import Periodic, declared
from afspraak.web.worker.models import Heartbeat, Job

logger = logging.getLogger(__name__)

CLAIM = dt.timedelta(minutes=15)
REST_SECONDS = 2.0
NAME = f"{socket.gethostname()}:{os.getpid()}"


def run(stop: threading.Event) -> None:
    """Does what is due until `stop` is set."""
    while not stop.is_set():
        # A database that is away comes back; the loop must still be there then.
        try:
            once(timezone.now())
        except Error:
            logger.warning("the database did not answer; trying again")
        close_old_connections()
        stop.wait(REST_SECONDS)


def once(now: dt.datetime) -> int:
    """Does every job that is due at `now`, one after the other; gives how many there were."""
    Heartbeat.objects.update_or_create(worker=NAME, defaults={"at": now})
    return sum(_run(job, now) for job in declared())


def _run(job: Periodic, now: dt.datetime) -> bool:
    Job.objects.get_or_create(name=job.name, defaults={"due_at": now})
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    claim = Job.objects.filter(free, name=job.name, due_at__lte=now)
    if not claim.update(claimed_until=now + CLAIM):
        return False
    failed = ""
    try:
        done = job.work(now)
        if done:
            logger.info("%s did %d", job.name, done)
    except Exception as error:  # the loop outlives any job
        failed = type(error).__name__[:100]
        logger.exception("%s failed", job.name)
    Job.objects.filter(name=job.name).update(
        claimed_until=None,
        ran_at=now,
        failed=failed,
        due_at=now + dt.timedelta(seconds=job.seconds),
    )
    return True
