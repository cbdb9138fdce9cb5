"""Adding and changing people, and giving and taking roles."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping

from allauth.account.models import EmailAddress
from django.db import transaction

from afspraak.decisions.roles import KEPT, Role
from afspraak.web.audit import operations as audit
from afspraak.web.audit.actions import Action
from afspraak.web.people import actions, queries
from afspraak.web.people.models import Granted, Invitation, Person, SignIn

FIELDS = (
    "name",
    "email",
    "number",
    "team",
    "language",
    "joined",
    "away_from",
    "away_until",
)
"""What may be changed of a person. Leaving is an operation of its own."""


class UnableToChange(Exception):
    """Somebody else has this e-mail address or number: `email-taken` or `number-taken`."""


class UnableToRevoke(Exception):
    """Nobody else has this role, and somebody must: `last`."""


class UnableToLeave(Exception):
    """This is the last administrator or editor: `last`."""


class UnableToInvite(Exception):
    """`no-address`, `left`, or `invited` when it was done and not asked again."""


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
    away_from: dt.date | None = None,
    away_until: dt.date | None = None,
    actor: uuid.UUID | None = None,
) -> Person:
    """Adds somebody who works here, with any roles, and gives the person."""
    person = Person(
        name=name,
        email=written(email),
        language=language,
        team=team,
        number=number,
        joined=joined,
        away_from=away_from,
        away_until=away_until,
        created_at=now,
    )
    _must_be_free(person)
    person.set_unusable_password()
    person.save(force_insert=True)
    _record(actions.PERSON_ADDED, person, now, actor)
    for role in roles:
        grant_role(person=person, role=role, now=now, actor=actor)
    return person


@transaction.atomic
def change_person(
    *,
    person: Person,
    values: Mapping[str, str | dt.date | None],
    now: dt.datetime,
    actor: uuid.UUID | None = None,
) -> tuple[str, ...]:
    """Changes what differs of a person and gives which fields did."""
    new = dict(values)
    if "email" in new:
        new["email"] = written(str(new["email"] or ""))
    changed = tuple(key for key in FIELDS if key in new and getattr(person, key) != new[key])
    if not changed:
        return ()
    for key in changed:
        setattr(person, key, new[key])
    _must_be_free(person)
    person.save(update_fields=changed)
    if "email" in changed:
        # An old address must not let anybody in.
        EmailAddress.objects.filter(user=person).delete()
    _record(actions.PERSON_CHANGED, person, now, actor, {"fields": ", ".join(changed)})
    return changed


@transaction.atomic
def grant_role(
    *,
    person: Person,
    role: Role,
    now: dt.datetime,
    actor: uuid.UUID | None = None,
    by_group: bool = False,
) -> None:
    """Gives a person a role. Given by hand, no group takes it away any more."""
    if role == Role.EMPLOYEE:
        return
    held, is_new = Granted.objects.get_or_create(
        person=person, role=role, defaults={"at": now, "by_group": by_group}
    )
    if held.by_group and not by_group:
        Granted.objects.filter(pk=held.pk).update(by_group=False)
    if is_new:
        _forget_roles(person)
        _record(actions.ROLE_GRANTED, person, now, actor, {"role": role.value})


@transaction.atomic
def revoke_role(
    *, person: Person, role: Role, now: dt.datetime, actor: uuid.UUID | None = None
) -> None:
    """Takes a role away. Raises `UnableToRevoke` when somebody must have it and nobody else has."""
    held = Granted.objects.select_for_update().filter(role=role)
    mine = [each for each in held if each.person_id == person.pk]
    if not mine:
        return
    if person.is_active and role in KEPT and queries.is_last(person, role):
        raise UnableToRevoke("last")
    mine[0].delete()
    _forget_roles(person)
    _record(actions.ROLE_REVOKED, person, now, actor, {"role": role.value})


@transaction.atomic
def leave(
    *, person: Person, left: dt.date, now: dt.datetime, actor: uuid.UUID | None = None
) -> None:
    """Notes from which day somebody no longer works here; from then on they cannot sign in."""
    if any(queries.is_last(person, role) for role in KEPT):
        raise UnableToLeave("last")
    person.left = left
    person.save(update_fields=["left"])
    _record(actions.PERSON_LEFT, person, now, actor, {"date": left.isoformat()})
    if left <= queries.today_at(now):
        shut_out([person])


@transaction.atomic
def bring_back(*, person: Person, now: dt.datetime, actor: uuid.UUID | None = None) -> None:
    """Undoes a leaving: this person works here, and may sign in again."""
    if person.left is None:
        return
    person.left, person.is_active = None, True
    person.save(update_fields=["left", "is_active"])
    _record(actions.PERSON_RETURNED, person, now, actor)


@transaction.atomic
def end_access(*, now: dt.datetime) -> int:
    """Shuts out whoever leaves today or has left; gives how many that were."""
    gone = list(Person.objects.filter(is_active=True, left__lte=queries.today_at(now)))
    shut_out(gone)
    return len(gone)


def shut_out(people: Iterable[Person]) -> None:
    """Ends every session, and drops the invitation and the mails that wait."""
    keys = []
    for person in people:
        # A new unusable password makes each session of this person invalid at once.
        person.is_active = False
        person.set_unusable_password()
        person.mails.filter(sent_at=None).delete()
        keys.append(person.pk)
    Person.objects.bulk_update(people, ["is_active", "password"], batch_size=500)
    Invitation.objects.filter(person__in=keys).delete()
    for row in SignIn.objects.filter(person__in=keys).select_related("session"):
        row.session.delete()


@transaction.atomic
def invite(*, person: Person, by: Person, now: dt.datetime, again: bool = False) -> None:
    """Has an invitation sent to one person; a second one only when asked `again`."""
    if not person.is_active:
        raise UnableToInvite("left")
    if not person.email:
        raise UnableToInvite("no-address")
    if person.invited_at and not again:
        raise UnableToInvite("invited")
    Invitation.objects.update_or_create(person=person, defaults={"by": by.name, "at": now})
    person.invited_at = now
    person.save(update_fields=["invited_at"])
    _record(actions.PERSON_INVITED, person, now, by.pk)


@transaction.atomic
def invite_everybody(*, by: Person, now: dt.datetime) -> int:
    """Has an invitation sent to all who were not invited yet; gives how many."""
    waiting = queries.invitable().filter(invited_at=None)
    made = Invitation.objects.bulk_create(
        (Invitation(person=person, by=by.name, at=now) for person in waiting),
        batch_size=500,
        ignore_conflicts=True,
    )
    if not made:
        return 0
    waiting.update(invited_at=now)
    audit.record(actions.PEOPLE_INVITED, now=now, actor=by.pk, facts={"count": len(made)})
    return len(made)


def written(email: str | None) -> str | None:
    """An e-mail address as it is kept: in small letters; without one there is none."""
    return (email or "").strip().lower() or None


def _must_be_free(person: Person) -> None:
    others = Person.objects.exclude(pk=person.pk)
    if person.email and others.filter(email__iexact=person.email).exists():
        raise UnableToChange("email-taken")
    if person.number and others.filter(number=person.number).exists():
        raise UnableToChange("number-taken")


def _forget_roles(person: Person) -> None:
    if hasattr(person, "_roles"):
        del person._roles  # noqa: SLF001 - read once for each object, and now read again


def _record(
    action: Action,
    person: Person,
    now: dt.datetime,
    actor: uuid.UUID | None,
    facts: Mapping[str, str] | None = None,
) -> None:
    audit.record(
        action,
        now=now,
        actor=actor,
        person=person.pk,
        subject=f"person:{person.pk}",
        facts=dict(facts or {}),
        personal={"name": person.name},
    )
