"""The invented bakery: its people, its protocol, and who has read it."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from afspraak.decisions.agreeing import Body
from afspraak.decisions.roles import Role
from afspraak.web.agreeing import operations as agreeing
from afspraak.web.demo import beginning, drafted, earlier, proposed, reporting
from afspraak.web.demo.cast import CAST, Member
from afspraak.web.drafting import operations as drafting
from afspraak.web.editions import operations as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.mail import sending
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.organisation.models import Organisation
from afspraak.web.people import operations as people
from afspraak.web.people.models import Person
from afspraak.web.reading import operations as reading

DOMAIN = "bakkerijjansen.nl"

OPENED = dt.timedelta(days=330)
EARLIER = dt.timedelta(days=320)
TODAYS = dt.timedelta(days=9)
LEADERS_READ = dt.timedelta(days=5)
ASKED = dt.timedelta(days=2)
OFFERED = dt.timedelta(days=1)
"""How long ago it was: the first people, the earlier edition, the one of today, who read when."""

MOMENTS = dt.timedelta(minutes=41)
"""Between one reading and the next."""

OBJECTS = "pieter"
OBJECTION = (
    "Ik vind het vervelend dat de camera bij de oven ook mij opneemt als ik even op mijn telefoon"
    " kijk. Kunnen we het daarover hebben?"
)
NUMBER = "2026.2"
WAITING_FOR = ("lotte", "tom")
"""Whose mailbox holds a mail that asks them to read."""


def open_bakery(*, now: dt.datetime) -> None:
    """Fills an empty installation with the bakery. Nothing happens when anybody is there."""
    if Person.objects.exists():
        return
    with transaction.atomic():
        _fill(now)
    sending.send_due(now=now)
    beginning.keep(settings.CONFIG.data)


def _fill(now: dt.datetime) -> None:
    opened = now - OPENED
    Organisation.objects.create(
        pk=1, name="Bakkerij Jansen", languages=["nl", "en"], set_up_at=opened
    )
    bakers = {member.name: _hire(member, now) for member in CAST}
    edition = editions.add_edition(
        source=earlier.before(),
        now=now - EARLIER,
        in_force_from=min(earlier.BEFORE_STARTS, now - EARLIER),
    )
    for leading in (True, False):
        _read(
            edition,
            _readers(bakers, 0, leading=leading),
            start=now - EARLIER + dt.timedelta(days=2 if leading else 4),
        )
    _put_today_in_force(bakers, now)
    reporting.count_reports(representative=_who(bakers, Role.REPRESENTATION).pk, now=now)
    _propose_the_next(bakers, now)
    _write_another(bakers, now)
    _leave_waiting(now)


def _hire(member: Member, now: dt.datetime) -> Person:
    """Adds somebody: most have been there for years, some came last month."""
    start = now - (dt.timedelta(days=25) if member.is_new else OPENED)
    today = now.date()
    return people.add_person(
        name=member.name,
        email=f"{member.handle}@{DOMAIN}" if member.handle else None,
        team=member.team,
        roles=member.roles,
        language=member.language,
        joined=start.date(),
        away_from=today - dt.timedelta(days=10) if member.is_away else None,
        away_until=today + dt.timedelta(days=18) if member.is_away else None,
        now=start,
    )


def _who(bakers: Mapping[str, Person], role: Role) -> Person:
    return next(bakers[member.name] for member in CAST if role in member.roles)


def _put_today_in_force(bakers: Mapping[str, Person], now: dt.datetime) -> None:
    """The leaders read first; then everybody is asked, and some have read since."""
    edition = editions.add_edition(
        source=earlier.today(),
        now=now - TODAYS,
        in_force_from=min(earlier.TODAY_STARTS, now - TODAYS),
    )
    reading.ask_due(now=now - TODAYS + dt.timedelta(hours=1))
    _read(edition, _readers(bakers, 1, leading=True), start=now - LEADERS_READ)
    reading.ask_due(now=now - ASKED)
    _read(edition, _readers(bakers, 1, leading=False), start=now - ASKED + dt.timedelta(hours=3))


def _propose_the_next(bakers: Mapping[str, Person], now: dt.datetime) -> None:
    """The editor has offered the next edition, and the works council has been asked."""
    editor = bakers["Henk Mulder"].pk
    key = agreeing.offer(source=proposed.proposal(), now=now - OFFERED, actor=editor)
    agreeing.ask(
        proceeding=key,
        body=Body.OR,
        request=proposed.REQUEST,
        now=now - OFFERED + dt.timedelta(hours=1),
        actor=editor,
    )


def _write_another(bakers: Mapping[str, Person], now: dt.datetime) -> None:
    """The editor has begun on the edition after that."""
    editor = bakers["Henk Mulder"].pk
    drafting.start_draft(source=drafted.draft(), now=now - MOMENTS, actor=editor)


def _readers(
    bakers: Mapping[str, Person], edition: int, *, leading: bool
) -> Iterable[tuple[Person, Member]]:
    for member in CAST:
        if member.read[edition] and (Role.LEADER in member.roles) is leading:
            yield bakers[member.name], member


def _read(
    edition: EditionRow, readers: Iterable[tuple[Person, Member]], *, start: dt.datetime
) -> None:
    for at, (person, member) in enumerate(readers):
        reading.receive(
            person=person,
            edition=edition.id,
            language=member.language,
            now=start + at * MOMENTS,
            objection=OBJECTION if member.handle == OBJECTS and edition.number == NUMBER else "",
        )


def _leave_waiting(now: dt.datetime) -> None:
    """Leaves the mails that somebody waits for. The others went out in the days before."""
    waiting = Q(kind="reading.asked", person__email__in=[f"{who}@{DOMAIN}" for who in WAITING_FOR])
    OutgoingMail.objects.exclude(waiting).update(sent_at=F("queued_at"))
    OutgoingMail.objects.filter(waiting).update(not_before=now)
