"""Which mails went out, and which did not."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from afspraak.web.mail.models import OutgoingMail
from afspraak.web.mail.sending import NOT_NEEDED


@dataclass(frozen=True, slots=True)
class MailRow:
    """A mail of one kind to one person, and what became of it."""

    kind: str
    person: uuid.UUID
    name: str
    queued_at: dt.datetime
    sent_at: dt.datetime | None
    given_up_at: dt.datetime | None
    trouble: str


def given_up(feature: str) -> Sequence[MailRow]:
    """The mails of a feature that were refused for good and that somebody should know of."""
    found = (
        OutgoingMail.objects.filter(kind__startswith=f"{feature}.", given_up_at__isnull=False)
        .exclude(trouble=NOT_NEEDED)
        .select_related("person")
        .order_by("person__name", "pk")
    )
    return [_row(each) for each in found]


def mails_to(person: uuid.UUID) -> Sequence[MailRow]:
    """Every mail to this person that is still noted, the latest first."""
    found = OutgoingMail.objects.filter(person=person).select_related("person")
    return [_row(each) for each in found.order_by("-queued_at", "-pk")]


def _row(each: OutgoingMail) -> MailRow:
    return MailRow(
        each.kind,
        each.person_id,
        each.person.name,
        each.queued_at,
        each.sent_at,
        each.given_up_at,
        each.trouble,
    )
