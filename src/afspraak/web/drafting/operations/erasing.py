"""What is removed when a person is erased."""

import datetime as dt

from django.db import transaction

from afspraak.web.drafting.models import Change, DraftVersion, Interview
from afspraak.web.people.models import Person


@transaction.atomic
def erase(person: Person, now: dt.datetime) -> int:  # noqa: ARG001 - as every feature's
    """Forgets a person's answers, and whose the drafts and changes are; gives how many rows."""
    rows = Interview.objects.filter(person=person).delete()[0]
    rows += DraftVersion.objects.filter(by=person).update(by=None)
    rows += Change.objects.filter(proposed_by=person).update(proposed_by=None)
    rows += Change.objects.filter(decided_by=person).update(decided_by=None)
    return rows
