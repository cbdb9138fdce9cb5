"""The words of mails, and what becomes of one that cannot go."""

import datetime as dt
import smtplib
from collections.abc import Callable, Sequence

import pytest
from django.core import mail as outbox
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from pytest_django import Settings

from afspraak.decisions import receipts
from afspraak.web.editions.queries import EditionRow
from afspraak.web.mail import keeping, letters, operations, queries, sending
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.people.models import Person
from afspraak.web.reading import operations as reading
from afspraak.web.reading import queries as reading_queries

Somebody = Callable[..., Person]
MINUTE = dt.timedelta(minutes=1)


class Busy(BaseEmailBackend):
    """A mail server that asks to come back later (451) for everybody."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Refuses for now."""
        raise smtplib.SMTPRecipientsRefused({email_messages[0].to[0]: (451, b"later")})


class Refusing(BaseEmailBackend):
    """A mail server that has nobody's address (550)."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Refuses for good."""
        raise smtplib.SMTPRecipientsRefused({email_messages[0].to[0]: (550, b"no such person")})


class SaysWhy(BaseEmailBackend):
    """A mail server that refuses for good, with the reason that a test gave it."""

    why = b""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Refuses for good, and says why."""
        raise smtplib.SMTPRecipientsRefused({email_messages[0].to[0]: (550, self.why)})


def queued(person: Person, now: dt.datetime, key: str = "k") -> None:
    operations.queue(
        key=key,
        person=person.pk,
        kind="reading.answered",
        now=now,
        values={"reading": "x", "number": "2026.2"},
    )


@pytest.mark.parametrize("kind", ["asked", "reminder", "receipt", "answered"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_mail_is_plain_text_and_html_of_the_same_words(kind: str, lang: str) -> None:
    values = {"name": "Zoë <O’Neill> & co", "number": "2026.2", "reading": "x", "objected": 1}

    letter = letters.write(f"reading.{kind}", lang, values)

    assert "2026.2" in letter.subject + letter.text
    assert "Zoë <O’Neill> & co" in letter.text
    assert "<O’Neill>" not in letter.html
    assert f'<html lang="{lang}">' in letter.html
    assert "{" not in letter.subject + letter.text
    assert '<a href="http://localhost:8000/read/' in letter.html


def test_a_mail_speaks_the_receivers_language(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    for lang in ("nl", "en"):
        queued(somebody(language=lang), now, key=lang)

    sending.send_due(now=now)

    assert [each.subject for each in outbox.outbox] == [
        "Er is antwoord op je bezwaar",
        "There is an answer to your objection",
    ]


def test_a_receipt_goes_with_its_mail_and_verifies(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    tom = somebody(language="en", name="Tom Baker")
    key = reading.receive(person=tom, edition=edition.id, language="en", now=now)

    sending.send_due(now=now)

    name, content, kind = outbox.outbox[0].attachments[0]
    row = reading_queries.reading(key)
    assert (name, kind) == ("afspraak-2026.2.pdf", "application/pdf")
    assert row
    assert isinstance(content, bytes)
    assert receipts.verify_pdf(content, row.receipt.encode()).receipt.name == "Tom Baker"


def test_one_mail_for_each_key(edition: EditionRow, somebody: Somebody, now: dt.datetime) -> None:
    lotte = somebody()
    queued(lotte, now)
    queued(lotte, now)

    assert sending.send_due(now=now) == 1
    assert sending.send_due(now=now) == 0
    assert outbox.outbox[0].extra_headers["Message-ID"] == letters.message_id("k")


def another_was_taken(person: Person, at: dt.datetime) -> None:
    queued(person, at, key="another")
    OutgoingMail.objects.filter(key="another").update(sent_at=at)


def test_what_is_not_wanted_now_waits_longer_each_time_and_is_given_up(
    edition: EditionRow, somebody: Somebody, now: dt.datetime, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Busy"
    lotte = somebody(name="Lotte")
    queued(lotte, now)
    another_was_taken(lotte, now)
    waits, moment = [], now

    for _ in range(sending.MAX_ATTEMPTS):
        sending.send_due(now=moment)
        row = OutgoingMail.objects.get(key="k")
        waits.append((row.not_before - moment) // MINUTE)
        moment = row.not_before

    assert waits == [1, 2, 4, 8, 16, 32, 64, 120, 120, 120, 120, 120]
    assert [(row.name, row.trouble) for row in queries.given_up("reading")] == [
        ("Lotte", "SMTPRecipientsRefused")
    ]


def test_a_server_that_refuses_everybody_has_no_mail_given_up(
    edition: EditionRow, somebody: Somebody, now: dt.datetime, settings: Settings
) -> None:
    another_was_taken(somebody(), now - MINUTE)
    for name in ("Lotte", "Tom", "Mo"):
        queued(somebody(name=name), now, key=name)
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    sent = [sending.send_due(now=now + hours * 60 * MINUTE) for hours in range(0, 200, 2)]
    given_up = queries.given_up("reading")

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert (set(sent), given_up) == ({0}, [])
    assert sending.send_due(now=now + 202 * 60 * MINUTE) == 3


def test_a_mail_that_is_refused_while_others_are_taken_is_given_up(
    edition: EditionRow, somebody: Somebody, now: dt.datetime, settings: Settings
) -> None:
    lotte = somebody(name="Lotte")
    queued(lotte, now)
    another_was_taken(lotte, now)
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"

    assert sending.send_due(now=now) == 0
    assert [row.name for row in queries.given_up("reading")] == ["Lotte"]


@pytest.mark.parametrize(
    "refused",
    [
        (b"5.1.1 <lotte@example.nl>: user unknown", "no-such-address"),
        (b"5.1.10 recipient not found", "no-such-address"),
        (b"5.2.1 mailbox disabled", "no-such-address"),
        (b"5.1.8 bad sender", None),
        (b"5.2.2 mailbox full", None),
        (b"5.7.1 relaying denied", None),
        (b"no such user", None),
    ],
)
def test_an_address_that_is_not_there_is_given_up_though_nothing_else_was_taken(
    edition: EditionRow,
    somebody: Somebody,
    now: dt.datetime,
    settings: Settings,
    refused: tuple[bytes, str | None],
) -> None:
    SaysWhy.why, trouble = refused
    settings.EMAIL_BACKEND = f"{__name__}.SaysWhy"
    queued(somebody(name="Lotte"), now)

    sending.send_due(now=now)

    given_up = [(row.name, row.trouble) for row in queries.given_up("reading")]
    assert given_up == ([("Lotte", trouble)] if trouble else [])


@pytest.mark.parametrize(
    ("change", "sent"),
    [
        ({}, 1),
        ({"left": dt.date(2026, 11, 24)}, 1),
        ({"left": dt.date(2026, 11, 23)}, 0),
        ({"is_active": False}, 0),
    ],
)
def test_who_has_left_gets_no_mail(
    edition: EditionRow,
    somebody: Somebody,
    now: dt.datetime,
    change: dict[str, object],
    sent: int,
) -> None:
    lotte = somebody()
    queued(lotte, now)
    Person.objects.filter(pk=lotte.pk).update(**change)

    assert sending.send_due(now=now) == sent
    assert len(outbox.outbox) == sent
    assert OutgoingMail.objects.get().trouble == ("" if sent else sending.NOT_NEEDED)


def test_a_letter_is_each_receivers_own(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    for name in ("Lotte", "Tom *de* <Wit>"):
        queued(somebody(name=name), now, key=name)

    sending.send_due(now=now)

    assert [str(each.body).splitlines()[0] for each in outbox.outbox] == [
        "Hallo Lotte,",
        "Hallo Tom *de* <Wit>,",
    ]
    html = letters.write("reading.answered", "nl", {"name": "Tom *de* <Wit>"}).html
    assert "<p>Hallo Tom *de* &lt;Wit&gt;,</p>" in html


def test_without_a_mail_server_mails_wait_and_none_is_given_up(
    edition: EditionRow, somebody: Somebody, now: dt.datetime, settings: Settings
) -> None:
    queued(somebody(), now)
    settings.EMAIL_BACKEND = "afspraak.web.mail.nowhere.Nowhere"
    for hours in range(100):
        sending.send_due(now=now + hours * 60 * MINUTE)
    waiting = OutgoingMail.objects.get()

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert (waiting.attempts, waiting.trouble) == (0, "NoMailServer")
    assert sending.send_due(now=now + 101 * 60 * MINUTE) == 1


def test_a_mail_that_cannot_be_made_keeps_no_other_waiting(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    lotte = somebody()
    operations.queue(key="broken", person=lotte.pk, kind="reading.no-such", now=now)
    queued(lotte, now)

    assert sending.send_due(now=now) == 1
    assert OutgoingMail.objects.get(key="broken").trouble == "TemplateDoesNotExist"


def test_who_lost_their_address_gets_no_mail(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    lotte = somebody()
    queued(lotte, now)
    Person.objects.filter(pk=lotte.pk).update(email=None)

    assert sending.send_due(now=now) == 0
    assert OutgoingMail.objects.get().trouble == sending.NO_ADDRESS


def test_notes_of_mails_go_after_their_term(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    queued(somebody(), now)
    sending.send_due(now=now)
    term = dt.timedelta(days=keeping.DAYS)

    assert keeping.delete_old(now + term - MINUTE) == []
    assert len(keeping.delete_old(now + term)) == 1
