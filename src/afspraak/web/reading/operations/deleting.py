"""Deleting receipts when their term has passed, and what is about a person."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from afspraak.decisions import keeping
from afspraak.web.audit import operations as audit
from afspraak.web.editions import queries as editions
from afspraak.web.people.models import Person
from afspraak.web.reading import actions
from afspraak.web.reading.models import Asked, Pinned, Reading


def years_kept(now: dt.datetime) -> int:
    """How many years after leaving a receipt is kept, as the protocol says it."""
    held = editions.in_force(now)
    if held is None:
        return keeping.YEARS
    return editions.protocol_of(held).retention.acknowledgement_years_after_leaving


@transaction.atomic
def delete_due(*, now: dt.datetime) -> Sequence[str]:
    """Deletes the receipts of whoever left longer ago than the term; gives a line for each."""
    left_before = keeping.years_before(now.date(), years_kept(now))
    people = Person.objects.filter(left__lte=left_before)
    rows = list(Reading.objects.filter(person__in=people).order_by("at", "pk"))
    lines = [f"reading:{row.pk} {row.at:%Y-%m-%d}" for row in rows]
    Asked.objects.filter(person__in=people).delete()
    Reading.objects.filter(pk__in=[row.pk for row in rows]).delete()
    if rows:
        audit.record(actions.DELETED, now=now, facts={"count": len(rows)})
    return lines


@transaction.atomic
def erase(person: Person, now: dt.datetime) -> int:
    """Removes what is about a person and need not stay; gives how many rows that was.

    Receipts stay until their term: they are the person's own proof as much as the employer's.
    """
    count = Pinned.objects.filter(person=person).delete()[0]
    asked = Asked.objects.filter(person=person)
    if person.left and person.left <= keeping.years_before(now.date(), years_kept(now)):
        count += Reading.objects.filter(person=person).delete()[0]
    elif person.left is None:
        # Whoever works here is asked once; without the row they would be asked again.
        return count
    return count + asked.delete()[0]
