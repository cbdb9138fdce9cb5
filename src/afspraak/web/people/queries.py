"""Reading who works here. Nothing here knows what anybody has read."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from afspraak.decisions.roles import KEPT, NAMES, TASKS, Role, Task
from afspraak.diagnostics import Text
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Granted, Person, SignIn

PAGE_ROWS = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One person in the list."""

    id: uuid.UUID
    name: str
    email: str
    team: str
    number: str
    roles: tuple[Text, ...]
    left: dt.date | None
    away_until: dt.date | None
    invited_at: dt.datetime | None
    works_here: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the list, and where it stands among the others."""

    rows: tuple[Row, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role, what it is for, and whether somebody has it."""

    value: str
    name: Text
    task: Task
    held: bool
    by_group: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A browser in which somebody is signed in."""

    id: int
    at: dt.datetime
    browser: str
    here: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed down to."""

    words: str = ""
    team: str = ""
    role: str = ""
    who: str = "here"


def page(wanted: Filter, number: int, now: dt.datetime) -> Page:
    """One page of the people that fit, by name. Always the same number of queries."""
    fitting = _fitting(wanted).order_by(Lower("name"), "pk").values_list(*_SHOWN, named=True)
    found = Paginator(fitting, PAGE_ROWS)
    here = found.get_page(number)
    people = list(here.object_list)
    held: dict[uuid.UUID, set[str]] = {person.pk: set() for person in people}
    for person, role in Granted.objects.filter(person__in=held).values_list("person", "role"):
        held[person].add(role)
    today = today_at(now)
    return Page(
        tuple(_row(person, held[person.pk], today) for person in people),
        here.number,
        found.num_pages,
        found.count,
    )


def teams() -> tuple[str, ...]:
    """Every team there is, by name."""
    named = Person.objects.exclude(team="").values_list("team", flat=True)
    return tuple(named.distinct().order_by("team"))


def uninvited() -> int:
    """How many people could be invited and were not yet."""
    return invitable().filter(invited_at=None).count()


def invitable() -> "QuerySet[Person]":
    """The people who can sign in by mail."""
    return Person.objects.filter(is_active=True, email__isnull=False)


def active_count() -> int:
    """How many people work here."""
    return Person.objects.filter(is_active=True).count()


def is_last(person: Person, role: Role) -> bool:
    """Whether nobody else who works here has `role`."""
    held = Granted.objects.filter(role=role, person__is_active=True)
    return held.filter(person=person).exists() and not held.exclude(person=person).exists()


def roles_of(person: Person) -> tuple[RoleRow, ...]:
    """Every role that can be given, and whether this person has it."""
    held = {each.role: each.by_group for each in person.granted.all()}
    return tuple(
        RoleRow(role.value, NAMES[role], TASKS[role], role in held, held.get(role, False))
        for role in Role
        if role != Role.EMPLOYEE
    )


def keepers() -> list[dict[str, str]]:
    """Who looks after people here: the administrators and editors, at most five."""
    found = Person.objects.filter(is_active=True, granted__role__in=KEPT).distinct()
    rows = found.order_by(Lower("name")).values_list("name", "email")[:5]
    return [{"name": name, "email": email or ""} for name, email in rows]


def sign_ins(person: Person, session_key: str | None) -> list[SignedIn]:
    """The browsers in which this person is signed in, this one marked."""
    rows = SignIn.objects.filter(person=person).order_by("-at")
    return [SignedIn(row.pk, row.at, row.browser, row.session_id == session_key) for row in rows]


def today_at(now: dt.datetime) -> dt.date:
    """The date of `now` where the organisation is."""
    return now.astimezone(ZoneInfo(organisation.chosen().timezone)).date()


def _fitting(wanted: Filter) -> "QuerySet[Person]":
    people = Person.objects.all()
    if wanted.who == "here":
        people = people.filter(is_active=True)
    elif wanted.who == "left":
        people = people.filter(is_active=False)
    elif wanted.who == "paper":
        people = people.filter(is_active=True, email=None)
    for word in wanted.words.split()[:5]:
        people = people.filter(
            Q(name__icontains=word) | Q(email__icontains=word) | Q(number__istartswith=word)
        )
    if wanted.team:
        people = people.filter(team=wanted.team)
    if wanted.role:
        held = Granted.objects.filter(person=OuterRef("pk"), role=wanted.role)
        people = people.filter(Exists(held))
    return people


_SHOWN = (
    "pk",
    "name",
    "email",
    "team",
    "number",
    "left",
    "away_from",
    "away_until",
    "invited_at",
    "is_active",
)


def _row(person: Any, held: set[str], today: dt.date) -> Row:
    away = person.away_until
    if away and (away < today or (person.away_from and person.away_from > today)):
        away = None
    return Row(
        person.pk,
        person.name,
        person.email or "",
        person.team,
        person.number,
        tuple(NAMES[role] for role in Role if role in held),
        person.left,
        away,
        person.invited_at,
        person.is_active,
    )
