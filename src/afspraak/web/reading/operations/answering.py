"""Answering an objection."""

import datetime as dt
import uuid

from django.db import transaction

from afspraak.web.audit import operations as audit
from afspraak.web.mail import operations as mail
from afspraak.web.people.models import Person
from afspraak.web.reading import actions
from afspraak.web.reading.models import Reading

MAX_ANSWER_CHARS = 5000


class UnableToAnswer(Exception):
    """The objection cannot be answered; args[0] is empty, no-objection or answered."""


@transaction.atomic
def answer_objection(*, reading: uuid.UUID, text: str, editor: Person, now: dt.datetime) -> None:
    """Answers the objection in a reading; the person is told."""
    said = text.strip().replace("\r\n", "\n")[:MAX_ANSWER_CHARS]
    if not said:
        raise UnableToAnswer("empty")
    row = Reading.objects.select_related("person").filter(pk=reading).exclude(objection="").first()
    if row is None:
        raise UnableToAnswer("no-objection")
    if not Reading.objects.filter(pk=row.pk, answered_at=None).update(answer=said, answered_at=now):
        raise UnableToAnswer("answered")
    audit.record(
        actions.ANSWERED,
        now=now,
        actor=editor.pk,
        person=row.person_id,
        subject=f"reading:{row.pk}",
        edition=row.number,
        facts={"number": row.number},
        personal={"name": row.person.name},
    )
    if row.person.email:
        mail.queue(
            key=f"reading.answered:{row.pk}",
            person=row.person_id,
            kind="reading.answered",
            values={"reading": str(row.pk), "number": row.number},
            now=now,
        )
