"""Starting again: the demo's database as it was when the bakery opened.

Its file is copied aside once, and copied back page by page. Nothing of the log's own guards has to
be switched off for it, and who is at work at that moment waits for a blink.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

from afspraak.web.audit import anchors

NAME = "beginning.sqlite3"


def keep(data: Path) -> None:
    """Keeps the database of today as the one to start again from. Only SQLite can."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(data / NAME)) as copy:
        connection.connection.backup(copy)


def can_start_again(data: Path) -> bool:
    """Whether there is something to start again from."""
    return connection.vendor == "sqlite" and (data / NAME).exists()


def start_again(data: Path) -> None:
    """Brings the database back to the beginning. Everybody is signed out."""
    connection.ensure_connection()
    with closing(sqlite3.connect(data / NAME)) as kept:
        kept.backup(connection.connection)
    (data / anchors.NAME).unlink(missing_ok=True)
