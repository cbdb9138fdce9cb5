"""Who was asked to read an edition, and who received and read it."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.reading.models import Asked, Reading


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """That somebody received and read an edition."""

    id: uuid.UUID
    person: uuid.UUID
    edition: int
    number: str
    at: dt.datetime
    language: str
    route: str
    objection: str
    answer: str
    answered_at: dt.datetime | None
    receipt: str


def reading(key: uuid.UUID) -> ReadingRow | None:
    """One reading, by its key."""
    rows = _rows(Reading.objects.filter(pk=key))
    return rows[0] if rows else None


def reading_of(person: uuid.UUID, edition: int) -> ReadingRow | None:
    """The reading by this person of the edition that was asked."""
    rows = _rows(Reading.objects.filter(person=person, edition=edition))
    return rows[0] if rows else None


def readings_of(person: uuid.UUID) -> Sequence[ReadingRow]:
    """Everything this person received and read, the latest first."""
    return _rows(Reading.objects.filter(person=person).order_by("-at"))


def last_read(person: uuid.UUID) -> EditionRow | None:
    """The last edition this person received and read."""
    row = Reading.objects.filter(person=person).order_by("-at").values("edition").first()
    return editions.by_id(row["edition"]) if row else None


def is_asked(person: uuid.UUID, edition: int) -> bool:
    """Whether this person was asked to read the edition."""
    return Asked.objects.filter(person=person, edition=edition).exists()


def who_read(
    editions: Iterable[int], people: Iterable[uuid.UUID]
) -> frozenset[tuple[uuid.UUID, int]]:
    """Which of these people have read which of these editions."""
    found = Reading.objects.filter(edition__in=list(editions), person__in=list(people))
    return frozenset(found.values_list("person", "edition"))


def _rows(found: Iterable[Reading]) -> Sequence[ReadingRow]:
    return [
        ReadingRow(
            each.pk,
            each.person_id,
            each.edition_id,
            each.number,
            each.at,
            each.language,
            each.route,
            each.objection,
            each.answer,
            each.answered_at,
            each.receipt,
        )
        for each in found
    ]
