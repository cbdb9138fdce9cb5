"""Putting mails in the queue and sending what is due."""

import datetime as dt
import logging
import smtplib
import uuid
from collections.abc import Mapping

from django.core.mail import EmailMultiAlternatives
from django.db.models import F, Q

from afspraak.web.mail import letters
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.mail.nowhere import NoMailServer
from afspraak.web.people.models import Person

logger = logging.getLogger(__name__)

CLAIM = dt.timedelta(minutes=5)
MAX_ATTEMPTS = 12
FIRST_WAIT = dt.timedelta(minutes=1)
LONGEST_WAIT = dt.timedelta(hours=2)


def queue(
    *,
    key: str,
    person: uuid.UUID,
    kind: str,
    now: dt.datetime,
    values: Mapping[str, str | int] | None = None,
    not_before: dt.datetime | None = None,
) -> bool:
    """Has one mail of `kind` sent to a person, once for each `key`; says whether it is new."""
    _, is_new = OutgoingMail.objects.get_or_create(
        key=key,
        defaults={
            "person_id": person,
            "kind": kind,
            "values": dict(values or {}),
            "queued_at": now,
            "not_before": not_before or now,
        },
    )
    return is_new


def claim_due(*, now: dt.datetime) -> OutgoingMail | None:
    """The mail that has waited longest, claimed for this worker alone."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    due = OutgoingMail.objects.filter(free, sent_at=None, given_up_at=None, not_before__lte=now)
    for key in due.order_by("not_before", "pk").values_list("pk", flat=True)[:20]:
        if OutgoingMail.objects.filter(free, pk=key, sent_at=None).update(
            claimed_until=now + CLAIM, attempts=F("attempts") + 1
        ):
            return OutgoingMail.objects.select_related("person").get(pk=key)
    return None


def send(*, mail: OutgoingMail, now: dt.datetime) -> bool:
    """Sends a claimed mail, outside any transaction; when it fails, it waits for another time."""
    try:
        message(mail).send()
    except (OSError, smtplib.SMTPException, NoMailServer) as error:
        _postpone(mail, error, now)
        return False
    OutgoingMail.objects.filter(pk=mail.pk).update(sent_at=now, claimed_until=None, trouble="")
    return True


def message(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as it goes out.

    Its Message-ID comes from its key. When the power fails between the server's yes and our note
    of it, the second copy has the same one, and mail programs show one mail.
    """
    person: Person = mail.person
    letter = letters.write(mail.kind, person.language, {**mail.values, "name": person.name})
    made = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        to=[f"{person.email}"],
        headers={"Message-ID": letters.message_id(mail.key), "Auto-Submitted": "auto-generated"},
    )
    made.attach_alternative(letter.html, "text/html")
    for name, content, mimetype in letters.attachments(mail.kind, mail.values):
        made.attach(name, content, mimetype)
    return made


def _postpone(mail: OutgoingMail, error: Exception, now: dt.datetime) -> None:
    """Later, and later again; a receiver that does not exist is given up at once."""
    final = isinstance(error, smtplib.SMTPRecipientsRefused) and all(
        500 <= code < 600 for code, _ in error.recipients.values()
    )
    wait = min(FIRST_WAIT * 2 ** (mail.attempts - 1), LONGEST_WAIT)
    gives_up = final or mail.attempts >= MAX_ATTEMPTS
    OutgoingMail.objects.filter(pk=mail.pk).update(
        claimed_until=None,
        not_before=now + wait,
        trouble=type(error).__name__[:60],
        given_up_at=now if gives_up else None,
    )
    logger.warning("mail %d was not sent: %s", mail.pk, type(error).__name__)
