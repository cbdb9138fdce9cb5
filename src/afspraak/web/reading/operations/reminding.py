"""Reminding those who were asked and have not read."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F

from afspraak.decisions import asking
from afspraak.decisions.working_time import Presence
from afspraak.web.audit import operations as audit
from afspraak.web.mail import operations as mail
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person
from afspraak.web.reading import actions, queries
from afspraak.web.reading.models import Asked, Reading
from afspraak.web.reading.queries import ToRead

BATCH = 500


class UnableToRemind(Exception):
    """Nobody is reminded by hand now; args[0] is superseded, read, not-asked, no-address or
    today."""


def remind_due(*, now: dt.datetime) -> int:
    """Reminds everybody whose reminder is due; gives how many those were."""
    held = [each for each in (queries.to_read(now), queries.to_read_first(now)) if each]
    zone = ZoneInfo(organisation.chosen().timezone)
    count = 0
    while rows := _some_due(now):
        count += _remind(rows, {each.asked: each for each in held}, now, zone)
    return count


@transaction.atomic
def remind_by_hand(*, person: uuid.UUID, editor: Person, now: dt.datetime) -> None:
    """Reminds one person, once a day at most; this one is not counted among the others."""
    held = queries.to_read_by(Person.objects.get(pk=person), now)
    if held is None:
        raise UnableToRemind("superseded")
    if Reading.objects.filter(person=person, edition=held.asked).exists():
        raise UnableToRemind("read")
    row = Asked.objects.filter(person=person, edition=held.asked).select_related("person").first()
    if row is None:
        raise UnableToRemind("not-asked")
    if not row.person.email:
        raise UnableToRemind("no-address")
    if not asking.may_remind_by_hand(row.by_hand_at, now):
        raise UnableToRemind("today")
    claimed = Asked.objects.filter(pk=row.pk, by_hand_at=row.by_hand_at)
    if not claimed.update(by_hand_at=now):
        raise UnableToRemind("today")
    mail.queue(
        key=f"reading.reminder:{held.asked}:{person}:{now:%Y%m%dT%H%M%S}",
        person=person,
        kind="reading.reminder",
        values={"edition": held.asked, "number": held.edition.number},
        now=now,
    )
    audit.record(
        actions.REMINDED_BY_HAND,
        now=now,
        actor=editor.pk,
        person=person,
        subject=f"edition:{held.asked}",
        edition=held.edition.number,
        facts={"number": held.edition.number},
        personal={"name": row.person.name},
    )


def _some_due(now: dt.datetime) -> Sequence[Asked]:
    due = Asked.objects.filter(next_at__lte=now).select_related("person")
    return list(due.order_by("next_at", "pk")[:BATCH])


@transaction.atomic
def _remind(
    rows: Sequence[Asked], asked: Mapping[int, ToRead], now: dt.datetime, zone: ZoneInfo
) -> int:
    """Moves every row on, and queues the mails that go with it: all of it or nothing."""
    read = queries.who_read(asked, [row.person_id for row in rows])
    mails = []
    for row in rows:
        who, held = row.person, asked.get(row.edition_id)
        decided = asking.reminder(
            Presence(who.joined, who.left, who.away_from, who.away_until),
            sent=row.reminders,
            is_needed=held is not None
            and (row.person_id, row.edition_id) not in read
            and who.is_active,
            now=now,
            zone=zone,
        )
        mine = Asked.objects.filter(pk=row.pk, next_at=row.next_at, reminders=row.reminders)
        if decided.step != "send":
            mine.update(next_at=decided.at)
            continue
        after = asking.next_reminder(now, row.reminders + 1, zone)
        if mine.update(next_at=after, reminders=F("reminders") + 1) and who.email:
            mails.append(
                mail.Wanted(
                    key=f"reading.reminder:{row.edition_id}:{who.pk}:{row.reminders + 1}",
                    person=who.pk,
                    kind="reading.reminder",
                    values={
                        "edition": row.edition_id,
                        "number": held.edition.number if held else "",
                    },
                )
            )
    mail.queue_many(mails, now=now)
    for edition, held in asked.items():
        count = sum(each.values["edition"] == edition for each in mails)
        if count:
            audit.record(
                actions.REMINDED,
                now=now,
                subject=f"edition:{edition}",
                edition=held.edition.number,
                facts={"number": held.edition.number, "count": count},
            )
    return len(mails)
