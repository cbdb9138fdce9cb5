"""Who has read what."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Lower

from afspraak.decisions.roles import Role
from afspraak.decisions.working_time import Presence
from afspraak.web.contributions import Leading
from afspraak.web.editions import access
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.mail import queries as mails
from afspraak.web.mail.queries import MailRow
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Granted, Person
from afspraak.web.reading.models import Asked, Campaign, Pinned, Reading


@dataclass(frozen=True, slots=True)
class ToRead:
    """The edition in force, and the key of the edition that asked people to read its text."""

    edition: EditionRow
    asked: int


@dataclass(frozen=True, slots=True)
class Leaders:
    """How many of those who lead have read the text in force."""

    read: int
    of: int


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """That somebody received and read an edition."""

    id: uuid.UUID
    person: uuid.UUID
    edition: int
    number: str
    at: dt.datetime
    language: str
    route: str
    objection: str
    answer: str
    answered_at: dt.datetime | None
    receipt: str


def to_read(now: dt.datetime) -> ToRead | None:
    """What there is to read at `now`; nothing before the first edition."""
    past = editions.past(now)
    if not past:
        return None
    asked = next((row for row in past if row.must_be_read), past[-1])
    return ToRead(past[0], asked.id)


def to_read_first(now: dt.datetime) -> ToRead | None:
    """The edition that waits for those who lead; nothing when none does."""
    edition = editions.awaiting()
    if edition is None:
        return None
    held = to_read(now)
    return ToRead(edition, held.asked if held and not edition.must_be_read else edition.id)


def to_read_by(person: Person, now: dt.datetime) -> ToRead | None:
    """What there is to read for this person: who leads reads first what is still to hold."""
    first = to_read_first(now)
    if first and access.leads(person, first.edition) and not has_read_this(person.pk, first):
        return first
    return to_read(now)


def has_read(person: uuid.UUID, now: dt.datetime) -> bool:
    """Whether this person has read the text in force. True when there is nothing to read."""
    held = to_read(now)
    return held is None or has_read_this(person, held)


def has_read_this(person: uuid.UUID, held: ToRead) -> bool:
    """Whether this person has read this."""
    return Reading.objects.filter(person=person, edition=held.asked).exists()


def last_read(person: uuid.UUID) -> EditionRow | None:
    """The last edition this person received and read."""
    row = Reading.objects.filter(person=person).order_by("-at").values("edition").first()
    return editions.by_id(row["edition"]) if row else None


def leaders(now: dt.datetime) -> QuerySet[Person]:
    """Those who lead: whom the protocol names, and who has the role. Nobody who has left."""
    return _leaders(editions.in_force(now), now)


def leaders_of(edition: EditionRow, now: dt.datetime) -> QuerySet[Person]:
    """Those who lead, as this edition has it."""
    return _leaders(edition, now)


def leading(edition: EditionRow, now: dt.datetime) -> Sequence[Leading]:
    """Those who lead, and whether they have read exactly this edition's text, by name."""
    read = Reading.objects.filter(edition__text_hash=edition.text_hash, person=OuterRef("pk"))
    found = _leaders(edition, now).annotate(has_read=Exists(read)).order_by("name", "pk")
    day = today(now)
    return [
        Leading(
            each.pk,
            each.name,
            each.has_read,
            Presence(each.joined, each.left, each.away_from, each.away_until).is_away(day),
        )
        for each in found
    ]


def _leaders(held: EditionRow | None, now: dt.datetime) -> QuerySet[Person]:
    leads = Q(pk__in=Granted.objects.filter(role=Role.LEADER).values("person"))
    if held:
        # As the index of names has it, so that nobody else's name is looked at.
        named = {leader.name.strip() for leader in editions.protocol_of(held).people.leaders}
        leads |= reduce(or_, (Q(called=Lower(Value(name))) for name in sorted(named)), Q())
    return here(today(now)).alias(called=Lower("name")).filter(leads)


def leaders_read(now: dt.datetime) -> Leaders | None:
    """How many of those who lead have read the text in force; nothing without an edition."""
    held = to_read(now)
    return _leaders_shown(held, now)[0] if held else None


def leaders_shown(
    edition: EditionRow, now: dt.datetime
) -> tuple[Leaders, Sequence["PinnedRow"]] | None:
    """How many of those who lead have read this edition, and their own examples, the latest first.

    Nothing when this edition is not the one in force.
    """
    held = to_read(now)
    if held is None or held.edition.id != edition.id:
        return None
    return _leaders_shown(held, now)


