"""The database refuses what nobody may do to the log, whoever asks."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from afspraak.web.audit import operations as audit
from afspraak.web.audit.models import Entry, Personal
from afspraak.web.people.actions import PERSON_ADDED

CHANGES = (
    "UPDATE audit_entry SET action = 'people.added'",
    "UPDATE audit_entry SET number = number + 10",
    "DELETE FROM audit_entry",
    "UPDATE audit_personal SET facts = '{}'",
    "UPDATE audit_personal SET person = NULL",
)
SQLITE_ONLY = (
    "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry",
    "INSERT OR REPLACE INTO audit_personal SELECT * FROM audit_personal",
    "UPDATE OR REPLACE audit_entry SET number = 1",
)
REPLACE = "INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (number)"
POSTGRESQL_ONLY = (
    "TRUNCATE audit_entry CASCADE",
    "TRUNCATE audit_entry, audit_personal",
    f"{REPLACE} DO UPDATE SET action = 'x'",
)


def an_entry(now: dt.datetime) -> None:
    with transaction.atomic():
        audit.record(PERSON_ADDED, now=now, personal={"name": "Lotte Visser"})
    connection.check_constraints()  # PostgreSQL empties no table with a foreign key to be checked


@pytest.mark.parametrize("change", [*CHANGES, *SQLITE_ONLY, *POSTGRESQL_ONLY])
def test_the_database_refuses(change: str, now: dt.datetime, db: None) -> None:
    foreign = SQLITE_ONLY if connection.vendor == "postgresql" else POSTGRESQL_ONLY
    an_entry(now)
    before = (list(Entry.objects.values()), list(Personal.objects.values()))

    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        connection.cursor().execute(change)

    assert change in foreign or "only added to" in str(refused.value)
    assert (list(Entry.objects.values()), list(Personal.objects.values())) == before


def test_a_personal_part_may_go(now: dt.datetime, db: None) -> None:
    an_entry(now)

    gone, _ = Personal.objects.all().delete()

    assert gone == 1
    assert Entry.objects.count() == 1
