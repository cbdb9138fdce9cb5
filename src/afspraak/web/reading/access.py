"""From an address to a row, for who may see it."""

import uuid

from django.http import Http404

from afspraak.web.people.models import Person
from afspraak.web.reading import queries
from afspraak.web.reading.queries import ObjectionRow, ReadingRow


def own_reading(person: Person, key: uuid.UUID) -> ReadingRow:
    """A reading of this person's own. Of another's, nobody learns that it exists."""
    row = queries.reading(key)
    if row is None or row.person != person.pk:
        raise Http404
    return row


def person_here(key: uuid.UUID) -> Person:
    """Somebody who works here, for the editor."""
    found = Person.objects.filter(pk=key, left=None, is_active=True).first()
    if found is None:
        raise Http404
    return found


def objection(key: uuid.UUID) -> ObjectionRow:
    """An objection that has no answer yet, for the editor."""
    for row in queries.objections():
        if row.reading == key and row.answered_at is None:
            return row
    raise Http404
