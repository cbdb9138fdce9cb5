"""Recording that somebody received and read an edition."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import transaction

from afspraak.decisions import receipts
from afspraak.diagnostics import Lang
from afspraak.web.audit import operations as audit
from afspraak.web.editions import access
from afspraak.web.mail import operations as mail
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person
from afspraak.web.reading import actions, queries
from afspraak.web.reading.models import Asked, Reading
from afspraak.web.reading.queries import ToRead

MAX_OBJECTION_CHARS = 5000


class UnableToReceive(Exception):
    """Reading cannot be recorded; args[0] is superseded, received, future or witness."""


def receive(
    *, person: Person, edition: int, language: Lang, now: dt.datetime, objection: str = ""
) -> uuid.UUID:
    """Records that a person received and read an edition; gives the receipt's key.

    It is the edition in force, or for who leads the one that waits for them. With an objection
    they have read it all the same. The receipt goes to them by mail.
    """
    return _record(
        person=person,
        edition=edition,
        language=language,
        now=now,
        objection=objection,
        actor=person.pk,
    )


def receive_on_paper(
    *,
    person: Person,
    edition: int,
    read_on: dt.date,
    witness: str,
    editor: Person,
    now: dt.datetime,
    language: Lang = "nl",
    objection: str = "",
) -> uuid.UUID:
    """Records that a person signed on paper, who saw it and when; gives the receipt's key."""
    if read_on > now.date():
        raise UnableToReceive("future")
    if not witness.strip():
        raise UnableToReceive("witness")
    return _record(
        person=person,
        edition=edition,
        language=language,
        now=now,
        objection=objection,
        actor=editor.pk,
        read_on=read_on,
        witness=witness.strip(),
    )


@transaction.atomic
def _record(
    *,
    person: Person,
    edition: int,
    language: Lang,
    now: dt.datetime,
    objection: str,
    actor: uuid.UUID,
    read_on: dt.date | None = None,
    witness: str | None = None,
) -> uuid.UUID:
    held = _held(person, edition, now)
    if held is None:
        raise UnableToReceive("superseded")
    route = "paper" if read_on else "screen"
    said = objection.strip().replace("\r\n", "\n")[:MAX_OBJECTION_CHARS]
    # The row is written first: of two clicks at once, the second finds it here.
    row, is_new = Reading.objects.get_or_create(
        person=person,
        edition_id=held.asked,
        defaults={
            "number": held.edition.number,
            "at": now,
            "language": language,
            "route": route,
            "objection": said,
        },
    )
    if not is_new:
        raise UnableToReceive("received")
    entry = audit.record(
        actions.RECEIVED,
        now=now,
        actor=actor,
        person=person.pk,
        subject=f"reading:{row.pk}",
        edition=held.edition.number,
        facts={
            "number": held.edition.number,
            "text_hash": held.edition.text_hash,
            "language": language,
            "route": route,
        },
        personal={"name": person.name, "objection": bool(said)},
    )
    receipt = receipts.Receipt(
        key=str(row.pk),
        organisation=organisation.chosen().name,
        edition=held.edition.number,
        text_hash=held.edition.text_hash,
        person=str(person.pk),
        name=person.name,
        language=language,
        at=receipts.moment(now),
        route=route,
        entry=entry,
        objection=said or None,
        read_on=read_on.isoformat() if read_on else None,
        witness=witness,
    )
    row.receipt = signer().sign(receipt).decode()
    row.save(update_fields=["receipt"])
    Asked.objects.filter(person=person, edition=held.asked).update(next_at=None)
    if person.email:
        mail.queue(
            key=f"reading.receipt:{row.pk}",
            person=person.pk,
            kind="reading.receipt",
            values={"reading": str(row.pk), "number": held.edition.number, "objected": bool(said)},
            now=now,
        )
    return row.pk


def _held(person: Person, edition: int, now: dt.datetime) -> ToRead | None:
    """What is read here, as long as it is there to be read by this person."""
    held = queries.to_read(now)
    if held and held.edition.id == edition:
        return held
    first = queries.to_read_first(now)
    is_asked = first and first.edition.id == edition and access.leads(person, first.edition)
    return first if is_asked else None


def signer() -> receipts.Signer:
    """The installation's own, which signs receipts."""
    return receipts.Signer(settings.KEYS.receipt)
