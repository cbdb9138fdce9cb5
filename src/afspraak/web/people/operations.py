"""Adding persons and giving roles."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db import transaction

from afspraak.decisions.roles import Role
from afspraak.web.audit import operations as audit
from afspraak.web.people import actions
from afspraak.web.people.models import Granted, Person


@transaction.atomic
def add_person(
    *,
    name: str,
    email: str | None,
    now: dt.datetime,
    roles: Iterable[Role] = (),
    language: str = "nl",
    team: str = "",
    number: str = "",
    joined: dt.date | None = None,
    actor: uuid.UUID | None = None,
) -> Person:
    """Adds somebody who works here, with any roles, and gives the person."""
    person = Person(
        name=name,
        email=email.strip().lower() if email else None,
        language=language,
        team=team,
        number=number,
        joined=joined,
        created_at=now,
    )
    person.set_unusable_password()
    person.save(force_insert=True)
    audit.record(
        actions.PERSON_ADDED,
        now=now,
        actor=actor,
        person=person.pk,
        subject=f"person:{person.pk}",
        personal={"name": name},
    )
    for role in roles:
        grant_role(person=person, role=role, now=now, actor=actor)
    return person


@transaction.atomic
def grant_role(
    *, person: Person, role: Role, now: dt.datetime, actor: uuid.UUID | None = None
) -> None:
    """Gives a person a role. Nothing happens when they have it already."""
    if role == Role.EMPLOYEE:
        return
    _, is_new = Granted.objects.get_or_create(person=person, role=role, defaults={"at": now})
    if is_new:
        audit.record(
            actions.ROLE_GRANTED,
            now=now,
            actor=actor,
            person=person.pk,
            subject=f"person:{person.pk}",
            facts={"role": role.value},
            personal={"name": person.name},
        )
