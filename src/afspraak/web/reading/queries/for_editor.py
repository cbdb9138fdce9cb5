"""What the editor sees: who has yet to read, objections, and mail that came back."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import BooleanField, ExpressionWrapper, FilteredRelation, Q, QuerySet
from django.db.models.functions import Lower

from afspraak.decisions.working_time import Presence
from afspraak.web.mail import queries as mails
from afspraak.web.mail.queries import MailRow
from afspraak.web.people.models import Person
from afspraak.web.reading.models import Campaign, Reading
from afspraak.web.reading.queries.presence import here, today
from afspraak.web.reading.queries.text import to_read
from afspraak.web.reading.queries.who_leads import is_leading

PAGE = 25


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """Somebody who has not read yet, for the editor."""

    person: uuid.UUID
    name: str
    team: str
    leads: bool
    has_mail: bool
    is_away: bool
    asked_at: dt.datetime | None
    reminders: int


def waiting(now: dt.datetime, *, words: str = "") -> QuerySet[Person]:
    """Those who work here and have not read the text in force, by name."""
    held = to_read(now)
    if held is None:
        return Person.objects.none()
    found = here(today(now)).exclude(
        pk__in=Reading.objects.filter(edition=held.asked).values("person")
    )
    if words:
        found = found.filter(Q(name__icontains=words) | Q(team__icontains=words))
    return found.order_by(Lower("name"), "pk")


def waiting_rows(people: QuerySet[Person], now: dt.datetime) -> Sequence[WaitingRow]:
    """What the editor sees of these people."""
    held, day = to_read(now), today(now)
    asked = FilteredRelation("asked", condition=Q(asked__edition=held.asked if held else None))
    leads = ExpressionWrapper(is_leading(held.edition if held else None), BooleanField())
    found = people.alias(called=Lower("name")).annotate(was=asked, leads=leads)
    fields = ("pk", "name", "team", "email", "leads", "was__at", "was__reminders")
    return [
        WaitingRow(
            key,
            name,
            team,
            leads,
            has_mail=bool(email),
            is_away=Presence(*presence).is_away(day),
            asked_at=at,
            reminders=reminders or 0,
        )
        for key, name, team, email, leads, at, reminders, *presence in found.values_list(
            *fields, "joined", "left", "away_from", "away_until"
        )
    ]


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection and what was answered, for the editor."""

    reading: uuid.UUID
    name: str
    number: str
    at: dt.datetime
    objection: str
    answer: str
    answered_at: dt.datetime | None


def objections() -> Sequence[ObjectionRow]:
    """Every objection: first those without an answer, the longest waiting first."""
    found = Reading.objects.exclude(objection="").select_related("person")
    rows = [
        ObjectionRow(
            each.pk,
            each.person.name,
            each.number,
            each.at,
            each.objection,
            each.answer,
            each.answered_at,
        )
        for each in found.order_by("at", "pk")
    ]
    return sorted(rows, key=lambda row: row.answered_at is not None)


def objections_waiting() -> int:
    """How many objections have no answer yet."""
    return Reading.objects.exclude(objection="").filter(answered_at=None).count()


def campaign(now: dt.datetime) -> Campaign | None:
    """The campaign of the text in force."""
    held = to_read(now)
    return Campaign.objects.filter(edition=held.asked).first() if held else None


def refused(now: dt.datetime) -> Sequence[MailRow]:
    """Mails about reading that were refused for good, to people who work here."""
    rows = mails.given_up("reading")
    if not rows:
        return []
    working = here(today(now)).filter(pk__in={row.person for row in rows})
    here_now = set(working.values_list("pk", flat=True))
    return [row for row in rows if row.person in here_now]
