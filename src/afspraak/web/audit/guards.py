"""Whether the database still refuses changes of the log."""

from django.db import connection

SQLITE: tuple[str, ...] = (
    "audit_entry_is_not_replaced",
    "audit_entry_stays",
    "audit_entry_stays_as_it_is",
    "audit_personal_is_not_replaced",
    "audit_personal_stays_as_it_is",
)
POSTGRESQL: tuple[str, ...] = (
    "audit_entry_is_not_emptied",
    "audit_entry_stays",
    "audit_entry_stays_as_it_is",
    "audit_personal_stays_as_it_is",
)


def missing() -> tuple[str, ...]:
    """The triggers that are not there or are off, by name."""
    if connection.vendor == "postgresql":
        wanted = POSTGRESQL
        asked = (
            "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A'"
            " AND tgrelid IN ('audit_entry'::regclass, 'audit_personal'::regclass)"
        )
    else:
        wanted = SQLITE
        asked = (
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            " AND tbl_name IN ('audit_entry', 'audit_personal') AND sql LIKE '%ABORT%'"
        )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        there = {name for (name,) in cursor.fetchall()}
    return tuple(name for name in wanted if name not in there)
