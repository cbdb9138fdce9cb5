"""Everything back from one file, into either database, or nothing at all."""

import copy
import datetime as dt
import itertools
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import DatabaseError, connections, models, transaction
from django.db.migrations.executor import MigrationExecutor

from afspraak.web import keys
from afspraak.web.audit import anchors
from afspraak.web.audit import operations as audit
from afspraak.web.backup import actions, reading, refusals, tables
from afspraak.web.backup.reading import Manifest
from afspraak.web.backup.writing import ROWS_AT_ONCE, Told
from afspraak.web.database import state, turn
from afspraak.web.people.models import Person

BUILDING = "restoring"
ASIDE = "before-%Y-%m-%d-%H%M%S"
_BESIDE_SQLITE = ("", "-wal", "-shm")


def restore(
    file: Path, *, replace: bool, now: dt.datetime, told: Told
) -> tuple[Manifest, Path | None]:
    """Puts a backup back and gives what was in it, and where the old database lies if it was kept.

    Raises `UnableToRestore`; then everything is as it was. The whole file is read once before
    anything is touched.
    """
    manifest = reading.verified(file)
    connection = connections["default"]
    known = set(MigrationExecutor(None).loader.disk_migrations)
    if not set(manifest.migrations) <= known:
        raise refusals.newer(file, manifest.version)
    data: Path = settings.CONFIG.data
    with turn.stopped(data) as is_free, turn.alone(data):
        if not is_free:
            raise refusals.still_running()
        has_people = _has_people()
        if has_people and not replace:
            raise refusals.not_empty(str(connection.settings_dict["NAME"]))
        aside = now.astimezone().strftime(ASIDE)
        kept = None
        if connection.vendor == "postgresql":
            _into_postgresql(file, manifest, told)
        else:
            kept = _into_sqlite(file, manifest, aside if has_people else None, told)
        for name, content in ((keys.NAME, manifest.keys), (anchors.NAME, manifest.anchors)):
            _put(data / name, content, aside if has_people else None)
    settings.KEYS = keys.read(data)
    call_command("createcachetable", verbosity=0)
    with transaction.atomic():
        audit.record(
            actions.BACKUP_RESTORED,
            now=now,
            facts={
                "made_at": manifest.made_at,
                "rows": manifest.rows,
                "version": manifest.version,
            },
        )
    return manifest, kept


def _has_people() -> bool:
    found = state.state()
    if found.is_empty:
        return False
    # Tables that are not ours, or newer than we know, are somebody's too.
    if found.strange_tables or found.unknown:
        return True
    tables_there = connections["default"].introspection.table_names()
    return Person._meta.db_table in tables_there and Person.objects.exists()  # noqa: SLF001


def _into_sqlite(file: Path, manifest: Manifest, aside: str | None, told: Told) -> Path | None:
    """Builds a new file beside the old one and lets them change places."""
    goal = Path(str(connections["default"].settings_dict["NAME"]))
    building = goal.with_name(f"{goal.name}.{BUILDING}")
    described = copy.deepcopy(connections.databases["default"])
    described["NAME"] = building
    connections.databases[BUILDING] = described
    try:
        _remove(building)
        MigrationExecutor(connections[BUILDING]).migrate(_targets(BUILDING, manifest))
        with transaction.atomic(using=BUILDING):
            _fill(BUILDING, file, manifest, told)
        call_command("migrate", database=BUILDING, verbosity=0, interactive=False)
        with connections[BUILDING].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections[BUILDING].close()
        connections["default"].close()
        kept = _put_aside(goal, aside) if aside else None
        _remove(goal)
        building.replace(goal)
    except OSError as error:
        raise refusals.unwritable(goal, error) from error
    finally:
        connections[BUILDING].close()
        _remove(building)
    return kept


