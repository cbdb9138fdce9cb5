"""The loop that does what is due. Several may run: a job is claimed before it is done."""

import datetime as dt
import logging
import os
import socket
import threading

from django.db import Error, close_old_connections, connection
from django.utils import timezone

from afspraak.web.worker import claims
from afspraak.web.worker.jobs import Periodic, declared

logger = logging.getLogger(__name__)

REST_SECONDS = 2.0
NAME = f"{socket.gethostname()[:60]}:{os.getpid()}"


def run(stop: threading.Event) -> None:
    """Does what is due until `stop` is set."""
    ended = threading.Event()
    beating = threading.Thread(target=_beat, args=(ended,), daemon=True)
    beating.start()
    try:
        while not stop.is_set():
            # A database that is away comes back; the loop must still be there then.
            try:
                once(timezone.now(), stop)
            except Error:
                logger.warning("the database did not answer; trying again")
            close_old_connections()
            stop.wait(REST_SECONDS)
    except KeyboardInterrupt:
        logger.warning("stopped in the middle of a job; it is done again later")
    finally:
        ended.set()
        beating.join()
        _leave()


def once(now: dt.datetime, stop: threading.Event | None = None) -> int:
    """Does every job that is due at `now`, one after the other; gives how many there were.

    Once `stop` is set no other job is begun.
    """
    claims.beat(NAME, now=now)
    count = 0
    for job in declared():
        if stop and stop.is_set():
            break
        count += _run(job, now)
    return count


def _run(job: Periodic, now: dt.datetime) -> bool:
    if not claims.claim(job.name, NAME, now=now):
        return False
    failed = ""
    try:
        done = job.work(now)
        if done:
            logger.info("%s did %d", job.name, done)
    except Exception as error:  # the loop outlives any job
        failed = type(error).__name__[:100]
        logger.exception("%s failed", job.name)
    except BaseException:
        claims.give_back(job.name, NAME)
        raise
    claims.release(
        job.name, NAME, now=now, failed=failed, due_at=now + dt.timedelta(seconds=job.seconds)
    )
    return True


def _beat(ended: threading.Event) -> None:
    """Keeps this worker in the tables, and what it claimed its own, while a job takes long."""
    while not ended.wait(claims.BEAT_SECONDS):
        try:
            claims.beat(NAME, now=timezone.now())
        except Error:
            logger.warning("the database did not answer; trying again")
            close_old_connections()
    connection.close()


def _leave() -> None:
    try:
        claims.leave(NAME)
    except Error:
        logger.warning("the database did not answer; the claims of this worker end by themselves")
