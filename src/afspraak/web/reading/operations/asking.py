"""Asking people to read: the leaders first, then everybody, each once.

Whom to ask is read from the rows themselves every time, so whoever dies in the middle leaves
nothing undone: the next time asks those who are not there yet.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from afspraak.decisions import asking
from afspraak.decisions.working_time import Presence
from afspraak.web.audit import operations as audit
from afspraak.web.mail import operations as mail
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person
from afspraak.web.reading import actions, queries
from afspraak.web.reading.models import Asked, Campaign, Reading
from afspraak.web.reading.queries import ToRead

BATCH = 500


class UnableToOpen(Exception):
    """Everybody cannot be asked now; args[0] is superseded, open, early or reason."""


def ask_due(*, now: dt.datetime) -> int:
    """Asks everybody whose turn it is to read; gives how many that were.

    That is the edition in force, and for those who lead also the one that waits for them.
    """
    zone = ZoneInfo(organisation.chosen().timezone)
    count = 0
    if first := queries.to_read_first(now):
        _campaign_of_leaders(first, now)
        while asked := _ask_some(first, now, zone, open_to_all=False):
            count += asked
    if held := queries.to_read(now):
        campaign = _campaign(held, now)
        while asked := _ask_some(held, now, zone, open_to_all=campaign.everybody_at is not None):
            count += asked
    return count


@transaction.atomic
def open_to_everybody(*, edition: int, reason: str, editor: Person, now: dt.datetime) -> None:
    """Has everybody asked although somebody who leads has not read, for a reason that is kept."""
    held = queries.to_read(now)
    campaign = Campaign.objects.filter(edition=held.asked).first() if held else None
    if held is None or campaign is None or held.edition.id != edition:
        raise UnableToOpen("superseded")
    if not reason.strip():
        raise UnableToOpen("reason")
    if not asking.may_open_by_hand(campaign.started_at, now):
        raise UnableToOpen("early")
    waiting = Campaign.objects.filter(pk=campaign.pk, everybody_at=None)
    if not waiting.update(everybody_at=now, reason=reason.strip()):
        raise UnableToOpen("open")
    audit.record(
        actions.OPENED_BY_HAND,
        now=now,
        actor=editor.pk,
        subject=f"edition:{held.asked}",
        edition=held.edition.number,
        facts={"number": held.edition.number},
        personal={"reason": reason.strip()},
    )


@transaction.atomic
def _campaign(held: ToRead, now: dt.datetime) -> Campaign:
    """The campaign of what there is to read: begun when it is new, opened when leaders are done."""
    leaders = set(queries.leaders(now).values_list("pk", flat=True))
    first = queries.to_read_first(now)
    campaign, is_new = Campaign.objects.get_or_create(
        edition_id=held.asked, defaults={"started_at": now}
    )
    number = held.edition.number
    if is_new:
        _record_start(held, len(leaders), now)
    if is_new or campaign.everybody_at is None:
        asked = {held.asked, first.asked} if first else {held.asked}
        over = Asked.objects.exclude(edition__in=asked).filter(next_at__isnull=False)
        over.update(next_at=None)
    if campaign.everybody_at is None:
        read = Reading.objects.filter(edition=held.asked, person__in=leaders).count()
        # Who leads has read an edition that was planned, or was excused, before it held.
        was_led = held.edition.planned_for is not None and held.edition.id == held.asked
        if was_led or asking.opens_to_all(leaders=len(leaders), leaders_read=read):
            campaign.everybody_at = now
            campaign.save(update_fields=["everybody_at"])
            audit.record(
                actions.OPENED,
                now=now,
                subject=f"edition:{held.asked}",
                edition=number,
                facts={"number": number},
            )
    return campaign


@transaction.atomic
def _campaign_of_leaders(first: ToRead, now: dt.datetime) -> None:
    """Begins the campaign of an edition that waits for those who lead."""
    _, is_new = Campaign.objects.get_or_create(edition_id=first.asked, defaults={"started_at": now})
    if is_new:
        _record_start(first, queries.leaders_of(first.edition, now).count(), now)


def _record_start(held: ToRead, leaders: int, now: dt.datetime) -> None:
    audit.record(
        actions.STARTED,
        now=now,
        subject=f"edition:{held.asked}",
        edition=held.edition.number,
        facts={"number": held.edition.number, "leaders": leaders},
    )


@transaction.atomic
def _ask_some(held: ToRead, now: dt.datetime, zone: ZoneInfo, *, open_to_all: bool) -> int:
    """Asks some hundreds at most: their rows, their mails and the log entry, or none of these."""
    people = _whose_turn(held, now, zone, open_to_all=open_to_all)
    if not people:
        return 0
    mail_at = asking.first_mail(now, zone)
    reminded_at = asking.next_reminder(mail_at, 0, zone)
    Asked.objects.bulk_create(
        [
            Asked(person_id=key, edition_id=held.asked, at=now, next_at=reminded_at)
            for key, _ in people
        ]
    )
    mail.queue_many(
        [
            mail.Wanted(
                key=f"reading.asked:{held.asked}:{key}",
                person=key,
                kind="reading.asked",
                values={
                    "edition": held.asked,
                    "number": held.edition.number,
                    "first": int(held.edition.awaits),
                },
                not_before=mail_at,
            )
            for key, email in people
            if email
        ],
        now=now,
    )
    audit.record(
        actions.ASKED,
        now=now,
        subject=f"edition:{held.asked}",
        edition=held.edition.number,
        facts={"number": held.edition.number, "count": len(people)},
    )
    return len(people)


def _whose_turn(
    held: ToRead, now: dt.datetime, zone: ZoneInfo, *, open_to_all: bool
) -> Sequence[tuple[uuid.UUID, str | None]]:
    """Keys and addresses of people to be asked now, some hundreds at most."""
    today = now.astimezone(zone).date()
    leads = not open_to_all
    found: QuerySet[Person] = (
        queries.leaders_of(held.edition, now) if leads else queries.here(today)
    )
    found = found.exclude(queries.away(today)).exclude(
        pk__in=Asked.objects.filter(edition=held.asked).values("person")
    )
    found = found.exclude(pk__in=Reading.objects.filter(edition=held.asked).values("person"))
    people = found.order_by("pk")[:BATCH]
    return [
        (each.pk, each.email)
        for each in people
        if asking.is_asked_now(
            Presence(each.joined, each.left, each.away_from, each.away_until),
            today,
            leads=leads,
            open_to_all=open_to_all,
        )
    ]
