"""Changes outside what people sign: which wait, and for whose yes."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from afspraak.web.drafting.models import Change
from afspraak.web.editions.models import EditionFile


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


def proposed_by(person: uuid.UUID) -> Sequence[tuple[str, dt.datetime]]:
    """The edition and the moment of each change that this person proposed."""
    rows = Change.objects.filter(proposed_by=person).order_by("proposed_at")
    return list(rows.values_list("edition__number", "proposed_at"))


def decided_by(person: uuid.UUID) -> Sequence[tuple[str, dt.datetime, str]]:
    """The edition, the moment and the decision of each change that this person decided on."""
    rows = Change.objects.filter(decided_by=person).order_by("decided_at")
    return [
        (number, at, said)
        for number, at, said in rows.values_list("edition__number", "decided_at", "decision")
        if at
    ]


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
