"""The first administrator, what the organisation chose, its protocol, and a mail to try."""

import datetime as dt
import hashlib
import secrets
import uuid
from collections.abc import Sequence

from django.db import transaction

from afspraak.decisions.roles import NAMES, Role
from afspraak.diagnostics import Lang, Text
from afspraak.web.audit import operations as audit
from afspraak.web.organisation import operations as organisation
from afspraak.web.people import operations as people
from afspraak.web.people.models import Granted, Person
from afspraak.web.setup import actions
from afspraak.web.setup.models import OwnerLink

LINK_HOURS = 24
TOKEN_BYTES = 24

OWNER_ROLES = (
    Role.ADMINISTRATOR,
    Role.LEADER,
    Role.EDITOR,
    Role.MANAGER,
    Role.HANDLER,
    Role.PRIVACY_OFFICER,
)
"""What one person can be alone. A deputy, second reader or representative is somebody else."""


class UnableToBecomeOwner(Exception):
    """The link does not make an owner: `used` (there is one by now) or `expired`."""


def invite_owner(*, now: dt.datetime) -> str | None:
    """A new secret that makes one person the owner; nothing when there is an administrator."""
    if has_owner():
        return None
    OwnerLink.objects.filter(expires_at__lte=now).delete()
    token = secrets.token_urlsafe(TOKEN_BYTES)
    OwnerLink.objects.create(
        token_hash=_hashed(token), made_at=now, expires_at=now + dt.timedelta(hours=LINK_HOURS)
    )
    return token


def has_owner() -> bool:
    """Whether anybody who can sign in is administrator."""
    return Granted.objects.filter(role=Role.ADMINISTRATOR, person__is_active=True).exists()


def check_link(token: str, *, now: dt.datetime) -> None:
    """Raises `UnableToBecomeOwner` when the link with `token` does nothing."""
    if has_owner():
        raise UnableToBecomeOwner("used")
    if not OwnerLink.objects.filter(token_hash=_hashed(token), expires_at__gt=now).exists():
        raise UnableToBecomeOwner("expired")


@transaction.atomic
def become_owner(
    *, token: str, name: str, email: str, password: str, language: Lang, now: dt.datetime
) -> Person:
    """Makes who has the link the owner, once. Raises `UnableToBecomeOwner`."""
    # Links of programs that started together wait for each other here.
    list(OwnerLink.objects.select_for_update().order_by("pk"))
    check_link(token, now=now)
    person = people.add_person(
        name=name, email=email, now=now, roles=OWNER_ROLES, language=language
    )
    if password:
        person.set_password(password)
        person.save(update_fields=["password"])
    audit.record(
        actions.OWNER_MADE,
        now=now,
        actor=person.pk,
        subject=f"person:{person.pk}",
        personal={"name": name},
    )
    OwnerLink.objects.all().delete()
    return person


def owner_roles() -> Sequence[Text]:
    """What the owner is, in words."""
    return tuple(NAMES[role] for role in OWNER_ROLES)


@transaction.atomic
def choose_organisation(
    *,
    name: str,
    languages: Sequence[Lang],
    timezone: str,
    accent: str,
    now: dt.datetime,
    actor: uuid.UUID,
) -> None:
    """Keeps what the organisation chose, and logs what changed."""
    changed = organisation.choose(
        name=name, languages=languages, timezone=timezone, accent=accent, now=now
    )
    if changed:
        audit.record(
            actions.ORGANISATION_CHOSEN,
            now=now,
            actor=actor,
            facts={"changed": ", ".join(changed)},
        )


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
