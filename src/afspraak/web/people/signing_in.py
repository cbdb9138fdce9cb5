"""Passwords, sessions, and attempts that failed too often."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction

from afspraak.web.audit import operations as audit
from afspraak.web.audit.actions import Action
from afspraak.web.people import actions
from afspraak.web.people.models import Person, SignIn

_NOTED_SECONDS = 300  # as long as a throttle lasts: one entry for each, not one for each attempt

_BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("OPR/", "Opera"), ("Chrome/", "Chrome"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


@transaction.atomic
def set_password(*, person: Person, password: str, session: str, now: dt.datetime) -> None:
    """Gives somebody a password of their own choice, and ends every other `session`."""
    person.set_password(password)
    person.save(update_fields=["password"])
    Session.objects.filter(signin__person=person).exclude(pk=session).delete()
    _record(actions.PASSWORD_SET, person, now)


@transaction.atomic
def remove_password(*, person: Person, now: dt.datetime) -> None:
    """Takes the password away: a code by mail, or a passkey, is what is left."""
    if not person.has_usable_password():
        return
    person.set_unusable_password()
    person.save(update_fields=["password"])
    _record(actions.PASSWORD_REMOVED, person, now)


@transaction.atomic
def note_failures(*, way: str, address: str, now: dt.datetime) -> None:
    """Logs that somebody tried too often, once for as long as they have to wait."""
    who = hashlib.sha256(address.lower().encode()).hexdigest()
    if not cache.add(f"failures:{way}:{who}", 1, _NOTED_SECONDS):
        return
    person = Person.objects.filter(email__iexact=address).first() if address else None
    audit.record(
        actions.SIGN_IN_FAILED,
        now=now,
        person=person.pk if person else None,
        facts={"way": way},
        personal={"address": address[:254]},
    )


@transaction.atomic
def remember_sign_in(*, person: Person, session: str, agent: str, now: dt.datetime) -> None:
    """Notes in which browser somebody is signed in: its name, and nothing else of it."""
    if Session.objects.filter(pk=session).exists():
        SignIn.objects.get_or_create(
            session_id=session,
            defaults={"person": person, "at": now, "browser": browser_of(agent)},
        )


@transaction.atomic
def end_sign_in(*, person: Person, sign_in: int) -> bool:
    """Signs somebody out elsewhere; says whether that session was theirs."""
    row = SignIn.objects.filter(pk=sign_in, person=person).select_related("session").first()
    if row is None:
        return False
    row.session.delete()
    return True


def delete_expired_sessions(now: dt.datetime) -> list[str]:
    """Deletes the sessions that have ended; a line for each that somebody was signed in with."""
    ended = Session.objects.filter(expire_date__lt=now)
    rows = SignIn.objects.filter(session__in=ended).values_list("pk", "at")
    lines = [f"session {key} {at.isoformat()}" for key, at in rows]
    ended.delete()
    return lines


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey, by name and date."""

    id: int
    name: str
    created_at: dt.datetime
    last_used_at: dt.datetime | None


def passkeys(person: Person) -> list[Passkey]:
    """The passkeys of somebody."""
    rows = Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN)
    return [
        Passkey(row.pk, row.wrap().name, row.created_at, row.last_used_at)
        for row in rows.order_by("created_at")
    ]


def browser_of(agent: str) -> str:
    """The name of a browser and where it runs, as its owner would say it."""
    browser = next((name for mark, name in _BROWSERS if mark in agent), "")
    if not browser and "Safari/" in agent:
        browser = "Safari"
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    return " · ".join(part for part in (browser, system) if part)


def _record(action: Action, person: Person, now: dt.datetime) -> None:
    audit.record(
        action,
        now=now,
        actor=person.pk,
        subject=f"person:{person.pk}",
        personal={"name": person.name},
    )
