"""One at a time: programs that start together do not bring the same tables up to date."""

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from django.db import connections

LOCK = 0x0AF6  # any number, the same for all that start
NAME = "starting.lock"
RUNNING = "running.lock"


@contextlib.contextmanager
def alone(data: Path, alias: str = "default") -> Iterator[None]:
    """Waits until no other program on this folder or this database is in here."""
    connection = connections[alias]
    with (data / NAME).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@contextlib.contextmanager
def running(data: Path) -> Iterator[None]:
    """Says for as long as it lasts that the program runs on this folder."""
    with (data / RUNNING).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


@contextlib.contextmanager
def stopped(data: Path) -> Iterator[bool]:
    """Whether nothing runs on this folder; if so, nothing can start either as long as it lasts."""
    with (data / RUNNING).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
