"""Invitations that wait to become mails."""

import datetime as dt
import uuid
from dataclasses import dataclass

from afspraak.web.people.models import Invitation


@dataclass(frozen=True, slots=True)
class Waiting:
    """Whom to invite, and on whose behalf."""

    person: uuid.UUID
    email: str
    by: str
    at: dt.datetime


def take(most: int) -> list[Waiting]:
    """Takes at most so many invitations out of the table. Must be called in a transaction."""
    rows = list(
        Invitation.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("person")
        .order_by("pk")[:most]
    )
    Invitation.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return [
        Waiting(row.person_id, row.person.email, row.by, row.at)
        for row in rows
        if row.person.is_active and row.person.email
    ]
