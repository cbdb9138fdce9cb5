"""The only door by which a key from an address becomes an edition, and who may read one early."""

from django.http import Http404

from afspraak.decisions.roles import Capability, Role
from afspraak.web.editions import queries
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.models import Person


def edition(key: int) -> EditionRow:
    """The edition with this key, in force or not, unless it was withdrawn."""
    found = queries.by_id(key)
    if found is None:
        raise Http404
    return found


def leads(person: Person, edition: EditionRow) -> bool:
    """Whether this person is one of those who lead: by role, or named so in the edition."""
    if Role.LEADER in person.roles:
        return True
    named = {each.name.strip().lower() for each in queries.protocol_of(edition).people.leaders}
    return person.name.strip().lower() in named


def awaiting_for(person: Person) -> EditionRow | None:
    """The edition that waits for those who lead, for who may read it before it holds."""
    row = queries.awaiting()
    if row is None or not (person.may(Capability.SEE_AGREEING) or leads(person, row)):
        return None
    return row
