"""Sending what is due: over one connection, some at a time, and each once.

A mail is claimed in a transaction, sent outside any, and noted as sent at once. Who dies in between
leaves one mail of which nobody knows whether it went out; it goes again, with the same Message-ID,
and mail programs show one.

Trouble with the server is nobody's fault: all mails wait, and none is given up for it. A server
that refuses one mail may refuse them all (a wrong sender, a full quota). So a refused mail is given
up only once the server has taken another one since that one was queued; until then it waits. But
when the server says that there is no such address, nothing is to be waited for.
"""

import datetime as dt
import logging
import re
import smtplib
from collections.abc import Collection, Sequence
from zoneinfo import ZoneInfo

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection as database
from django.db import transaction
from django.db.models import Max, Q, QuerySet

from afspraak.web.mail import letters
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.mail.nowhere import NoMailServer
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person

logger = logging.getLogger(__name__)

BATCH = 50
CLAIM = dt.timedelta(minutes=20)  # longer than a batch takes when every mail meets a time-out
MAX_ATTEMPTS = 12
FIRST_WAIT = dt.timedelta(minutes=1)
LONGEST_WAIT = dt.timedelta(hours=2)
SERVER_WAIT = dt.timedelta(minutes=1)

NO_ADDRESS = "no-address"
NO_SUCH_ADDRESS = "no-such-address"
NOT_NEEDED = "not-needed"


class ServerTrouble(Exception):
    """The mail server takes nothing at the moment; args[0] is the name of what it was."""


class _Taken:
    """When the server last took a mail; read once in a run, and only when one is refused."""

    def __init__(self) -> None:
        self._is_known = False
        self._at: dt.datetime | None = None

    def note(self, now: dt.datetime) -> None:
        """Notes that it took one."""
        self._is_known, self._at = True, now

    def since(self, moment: dt.datetime) -> bool:
        """Whether it took any from this moment on."""
        if not self._is_known:
            self._at = OutgoingMail.objects.aggregate(at=Max("sent_at"))["at"]
            self._is_known = True
        return self._at is not None and self._at >= moment


def send_due(*, now: dt.datetime) -> int:
    """Sends every mail that is due at `now` and gives how many that were."""
    count = 0
    line = get_connection()
    taken = _Taken()
    try:
        while mails := claim_due(now=now):
            count += _send_all(mails, line, taken, now)
    except ServerTrouble as trouble:
        _due(now).update(
            not_before=now + SERVER_WAIT, claimed_until=None, trouble=str(trouble)[:60]
        )
        logger.warning("the mail server takes nothing: %s", trouble)
    finally:
        _close(line)
    return count


@transaction.atomic
def claim_due(*, now: dt.datetime, at_most: int = BATCH) -> Sequence[OutgoingMail]:
    """The mails that have waited longest, claimed for this worker alone."""
    due = _due(now).filter(_free(now)).order_by("not_before", "pk")
    # On SQLite a transaction that writes has the database to itself from its first statement.
    if database.vendor == "postgresql":
        due = due.select_for_update(skip_locked=True)
    keys = list(due.values_list("pk", flat=True)[:at_most])
    OutgoingMail.objects.filter(pk__in=keys).update(claimed_until=now + CLAIM)
    return list(
        OutgoingMail.objects.select_related("person")
        .filter(pk__in=keys)
        .order_by("not_before", "pk")
    )


