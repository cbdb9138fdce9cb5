"""Adding to the log."""

import datetime as dt
import secrets
import uuid
from collections.abc import Mapping

from django.db import connection, transaction

from afspraak.web.audit.actions import Action
from afspraak.web.audit.models import Entry, Personal
from afspraak.web.audit.seals import Content, Fact, committed, sealed

_LOCK = 0x0AF5  # any number, the same for all writers


def record(
    action: Action,
    *,
    now: dt.datetime,
    actor: uuid.UUID | None = None,
    person: uuid.UUID | None = None,
    subject: str = "",
    edition: str = "",
    facts: Mapping[str, Fact] | None = None,
    personal: Mapping[str, Fact] | None = None,
) -> int:
    """Adds what was done to the log and gives its number. Must be called inside a transaction.

    `actor` did it, `person` is whom it was about; without one the actor is.
    """
    given, private = dict(facts or {}), dict(personal or {})
    if set(given) != set(action.facts) or set(private) != set(action.personal):
        raise ValueError(f"{action.key} records {action.facts} and {action.personal}")
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(f"{action.key} was logged by itself")
    _wait_for_turn()
    last = Entry.objects.order_by("-number").values("number", "seal").first()
    salt = secrets.token_hex(32)
    about = person or actor
    keep = action.keep_days
    erase_after = now + dt.timedelta(days=keep) if keep else None
    entry = Entry(
        number=last["number"] + 1 if last else 1,
        at=now,
        action=action.key,
        edition=edition,
        actor=actor,
        subject=subject,
        facts=given,
        commitment=committed(private, salt, about, erase_after) if private else "",
    )
    entry.seal = sealed(_content(entry), last["seal"] if last else "")
    entry.save(force_insert=True)
    if private:
        Personal.objects.create(
            entry=entry, person=about, facts=private, salt=salt, erase_after=erase_after
        )
    return entry.number


def _content(entry: Entry) -> Content:
    return Content(
        entry.number,
        entry.at,
        entry.action,
        entry.edition,
        entry.actor,
        entry.subject,
        entry.facts,
        entry.commitment,
    )


def _wait_for_turn() -> None:
    """One writer at a time. SQLite has that by itself, from the start of the transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
