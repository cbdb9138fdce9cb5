"""Gathering what is on, who sees what and how the promises fare, from the running program."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest

from afspraak.decisions.receipts import Signer, spaced
from afspraak.decisions.roles import MAY, NAMES, TASKS, Capability, Role
from afspraak.diagnostics import Text
from afspraak.web.audit import queries as audit
from afspraak.web.contributions import Checked, Deleted, Outbound, Switch, Term, contributing
from afspraak.web.editions import queries as editions
from afspraak.web.people.models import Granted, Person
from afspraak.web.transparency import live, wording
from afspraak.web.transparency.promises import PROMISES, Promise, Results, Tested, results


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise with what its tests and checks came to."""

    promise: Promise
    tested: Tested | None
    checks: tuple[Checked, ...]

    @property
    def state(self) -> str:
        """`kept` when tests passed and no check fails, `broken` when one does, else `unknown`."""
        if any(each.ok is False for each in self.checks):
            return "broken"
        is_known = self.tested is not None and all(each.ok for each in self.checks)
        return "kept" if is_known else "unknown"


@dataclass(frozen=True, slots=True)
class Allowed:
    """A role, and what it may see or do."""

    name: Text
    may: Sequence[Text]
    may_not: Text
    held_by: int


@dataclass(frozen=True, slots=True)
class InForce:
    """The edition that holds now, and who spoke for the staff."""

    number: str
    since: dt.datetime
    text_hash: str
    body: Text
    consent: dt.date | None
    reference: str


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody to go to."""

    role: Text
    name: str
    reach: str


@dataclass(frozen=True, slots=True)
class Openness:
    """Everything on the page."""

    promises: Sequence[Kept]
    release: Results | None
    switches: Sequence[Switch]
    allowed: Sequence[Allowed]
    terms: Sequence[Term]
    outbound: Sequence[Outbound]
    edition: InForce | None
    receipt_key: str
    verified: audit.Verified | None
    deleted: Sequence[Deleted]
    whom: Sequence[Whom]


def openness(now: dt.datetime, request: HttpRequest) -> Openness:
    """Everything there is to be open about, as it is now."""
    seen = live.checks(now, request)
    release = results()
    return Openness(
        [
            Kept(
                each,
                release.promises.get(each.number) if release else None,
                tuple(check for check in seen if check.promise == each.number),
            )
            for each in PROMISES
        ],
        release,
        cast("list[Switch]", _gather("switches")),
        _allowed(),
        [term for _, held in contributing("TERMS") for term in cast("tuple[Term, ...]", held)],
        live.outbound(),
        _in_force(now),
        spaced(Signer(settings.KEYS.receipt).fingerprint),
        audit.last_verification(),
        cast("list[Deleted]", _gather("deleted")),
        _whom(now),
    )


def people_by_id(found: Iterable[object]) -> Mapping[object, str]:
    """The names of the people with these ids, as far as they are here. One query."""
    wanted = {each for each in found if each}
    return dict(Person.objects.filter(pk__in=wanted).values_list("pk", "name"))


def _gather(attribute: str) -> list[object]:
    return [
        each
        for _, tell in contributing(attribute)
        for each in cast("Callable[[], Iterable[object]]", tell)()
    ]


def _allowed() -> Sequence[Allowed]:
    held = Granted.objects.filter(person__is_active=True).values_list("role")
    holders = dict(held.annotate(Count("pk")))
    return [
        Allowed(
            NAMES[role],
            [wording.CAPABILITIES[each] for each in Capability if role in MAY[each]],
            TASKS[role].may_not,
            holders.get(role.value, 0),
        )
        for role in Role
        if role != Role.EMPLOYEE
    ]


def _in_force(now: dt.datetime) -> InForce | None:
    row = editions.in_force(now)
    if row is None:
        return None
    spoke = editions.protocol_of(row).edition.representation
    return InForce(
        row.number,
        row.in_force_from,
        row.text_hash,
        wording.BODIES[spoke.body],
        spoke.consent,
        spoke.reference or "",
    )


def _whom(now: dt.datetime) -> Sequence[Whom]:
    """The confidant of the protocol, and whoever has the role of privacy officer."""
    found = []
    row = editions.in_force(now)
    confidant = editions.protocol_of(row).people.confidant if row else None
    if confidant:
        title: Text = {"nl": "vertrouwenspersoon", "en": "confidential adviser"}
        found.append(Whom(title, confidant.name, confidant.reach or ""))
    officers = Person.objects.filter(is_active=True, granted__role=Role.PRIVACY_OFFICER)
    for name, email in officers.order_by("name").values_list("name", "email"):
        found.append(Whom(NAMES[Role.PRIVACY_OFFICER], name, email or ""))
    return found
