"""Everything to one file: a zip of a JSON Lines file for each table, the files of the data folder
that belong to them, and a manifest.

It is one moment of the database, however long it takes and whoever is at work meanwhile.
"""

import contextlib
import copy
import datetime as dt
import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connections, models, transaction
from django.db.migrations.loader import MigrationLoader

from afspraak import __version__
from afspraak.web import keys
from afspraak.web.audit import anchors
from afspraak.web.audit import operations as audit
from afspraak.web.backup import actions, refusals, tables
from afspraak.web.database import state
from afspraak.web.worker import operations as machine

FORMAT = "afspraak-backup"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
KEYS = "keys"
ANCHORS = anchors.NAME
NAME = "afspraak-%Y-%m-%d-%H%M%S.zip"
PATTERN = "afspraak-????-??-??-??????.zip"
ROWS_AT_ONCE = 2000
SNAPSHOT = "snapshot"

Told = Callable[[int, int], None]
"""Hears how many rows were done, and of how many."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made: where, its bytes and its rows."""

    file: Path
    size: int
    rows: int


def back_up(goal: Path, *, now: dt.datetime, told: Told) -> Made:
    """Writes everything to `goal`, or to a file with the date in its name when it is a folder.

    Readable by its owner only, as the keys are in it. Raises `UnableToBackUp`; then there is no
    file. What was at `goal` is never written over.
    """
    file = goal / now.astimezone().strftime(NAME) if goal.is_dir() else goal
    if file.exists():
        raise refusals.exists_already(file)
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    try:
        try:
            rows = _write(partial, now, told)
            _put(partial, file)
        finally:
            partial.unlink(missing_ok=True)
    except FileExistsError as error:
        raise refusals.exists_already(file) from error
    except OSError as error:
        raise refusals.unwritable(file, error) from error
    size = file.stat().st_size
    with transaction.atomic():
        machine.note_backup(size=size, version=__version__, now=now)
        audit.record(actions.BACKUP_MADE, now=now, facts={"rows": rows, "size": size})
    return Made(file, size, rows)


def forget_old(folder: Path, *, days: int, now: dt.datetime) -> int:
    """Removes backups in `folder` that are older than `days`, and gives how many that were.

    Only files that `back_up` named itself, by the date in that name.
    """
    limit = (now - dt.timedelta(days=days)).astimezone().strftime(NAME)
    old = [each for each in folder.glob(PATTERN) if each.name < limit]
    for each in old:
        each.unlink()
    return len(old)


def _write(partial: Path, now: dt.datetime, told: Told) -> int:
    # Before the database: an anchor may not know of an entry that the copy does not hold.
    noted = anchors.content()
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive, _snapshot() as loader:
            applied = sorted(loader.applied_migrations)
            written = _write_tables(archive, tables.at(loader, applied), told)
            held = (settings.CONFIG.data / keys.NAME).read_bytes()
            archive.writestr(KEYS, held)
            archive.writestr(ANCHORS, noted)
            manifest = {
                "format": FORMAT,
                "format_version": FORMAT_VERSION,
                "version": __version__,
                "made_at": now.astimezone(dt.UTC).isoformat(timespec="seconds"),
                "database": connections[SNAPSHOT].vendor,
                "migrations": applied,
                "keys": {"sha256": hashlib.sha256(held).hexdigest()},
                "anchors": {"sha256": hashlib.sha256(noted).hexdigest()},
                "tables": written,
            }
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
        raw.flush()
        os.fsync(raw.fileno())
    return sum(int(str(each["rows"])) for each in written.values())


def _write_tables(
    archive: zipfile.ZipFile, found: Sequence[type[models.Model]], told: Told
) -> dict[str, dict[str, int | str]]:
    managers = [(each, each._base_manager.using(SNAPSHOT)) for each in found]  # noqa: SLF001
    total = sum(manager.count() for _, manager in managers)
    written: dict[str, dict[str, int | str]] = {}
    done = 0
    for model, manager in managers:
        fields = tables.columns(model)
        digest, rows = hashlib.sha256(), 0
        asked = manager.order_by("pk").values_list(*(field.attname for field in fields.values()))
        table = model._meta.db_table  # noqa: SLF001
        with archive.open(f"tables/{table}.jsonl", "w", force_zip64=True) as file:
            for line in _lines(fields, asked.iterator(ROWS_AT_ONCE)):
                file.write(line)
                digest.update(line)
                rows += 1
                if rows % ROWS_AT_ONCE == 0:
                    told(done + rows, total)
        # The first line holds the names of the columns.
        done += rows - 1
        written[table] = {"rows": rows - 1, "sha256": digest.hexdigest()}
        told(done, total)
    return written


def _lines(names: Iterable[str], rows: Iterator[Sequence[object]]) -> Iterator[bytes]:
    yield _line(list(names))
    for row in rows:
        yield _line([tables.as_json(value) for value in row])


def _line(values: list[object]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@contextlib.contextmanager
def _snapshot() -> Iterator[MigrationLoader]:
    """One moment of the database, through a connection that holds nobody up."""
    described = copy.deepcopy(connections.databases["default"])
    # A reader must not take the turn of those who write.
    described["OPTIONS"].pop("transaction_mode", None)
    connections.databases[SNAPSHOT] = described
    connection = connections[SNAPSHOT]
    state.state(SNAPSHOT)
    try:
        with transaction.atomic(using=SNAPSHOT):
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield MigrationLoader(connection)
    finally:
        connection.close()


def _put(partial: Path, file: Path) -> None:
    """Gives the finished file its name, unless something has that name by now."""
    try:
        os.link(partial, file)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if file.exists():
            raise FileExistsError from None
        partial.rename(file)