def _leaders_shown(held: ToRead, now: dt.datetime) -> tuple[Leaders, Sequence["PinnedRow"]]:
    has_read = Exists(Reading.objects.filter(edition=held.asked, person=OuterRef("pk")))
    found = _leaders(held.edition, now).values_list(
        "pk", has_read, "name", *(f"pinned__{each}" for each in ("clause", "text", "link", "at"))
    )
    rows = list(found)
    pinned = [
        PinnedRow(clause, name, text, link, at)
        for _, _, name, clause, text, link, at in rows
        if clause is not None
    ]
    pinned.sort(key=lambda row: (row.at, row.name), reverse=True)
    read = {key: done for key, done, *_ in rows}
    return Leaders(sum(read.values()), len(read)), pinned


def today(now: dt.datetime) -> dt.date:
    """The day that it is at `now` where the organisation is."""
    return now.astimezone(ZoneInfo(organisation.chosen().timezone)).date()


def here(day: dt.date) -> QuerySet[Person]:
    """Everybody who works here on this day, also those who are away for a while."""
    return Person.objects.filter(
        Q(joined=None) | Q(joined__lte=day), Q(left=None) | Q(left__gt=day), is_active=True
    )


def away(day: dt.date) -> Q:
    """Who is away on this day. Without a last day, that is until further notice."""
    is_set = Q(away_from__isnull=False) | Q(away_until__isnull=False)
    begun = Q(away_from=None) | Q(away_from__lte=day)
    return is_set & begun & (Q(away_until=None) | Q(away_until__gte=day))


def reading(key: uuid.UUID) -> ReadingRow | None:
    """One reading, by its key."""
    rows = _rows(Reading.objects.filter(pk=key))
    return rows[0] if rows else None


def reading_of(person: uuid.UUID, edition: int) -> ReadingRow | None:
    """The reading by this person of the edition that was asked."""
    rows = _rows(Reading.objects.filter(person=person, edition=edition))
    return rows[0] if rows else None


def readings_of(person: uuid.UUID) -> Sequence[ReadingRow]:
    """Everything this person received and read, the latest first."""
    return _rows(Reading.objects.filter(person=person).order_by("-at"))


def is_asked(person: uuid.UUID, edition: int) -> bool:
    """Whether this person was asked to read the edition."""
    return Asked.objects.filter(person=person, edition=edition).exists()


def _rows(found: Iterable[Reading]) -> Sequence[ReadingRow]:
    return [
        ReadingRow(
            each.pk,
            each.person_id,
            each.edition_id,
            each.number,
            each.at,
            each.language,
            each.route,
            each.objection,
            each.answer,
            each.answered_at,
            each.receipt,
        )
        for each in found
    ]


def who_read(
    editions: Iterable[int], people: Iterable[uuid.UUID]
) -> frozenset[tuple[uuid.UUID, int]]:
    """Which of these people have read which of these editions."""
    found = Reading.objects.filter(edition__in=list(editions), person__in=list(people))
    return frozenset(found.values_list("person", "edition"))


@dataclass(frozen=True, slots=True)
class PinnedRow:
    """A leader's own post with a clause."""

    clause: str
    name: str
    text: str
    link: str
    at: dt.datetime


def pinned_by(person: uuid.UUID) -> Sequence[PinnedRow]:
    """The examples of this person, the latest first."""
    return _pinned(Pinned.objects.filter(person=person))


def _pinned(found: QuerySet[Pinned]) -> Sequence[PinnedRow]:
    return [
        PinnedRow(each.clause, each.person.name, each.text, each.link, each.at)
        for each in found.select_related("person").order_by("-at", "pk")
    ]


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
    by_hand_at: dt.datetime | None


PAGE = 50


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
    return found.order_by("name", "pk")


def waiting_rows(people: Sequence[Person], now: dt.datetime) -> Sequence[WaitingRow]:
    """What the editor sees of these people."""
    held, day = to_read(now), today(now)
    keys = [each.pk for each in people]
    asked = {
        row.person_id: row
        for row in Asked.objects.filter(edition=held.asked if held else None, person__in=keys)
    }
    leading = set(leaders(now).filter(pk__in=keys).values_list("pk", flat=True))
    rows = []
    for each in people:
        row = asked.get(each.pk)
        away_now = Presence(each.joined, each.left, each.away_from, each.away_until).is_away(day)
        rows.append(
            WaitingRow(
                each.pk,
                each.name,
                each.team,
                each.pk in leading,
                bool(each.email),
                away_now,
                row.at if row else None,
                row.reminders if row else 0,
                row.by_hand_at if row else None,
            )
        )
    return rows


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
    working = here(today(now)).filter(pk__in={row.person for row in rows})
    here_now = set(working.values_list("pk", flat=True))
    return [row for row in rows if row.person in here_now]


@dataclass(frozen=True, slots=True)
class AskedRow:
    """That somebody was asked to read an edition."""

    number: str
    at: dt.datetime
    reminders: int


def asked_of(person: uuid.UUID) -> Sequence[AskedRow]:
    """Every edition this person was asked to read, the latest first."""
    found = Asked.objects.filter(person=person).select_related("edition").order_by("-at")
    return [AskedRow(row.edition.number, row.at, row.reminders) for row in found]
