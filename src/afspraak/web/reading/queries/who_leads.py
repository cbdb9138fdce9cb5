"""Those who lead, and which of them have read."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Lower

from afspraak.decisions.roles import Role
from afspraak.decisions.working_time import Presence
from afspraak.web.contributions import Leading
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.models import Granted, Person
from afspraak.web.reading.models import Reading
from afspraak.web.reading.queries.examples import PinnedRow
from afspraak.web.reading.queries.presence import here, today
from afspraak.web.reading.queries.text import ToRead, to_read


@dataclass(frozen=True, slots=True)
class Leaders:
    """How many of those who lead have read the text in force."""

    read: int
    of: int


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


def leaders_read(now: dt.datetime) -> Leaders | None:
    """How many of those who lead have read the text in force; nothing without an edition."""
    held = to_read(now)
    return _leaders_shown(held, now)[0] if held else None


def leaders_shown(
    edition: EditionRow, now: dt.datetime
) -> tuple[Leaders, Sequence[PinnedRow]] | None:
    """How many of those who lead have read this edition, and their own examples, the latest first.

    Nothing when this edition is not the one in force.
    """
    held = to_read(now)
    if held is None or held.edition.id != edition.id:
        return None
    return _leaders_shown(held, now)


def _leaders_shown(held: ToRead, now: dt.datetime) -> tuple[Leaders, Sequence[PinnedRow]]:
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


def _leaders(held: EditionRow | None, now: dt.datetime) -> QuerySet[Person]:
    return here(today(now)).alias(called=Lower("name")).filter(is_leading(held))


def is_leading(held: EditionRow | None) -> Q:
    """That somebody leads; `called` is their name in lower case."""
    leads = Q(pk__in=Granted.objects.filter(role=Role.LEADER).values("person"))
    if held:
        # As the index of names has it, so that nobody else's name is looked at.
        named = {leader.name.strip() for leader in editions.protocol_of(held).people.leaders}
        leads |= reduce(or_, (Q(called=Lower(Value(name))) for name in sorted(named)), Q())
    return leads
