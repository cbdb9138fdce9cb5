"""Changes outside what people sign: which wait, and for whose yes."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from afspraak.decisions.roles import MAY, Capability
from afspraak.web.drafting.models import Change
from afspraak.web.editions.models import EditionFile
from afspraak.web.people.models import Granted


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A changed file of an edition, who proposed it, and what came of it.

    `decision` is empty as long as it waits, and then yes, no or taken-back. Names are empty when
    nobody is known for them any more.
    """

    id: uuid.UUID
    edition: int
    base: str
    source: bytes
    why: str
    proposed_at: dt.datetime
    proposer: uuid.UUID | None
    proposed_by: str
    decided_at: dt.datetime | None
    decided_by: str
    decision: str
    reason: str


def change(key: uuid.UUID) -> ChangeRow | None:
    """The change with this key."""
    row = _all().filter(pk=key).first()
    return _row(row) if row else None


def changes() -> Sequence[ChangeRow]:
    """Every change that is kept, the latest first."""
    return [_row(row) for row in _all().order_by("-proposed_at", "pk")]


def file_of(edition: int, protocol_hash: str) -> bytes | None:
    """A file that an edition has or had, by its hash."""
    rows = EditionFile.objects.filter(edition=edition, protocol_hash=protocol_hash)
    source = rows.values_list("source", flat=True).first()
    return bytes(source) if source is not None else None


def waiting_for(person: uuid.UUID) -> int:
    """How many changes wait for somebody like this person: of others, and not decided."""
    return Change.objects.filter(decision="").exclude(proposed_by=person).count()


@dataclass(frozen=True, slots=True)
class DoneRow:
    """What somebody did about a change: proposed it, or decided on it, with their own words."""

    number: str
    at: dt.datetime
    decision: str
    words: str


def done_by(person: uuid.UUID) -> Sequence[DoneRow]:
    """What this person proposed and decided on. A proposal has no decision here."""
    rows = Change.objects.filter(Q(proposed_by=person) | Q(decided_by=person))
    found = []
    for row in rows.select_related("edition").order_by("proposed_at", "pk"):
        if row.proposed_by_id == person:
            found.append(DoneRow(row.edition.number, row.proposed_at, "", row.why))
        if row.decided_by_id == person and row.decided_at:
            found.append(DoneRow(row.edition.number, row.decided_at, row.decision, row.reason))
    return found


def somebody_else(person: uuid.UUID) -> bool:
    """Whether anybody else who works here may say yes."""
    held = Granted.objects.filter(role__in=MAY[Capability.DECIDE_EDITION], person__is_active=True)
    return held.exclude(person=person).exists()


def _all() -> "QuerySet[Change]":
    return Change.objects.select_related("proposed_by", "decided_by")


def _row(row: Change) -> ChangeRow:
    return ChangeRow(
        row.pk,
        row.edition_id,
        row.base,
        bytes(row.source),
        row.why,
        row.proposed_at,
        row.proposed_by_id,
        row.proposed_by.name if row.proposed_by else "",
        row.decided_at,
        row.decided_by.name if row.decided_by else "",
        row.decision,
        row.reason,
    )
