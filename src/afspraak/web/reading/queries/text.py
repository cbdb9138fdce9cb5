"""What there is to read, and whether somebody has."""

import datetime as dt
import uuid
from dataclasses import dataclass

from afspraak.web.editions import access
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.models import Person
from afspraak.web.reading.models import Reading


@dataclass(frozen=True, slots=True)
class ToRead:
    """The edition in force, and the key of the edition that asked people to read its text."""

    edition: EditionRow
    asked: int


def to_read(now: dt.datetime) -> ToRead | None:
    """What there is to read at `now`; nothing before the first edition."""
    past = editions.past(now)
    if not past:
        return None
    asked = next((row for row in past if row.must_be_read), past[-1])
    return ToRead(past[0], asked.id)


def to_read_first(now: dt.datetime) -> ToRead | None:
    """The edition that waits for those who lead; nothing when none does."""
    edition = editions.awaiting()
    if edition is None:
        return None
    held = to_read(now)
    return ToRead(edition, held.asked if held and not edition.must_be_read else edition.id)


def to_read_by(person: Person, now: dt.datetime) -> ToRead | None:
    """What there is to read for this person: who leads reads first what is still to hold."""
    first = to_read_first(now)
    if first and access.leads(person, first.edition) and not has_read_this(person.pk, first):
        return first
    return to_read(now)


def has_read(person: uuid.UUID, now: dt.datetime) -> bool:
    """Whether this person has read the text in force. True when there is nothing to read."""
    held = to_read(now)
    return held is None or has_read_this(person, held)


def has_read_this(person: uuid.UUID, held: ToRead) -> bool:
    """Whether this person has read this."""
    return Reading.objects.filter(person=person, edition=held.asked).exists()