def _into_postgresql(file: Path, manifest: Manifest, told: Told) -> None:
    """Replaces our tables in one transaction: others see the old ones until it is done."""
    connection = connections["default"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        if cursor.fetchone()[0]:
            raise refusals.still_running()
    with transaction.atomic():
        _drop_ours()
        MigrationExecutor(connection).migrate(_targets("default", manifest))
        with connection.cursor() as cursor:
            # A migration that adds a reference leaves it to be kept at once; rows come by table.
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        _fill("default", file, manifest, told)
        # Tables with checks that still wait cannot be changed by the migrations that follow.
        connection.check_constraints()
        call_command("migrate", verbosity=0, interactive=False)


def _targets(alias: str, manifest: Manifest) -> list[tables.Node]:
    loader = MigrationExecutor(connections[alias]).loader
    return list(tables.last(loader, manifest.migrations))


def _fill(alias: str, file: Path, manifest: Manifest, told: Told) -> None:
    connection = connections[alias]
    loader = MigrationExecutor(connection).loader
    found = {each._meta.db_table: each for each in tables.at(loader, manifest.migrations)}  # noqa: SLF001
    if set(found) != set(manifest.tables):
        raise refusals.damaged(file, ", ".join(sorted(set(found) ^ set(manifest.tables))))
    for table in found:
        _empty(alias, table)
    done = 0
    for model in found.values():
        for count in _insert(alias, file, model):
            done += count
            told(done, manifest.rows)
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), list(found.values())):
            cursor.execute(sql)


def _insert(alias: str, file: Path, model: type[models.Model]) -> Iterator[int]:
    connection = connections[alias]
    fields: Mapping[str, models.Field[object, object]] = tables.columns(model)
    table = model._meta.db_table  # noqa: SLF001
    with reading.rows(file, table) as (names, rows):
        quoted = ", ".join(connection.ops.quote_name(name) for name in names)
        holes = ", ".join("%s" for _ in names)
        sql = f"INSERT INTO {connection.ops.quote_name(table)} ({quoted}) VALUES ({holes})"  # noqa: S608 - names of our own tables
        try:
            while batch := list(itertools.islice(rows, ROWS_AT_ONCE)):
                prepared: list[list[Any]] = [
                    [
                        tables.for_database(value, fields[name], connection)
                        for name, value in zip(names, row, strict=True)
                    ]
                    for row in batch
                ]
                with connection.cursor() as cursor:
                    cursor.executemany(sql, prepared)
                yield len(batch)
        except (DatabaseError, ValueError, KeyError) as error:
            raise refusals.misfit(table, str(error).strip().splitlines()[0]) from error


def _empty(alias: str, table: str) -> None:
    """Takes away what migrations put in a new table by themselves."""
    connection = connections[alias]
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {name} LIMIT 1")  # noqa: S608
        if cursor.fetchone():
            cursor.execute(f"DELETE FROM {name}")  # noqa: S608


def _drop_ours() -> None:
    """Drops every table of this program with its triggers, and the functions of those."""
    connection = connections["default"]
    there = set(connection.introspection.table_names())
    ours = {*connection.introspection.django_table_names(), "django_migrations"} & there
    ours |= {str(settings.CACHES["default"]["LOCATION"])} & there
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgfoid::regprocedure::text FROM pg_trigger "
            "JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal AND relname = ANY(%s)",
            [sorted(ours)],
        )
        functions = [name for (name,) in cursor.fetchall()]
        for table in sorted(ours):
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")
        for name in functions:
            cursor.execute(f"DROP FUNCTION IF EXISTS {name} CASCADE")


def _put(goal: Path, content: bytes, aside: str | None) -> None:
    """Puts a file back, with what was there kept beside it when that is another."""
    if aside and goal.is_file() and goal.read_bytes() != content:
        goal.rename(goal.with_name(f"{goal.name}.{aside}"))
    partial = goal.with_name(f"{goal.name}.{BUILDING}")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(goal)


def _put_aside(goal: Path, aside: str) -> Path | None:
    kept = goal.with_name(f"{goal.name}.{aside}")
    if not goal.exists():
        return None
    for ending in _BESIDE_SQLITE:
        part = goal.with_name(goal.name + ending)
        if part.exists():
            part.rename(kept.with_name(kept.name + ending))
    return kept


def _remove(path: Path) -> None:
    for ending in _BESIDE_SQLITE:
        path.with_name(path.name + ending).unlink(missing_ok=True)
