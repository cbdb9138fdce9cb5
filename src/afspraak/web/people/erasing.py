"""What goes of a person: on request, and by itself when a term is over."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import cast

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import ProtectedError

from afspraak.decisions.retention import RULES, over
from afspraak.web.contributions import Kept, contributing
from afspraak.web.people import queries
from afspraak.web.people.models import Granted, Invitation, Person, Upload

Keeps = Callable[[Person, dt.datetime], Iterable[Kept]]

_BLANK: dict[str, str | dt.date | None] = {
    "email": None,
    "number": "",
    "team": "",
    "joined": None,
    "away_from": None,
    "away_until": None,
    "invited_at": None,
}


@transaction.atomic
def erase(*, person: Person) -> int:
    """Removes all but the name, which a receipt may still need; gives how many rows that was."""
    person.set_unusable_password()
    for field, nothing in _BLANK.items():
        setattr(person, field, nothing)
    person.save(update_fields=[*_BLANK, "password"])
    count = 1
    for rows in (
        Authenticator.objects.filter(user=person),
        EmailAddress.objects.filter(user=person),
        SocialAccount.objects.filter(user=person),
        Granted.objects.filter(person=person),
        Invitation.objects.filter(person=person),
        Upload.objects.filter(by=person),
        Session.objects.filter(signin__person=person),
    ):
        count += rows.delete()[0]
    return count


def delete_leavers(now: dt.datetime) -> list[str]:
    """Deletes who left so long ago that nothing about them has to stay; a line for each."""
    before = over(RULES["person"], queries.today_at(now))
    lines = []
    for person in Person.objects.filter(is_active=False, left__lte=before).order_by("left", "pk"):
        if _is_kept(person, now):
            continue
        line = f"person {person.pk} {person.left}"
        try:
            with transaction.atomic():
                person.delete()
        except ProtectedError:
            continue
        lines.append(line)
    return lines


def _is_kept(person: Person, now: dt.datetime) -> bool:
    # A receipt goes with the person's row, so as long as there is one the row stays.
    return person.readings.exists() or any(
        kept for _, keeps in contributing("keeps") for kept in cast("Keeps", keeps)(person, now)
    )
