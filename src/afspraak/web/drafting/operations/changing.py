"""Changing what nobody signs: one proposes, another says yes, and the edition has a new file."""

import datetime as dt
import uuid
from typing import Literal

from django.db import transaction

from afspraak.protocol.text_hash import protocol_hash, text_hash
from afspraak.web.audit import operations as audit
from afspraak.web.drafting import actions
from afspraak.web.drafting.models import Change
from afspraak.web.editions import operations as editions
from afspraak.web.editions import queries as held
from afspraak.web.editions.models import Edition
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people import queries as people

CHANGE_DAYS = 30
"""How long a change waits for a yes, and how long it is kept after it was decided on."""

MAX_WORDS = 2000

Decision = Literal["yes", "no"]


class UnableToPropose(Exception):
    """args[0]: `changed` (the file is another by now), `same`, or `signed` (people sign that)."""


class UnableToDecide(Exception):
    """args[0]: `decided`, `own` (somebody else must), `outdated`, `no-reason` or `gone`."""


@transaction.atomic
def propose_change(
    *, edition: EditionRow, base: str, source: bytes, why: str, now: dt.datetime, actor: uuid.UUID
) -> uuid.UUID:
    """Puts a changed file of the edition in force before somebody else, and gives its key.

    `base` is the hash of the file that it was made from. Raises `UnableToPropose`, and
    `UnableToLoad` with every problem when the file could not hold.
    """
    protocol = editions.acceptable(source, now=now).protocol
    if text_hash(protocol) != edition.text_hash or protocol.edition.number != edition.number:
        raise UnableToPropose("signed")
    current = _current(edition.id, now)
    if current is None or current.protocol_hash != base:
        raise UnableToPropose("changed")
    if protocol_hash(protocol) == base:
        raise UnableToPropose("same")
    change = Change.objects.create(
        edition_id=edition.id,
        base=base,
        source=source,
        why=why.strip()[:MAX_WORDS],
        proposed_at=now,
        proposed_by_id=actor,
    )
    audit.record(
        actions.CHANGE_PROPOSED,
        now=now,
        actor=actor,
        subject=f"change:{change.pk}",
        edition=edition.number,
        facts={"number": edition.number, "protocol_hash": protocol_hash(protocol)},
    )
    return change.pk


def may_decide_alone() -> bool:
    """Whether there is nobody else to ask: only one person works here."""
    return people.active_count() == 1


@transaction.atomic
def decide_change(
    *,
    change: uuid.UUID,
    decision: Decision,
    reason: str,
    now: dt.datetime,
    actor: uuid.UUID,
) -> None:
    """Says yes or no to a change; yes makes it the file of the edition.

    Nobody decides on their own proposal, unless nobody else works here: that is logged. Raises
    `UnableToDecide`, and `UnableToLoad` when the file may not hold any more.
    """
    row = Change.objects.filter(pk=change).first()
    if row is None:
        raise UnableToDecide("gone")
    # Whoever decides on another change of this edition at the same moment waits here.
    edition = Edition.objects.select_for_update().get(pk=row.edition_id)
    row = Change.objects.select_for_update().get(pk=change)
    if row.decision:
        raise UnableToDecide("decided")
    alone = row.proposed_by_id == actor
    if alone and not may_decide_alone():
        raise UnableToDecide("own")
    said = reason.strip()[:MAX_WORDS]
    if decision == "no" and not said:
        raise UnableToDecide("no-reason")
    source = bytes(row.source)
    now_holds = row.base
    if decision == "yes":
        current = _current(row.edition_id, now)
        if current is None or current.protocol_hash != row.base:
            raise UnableToDecide("outdated")
        now_holds = editions.add_edition(source=source, now=now, actor=actor).protocol_hash
    _settle(row, decision, said, now, actor)
    audit.record(
        actions.CHANGE_DECIDED,
        now=now,
        actor=actor,
        subject=f"change:{change}",
        edition=edition.number,
        facts={
            "number": edition.number,
            "decision": decision,
            "alone": alone,
            "protocol_hash": now_holds,
        },
    )


@transaction.atomic
def take_back(*, change: uuid.UUID, now: dt.datetime, actor: uuid.UUID) -> None:
    """Takes one's own proposal back. Raises `UnableToDecide`."""
    row = Change.objects.select_for_update().select_related("edition").filter(pk=change).first()
    if row is None or row.proposed_by_id != actor:
        raise UnableToDecide("gone")
    if row.decision:
        raise UnableToDecide("decided")
    _settle(row, "taken-back", "", now, actor)
    number = row.edition.number
    audit.record(
        actions.CHANGE_DECIDED,
        now=now,
        actor=actor,
        subject=f"change:{change}",
        edition=number,
        facts={
            "number": number,
            "decision": "taken-back",
            "alone": True,
            "protocol_hash": row.base,
        },
    )


@transaction.atomic
def delete_old_changes(now: dt.datetime) -> list[str]:
    """Deletes changes that waited too long or were decided on long ago; a line for each."""
    long_ago = now - dt.timedelta(days=CHANGE_DAYS)
    waiting = Change.objects.filter(decision="", proposed_at__lte=long_ago)
    old = waiting | Change.objects.filter(decided_at__lte=long_ago)
    lines = [f"change {key} {at:%Y-%m-%d}" for key, at in old.values_list("pk", "proposed_at")]
    old.delete()
    return lines


def _current(edition: int, now: dt.datetime) -> EditionRow | None:
    """The edition, when it is still the one in force."""
    in_force = held.in_force(now)
    return in_force if in_force and in_force.id == edition else None


def _settle(row: Change, decision: str, reason: str, now: dt.datetime, actor: uuid.UUID) -> None:
    row.decision, row.reason, row.decided_at = decision, reason, now
    row.decided_by_id = actor
    row.save(update_fields=["decision", "reason", "decided_at", "decided_by"])
