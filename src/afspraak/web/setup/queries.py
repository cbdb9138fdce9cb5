"""How this machine is set up and how it does, without anything of anybody's content."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.db import connection

from afspraak import __version__
from afspraak.web.config.fields import MAIL_PORTS
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.remembering import once_a_page
from afspraak.web.setup import waiting as mail
from afspraak.web.setup.waiting import Waiting
from afspraak.web.worker import queries as worker
from afspraak.web.worker.queries import LastBackup

TAG = "afspraak"
"""The system checks that are ours."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """The mail server of the settings, without its password."""

    host: str
    port: int
    secured: bool
    user: str
    sender: str


@dataclass(frozen=True, slots=True)
class Machine:
    """The state of the machine."""

    version: str
    database: str
    place: str
    size: int
    workers: int
    seen: dt.datetime | None
    mail: Waiting
    backup: LastBackup | None
    edition: EditionRow | None
    coming: Sequence[EditionRow]


def machine(now: dt.datetime) -> Machine:
    """How the machine does at `now`."""
    kind, place, size = _database()
    return Machine(
        __version__,
        kind,
        place,
        size,
        worker.at_work(now),
        worker.last_seen(),
        mail.waiting(now),
        worker.last_backup(),
        editions.in_force(now),
        editions.coming(now),
    )


def mail_server() -> MailServer | None:
    """The mail server that is set; nothing when no mail goes out."""
    if not settings.CONFIG.mail:
        return None
    parts = urlsplit(settings.CONFIG.mail)
    return MailServer(
        parts.hostname or "",
        parts.port or MAIL_PORTS[parts.scheme],
        parts.scheme != "smtp+plain",
        parts.username or "",
        settings.CONFIG.mail_from,
    )


def findings() -> Sequence[checks.CheckMessage]:
    """What the system checks say, the worst first."""
    found = checks.run_checks(tags=[TAG], include_deployment_checks=True)
    return sorted(found, key=lambda each: (-each.level, each.id or ""))


def _database() -> tuple[str, str, int]:
    if connection.vendor == "sqlite":
        path = Path(str(connection.settings_dict["NAME"]))
        size = path.stat().st_size if path.is_file() else 0
        return "SQLite", str(path), size
    host = connection.settings_dict["HOST"] or "localhost"
    found = postgresql()
    place = f"{host}/{connection.settings_dict['NAME']}"
    return f"PostgreSQL {found.version.split()[0]}", place, found.size


class Server(NamedTuple):
    """What a PostgreSQL server says of itself: its version, the database's bytes, its clock."""

    version: str
    size: int
    clock: dt.datetime


@once_a_page
def postgresql() -> Server:
    """The server of this database, which is PostgreSQL."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version'), pg_database_size(current_database()), "
            "clock_timestamp()"
        )
        return Server(*cursor.fetchone())
