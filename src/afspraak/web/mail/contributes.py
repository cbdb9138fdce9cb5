"""What mail says about itself: what is noted of mails, for how long, and the server they go to."""

import datetime as dt
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from django.conf import settings

from afspraak.diagnostics import Text
from afspraak.web.contributions import Outbound, Section, Term
from afspraak.web.mail import keeping, queries
from afspraak.web.people.models import Person

KINDS: Mapping[str, Text] = {
    "people.invitation": {"nl": "Uitnodiging", "en": "Invitation"},
    "reading.asked": {"nl": "Vraag om te lezen", "en": "Request to read"},
    "reading.reminder": {"nl": "Herinnering om te lezen", "en": "Reminder to read"},
    "reading.receipt": {"nl": "Ontvangstbewijs", "en": "Receipt"},
    "reading.answered": {"nl": "Antwoord op je bezwaar", "en": "Answer to your objection"},
}
"""What each kind of mail is called."""


def personal_data(person: Person) -> Iterator[Section]:
    """Which mails went out to this person, and when. Their text is not kept."""
    yield Section(
        key="mail.outgoing",
        title={"nl": "E-mails aan jou", "en": "Mails to you"},
        labels={
            "kind": {"nl": "Soort", "en": "Kind"},
            "queued_at": {"nl": "Klaargezet op", "en": "Queued on"},
            "sent_at": {"nl": "Verstuurd op", "en": "Sent on"},
            "trouble": {"nl": "Wat er misging", "en": "What went wrong"},
        },
        rows=[
            {
                "kind": row.kind,
                "queued_at": row.queued_at.isoformat(),
                "sent_at": row.sent_at.isoformat() if row.sent_at else None,
                "trouble": row.trouble,
            }
            for row in queries.mails_to(person.pk)
        ],
        words={"kind": KINDS},
    )


def erase(person: Person, now: dt.datetime) -> int:
    """Removes what is noted of mails to this person; what still waits does not go out."""
    del now
    return keeping.erase(person)


def outbound() -> Iterator[Outbound]:
    """The mail server, when there is one."""
    if settings.CONFIG.mail and not settings.CONFIG.demo:
        yield Outbound(
            key="mail.server",
            to=urlsplit(settings.CONFIG.mail).hostname or "",
            carries={
                "nl": "E-mails aan mensen die hier werken: naam, adres en waar het over gaat.",
                "en": "Mails to people who work here: name, address and what it is about.",
            },
        )


TERMS = (
    Term(
        key="mail.outgoing",
        says={
            "nl": "Dat er een e-mail aan je is verstuurd, zonder de tekst",
            "en": "That a mail was sent to you, without its text",
        },
        term={
            "nl": f"{keeping.DAYS} dagen nadat hij is verstuurd",
            "en": f"{keeping.DAYS} days after it was sent",
        },
        delete=keeping.delete_old,
    ),
)