def message(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The mail as it goes out. Its Message-ID comes from its key, so a second copy has the same."""
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


def _due(now: dt.datetime) -> QuerySet[OutgoingMail]:
    return OutgoingMail.objects.filter(sent_at=None, given_up_at=None, not_before__lte=now)


def _free(now: dt.datetime) -> Q:
    return Q(claimed_until=None) | Q(claimed_until__lte=now)


def _send_all(
    mails: Sequence[OutgoingMail], line: BaseEmailBackend, taken: _Taken, now: dt.datetime
) -> int:
    dropped = {*letters.dropped(mails, now), *_to_who_left(mails, now)}
    if dropped:
        _give_up(dropped, NOT_NEEDED, now)
    count = 0
    for place, mail in enumerate(mails):
        if mail.pk in dropped:
            continue
        try:
            count += _send(mail, line, taken, now)
        except ServerTrouble:
            left = [each.pk for each in mails[place:]]
            OutgoingMail.objects.filter(pk__in=left, sent_at=None).update(claimed_until=None)
            raise
    return count


def _to_who_left(mails: Sequence[OutgoingMail], now: dt.datetime) -> set[int]:
    today = now.astimezone(ZoneInfo(organisation.chosen().timezone)).date()
    return {
        mail.pk
        for mail in mails
        if not mail.person.is_active or (mail.person.left and mail.person.left <= today)
    }


def _send(mail: OutgoingMail, line: BaseEmailBackend, taken: _Taken, now: dt.datetime) -> bool:
    """Sends one mail and notes it; says whether it went out."""
    if not mail.person.email:
        _give_up([mail.pk], NO_ADDRESS, now)
        return False
    try:
        made = message(mail)
    except Exception as error:  # one mail that cannot be made keeps no other waiting
        logger.exception("mail %d cannot be made", mail.pk)
        _postpone(mail, type(error).__name__, now, at_most=MAX_ATTEMPTS)
        return False
    try:
        _open(line)
        line.send_messages([made])
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as error:
        if _is_no_address(error):
            _give_up([mail.pk], NO_SUCH_ADDRESS, now)
            logger.warning("mail %d was refused: there is no such address", mail.pk)
            return False
        at_most = 1 if _says_no(error) else MAX_ATTEMPTS
        others = taken.since(mail.queued_at)
        _postpone(mail, type(error).__name__, now, at_most=at_most if others else None)
        logger.warning("mail %d was refused: %s", mail.pk, type(error).__name__)
        return False
    except (OSError, smtplib.SMTPException, NoMailServer) as error:
        _close(line)
        raise ServerTrouble(type(error).__name__) from error
    OutgoingMail.objects.filter(pk=mail.pk).update(sent_at=now, claimed_until=None, trouble="")
    taken.note(now)
    return True


def _open(line: BaseEmailBackend) -> None:
    """A line that is open stays open: Django closes one that it opened itself."""
    line.open()


def _close(line: BaseEmailBackend) -> None:
    try:
        line.close()
    except (OSError, smtplib.SMTPException):
        logger.info("the mail server hung up first")


def _says_no(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError) -> bool:
    """Whether the server will never take this mail (5xx), rather than not now (4xx)."""
    if isinstance(error, smtplib.SMTPDataError):
        return 500 <= error.smtp_code < 600
    return all(500 <= code < 600 for code, _ in error.recipients.values())


# RFC 3463: the address of the receiver is wrong, unknown, moved, or takes no mail at all.
_NO_ADDRESS = re.compile(rb"5\.(?:1\.(?:1|2|3|6|10)|2\.1)\b")


def _is_no_address(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPDataError) -> bool:
    """Whether the server says that it is the receiver's address, and not us or our mail."""
    if isinstance(error, smtplib.SMTPDataError):
        return False
    return all(
        500 <= code < 600 and _NO_ADDRESS.match(told) for code, told in error.recipients.values()
    )


def _postpone(mail: OutgoingMail, trouble: str, now: dt.datetime, *, at_most: int | None) -> None:
    """Later, and later again; given up once it has been tried `at_most` times."""
    attempts = mail.attempts + 1
    wait = min(FIRST_WAIT * 2 ** min(attempts - 1, 10), LONGEST_WAIT)
    OutgoingMail.objects.filter(pk=mail.pk).update(
        attempts=attempts,
        claimed_until=None,
        not_before=now + wait,
        trouble=trouble[:60],
        given_up_at=now if at_most and attempts >= at_most else None,
    )


def _give_up(keys: Collection[int], trouble: str, now: dt.datetime) -> None:
    OutgoingMail.objects.filter(pk__in=keys).update(
        given_up_at=now, claimed_until=None, trouble=trouble[:60]
    )
