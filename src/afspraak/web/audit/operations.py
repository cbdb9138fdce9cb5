"""Adding to the log."""

import datetime as dt
import hashlib
import hmac
import json
import secrets
import uuid
from collections.abc import Mapping

from django.conf import settings
from django.db import connection, transaction

from afspraak.web.audit.actions import Action
from afspraak.web.audit.models import Entry, Personal

Fact = str | int | bool | None
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
    salt = secrets.token_hex(32) if private else ""
    entry = Entry(
        number=last["number"] + 1 if last else 1,
        at=now,
        action=action.key,
        edition=edition,
        actor=actor,
        subject=subject,
        facts=given,
        commitment=committed(private, salt) if private else "",
    )
    entry.seal = sealed(entry, last["seal"] if last else "")
    entry.save(force_insert=True)
    if private:
        keep = action.keep_days
        Personal.objects.create(
            entry=entry,
            person=person or actor,
            facts=private,
            salt=salt,
            erase_after=now + dt.timedelta(days=keep) if keep else None,
        )
    return entry.number


def committed(personal: Mapping[str, Fact], salt: str) -> str:
    """A fingerprint of the personal part that says nothing without it."""
    return hashlib.sha256(f"{salt}{_canonical(personal)}".encode()).hexdigest()


def sealed(entry: Entry, before: str) -> str:
    """The seal of `entry` after a row with the seal `before`.

    With a key that is not in the database: who can write there cannot make a seal.
    """
    content = [
        before,
        entry.number,
        entry.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        entry.action,
        entry.edition,
        str(entry.actor or ""),
        entry.subject,
        entry.facts,
        entry.commitment,
    ]
    key = settings.KEYS.audit.encode()
    return hmac.new(key, _canonical(content).encode(), hashlib.sha256).hexdigest()


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _wait_for_turn() -> None:
    """One writer at a time. SQLite has that by itself, from the start of the transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
