"""Somebody with the database's own password, who takes the guards away first."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def without_guards() -> Iterator[None]:
    """Takes the triggers away, and puts them back so that nothing shows."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            connection.check_constraints()
            for table in ("audit_entry", "audit_personal"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            yield
            connection.check_constraints()
            cursor.execute(
                "SELECT tgrelid::regclass, tgname FROM pg_trigger WHERE tgname LIKE 'audit%'"
            )
            for table, name in cursor.fetchall():
                cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
            return
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE name LIKE 'audit%' AND type='trigger'"
        )
        held = cursor.fetchall()
        for name, _ in held:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, sql in held:
            cursor.execute(sql)


def attack(*statements: str) -> None:
    """Runs statements with the guards away."""
    with without_guards(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
