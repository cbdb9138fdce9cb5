"""The only door by which an id from an address becomes a row."""

import uuid

from django.http import Http404

from afspraak.web.people.models import Person, Upload


def person_by_id(person: uuid.UUID) -> Person:
    """The person with this id, for who may manage people; 404 without one."""
    found = Person.objects.filter(pk=person).first()
    if found is None:
        raise Http404
    return found


def upload_of(person: Person, upload: uuid.UUID) -> Upload:
    """An upload of this person's own; another's is not there."""
    found = Upload.objects.filter(pk=upload, by=person).first()
    if found is None:
        raise Http404
    return found


def anybody() -> bool:
    """Whether there is anybody who could sign in: not before the first owner came in."""
    return Person.objects.exists()
