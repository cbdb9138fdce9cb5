"""The bakery's people as the demo offers them, and the mail that came in."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from afspraak.diagnostics import Text
from afspraak.web.demo.cast import CAST, PARTS
from afspraak.web.demo.models import Received
from afspraak.web.people.models import Person

DOMAIN = "bakkerijjansen.nl"
MAILS_SHOWN = 60
_BARE = re.compile(r"<(https?://[^<>\s]+)>")
"""An address as it stands in a text; a page shows it as a link."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody one can be with one click."""

    handle: str
    name: str
    says: Text


@dataclass(frozen=True, slots=True)
class MailRow:
    """A mail in the mailbox."""

    key: int
    at: dt.datetime
    to: str
    subject: str
    text: str
    files: Sequence[str]


def parts() -> Sequence[Part]:
    """Everybody worth a visit, in that order."""
    names = {member.handle: member.name for member in CAST}
    return [Part(handle, names[handle], says) for handle, says in PARTS]


def person(handle: str) -> Person | None:
    """The person whose address begins with `handle`."""
    return Person.objects.filter(email=f"{handle}@{DOMAIN}", is_active=True).first()


def mails(to: str = "") -> Sequence[MailRow]:
    """The latest mails, to one address or to everybody."""
    found = Received.objects.filter(to__iexact=to) if to else Received.objects.all()
    return [_row(each) for each in found.order_by("-at", "-pk")[:MAILS_SHOWN]]


def mail(key: int) -> MailRow | None:
    """One mail."""
    found = Received.objects.filter(pk=key).first()
    return _row(found) if found else None


def _row(mail: Received) -> MailRow:
    text = _BARE.sub(r"\1", mail.text)
    return MailRow(mail.pk, mail.at, mail.to, mail.subject, text, mail.files)
