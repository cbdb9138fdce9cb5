"""A row about somebody in every table that has any, each with words of that person alone."""

import datetime as dt
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import models

from afspraak.web.agreeing.models import Excused, Offer, Outcome, Overruled, Proceeding
from afspraak.web.drafting.models import Change, Draft, DraftVersion, Interview
from afspraak.web.editions.queries import EditionRow
from afspraak.web.insights.models import Permission
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.people.models import Granted, Invitation, Person, SignIn, Upload
from afspraak.web.reading.models import Asked, Pinned, Reading
from afspraak.web.supplementing.models import Document

NOT_SHOWN = {
    "admin.LogEntry",
    "account.EmailConfirmation",  # not used: nobody confirms an address here
    "socialaccount.SocialToken",  # not kept: SOCIALACCOUNT_STORE_TOKENS is off
}
"""What has a way to a person and is nowhere kept."""


def about_people() -> set[str]:
    """Every model that holds a person, by a key or by an id."""
    person = get_user_model()
    found = {person._meta.label}
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            is_link = isinstance(field, models.ForeignKey) and field.related_model is person
            is_id = isinstance(field, models.UUIDField) and field.name in {
                "person",
                "actor",
                "by",
                "user",
            }
            if is_link or is_id:
                found.add(model._meta.label)
    return found - NOT_SHOWN


def fill(person: Person, mark: str, edition: EditionRow, now: dt.datetime) -> dict[str, str]:
    """A row in every table about people, each with words that are this person's alone."""
    at = now
    held = Session.objects.create(session_key=f"key{mark}", session_data="x", expire_date=at)
    rows: dict[str, tuple[type[models.Model], dict[str, Any], str]] = {
        "account.EmailAddress": (EmailAddress, {"user": person, "email": f"{mark}@x.nl"}, ""),
        "mfa.Authenticator": (
            Authenticator,
            {"user": person, "type": "webauthn", "data": {"name": f"sleutel {mark}"}},
            f"sleutel {mark}",
        ),
        "socialaccount.SocialAccount": (
            SocialAccount,
            {"user": person, "provider": "sso", "uid": f"uid-{mark}"},
            f"uid-{mark}",
        ),
        "people.Granted": (Granted, {"person": person, "role": "handler", "at": at}, "behandelaar"),
        "insights.Permission": (
            Permission,
            {
                "reference": f"OR-{mark}",
                "agreed_on": at.date(),
                "given_at": at,
                "given_by": person,
                "taken_back_at": at,
            },
            f"OR-{mark}",
        ),
        "people.Invitation": (
            Invitation,
            {"person": person, "by": f"Uitnodiger {mark}", "at": at},
            "",
        ),
        "people.Upload": (
            Upload,
            {
                "by": person,
                "at": at,
                "name": f"{mark}.csv",
                "headings": [],
                "rows": b"",
                "count": 1,
                "columns": {},
            },
            f"{mark}.csv",
        ),
        "people.SignIn": (
            SignIn,
            {"session": held, "person": person, "at": at, "browser": f"Browser {mark}"},
            f"Browser {mark}",
        ),
        "mail.OutgoingMail": (
            OutgoingMail,
            {
                "person": person,
                "key": f"mail-{mark}",
                "kind": f"reading.{mark}",
                "queued_at": at,
                "not_before": at,
            },
            "",
        ),
        "reading.Asked": (
            Asked,
            {"person": person, "edition_id": edition.id, "at": at},
            "",
        ),
        "reading.Reading": (
            Reading,
            {
                "person": person,
                "edition_id": edition.id,
                "number": edition.number,
                "at": at,
                "language": "nl",
                "route": "screen",
                "objection": f"Bezwaar {mark}",
                "receipt": "{}",
            },
            f"Bezwaar {mark}",
        ),
        "reading.Pinned": (
            Pinned,
            {"person": person, "clause": "purpose", "text": f"Voorbeeld {mark}", "at": at},
            f"Voorbeeld {mark}",
        ),
    }
    proposal = Proceeding.objects.create(
        number=f"voorstel {mark}",
        state="draft",
        started_at=at,
        withdrawn_by=person,
        withdrawn_at=at,
    )
    text = Offer.objects.create(
        proceeding=proposal,
        version=1,
        source=b"",
        added_at=at,
        offered_at=at,
        offered_by=person,
    )
    by = {"by": person, "at": at}
    rows |= {
        "agreeing.Proceeding": (Proceeding, {"pk": proposal.pk}, f"voorstel {mark}"),
        "agreeing.Offer": (Offer, {"pk": text.pk}, f"voorstel {mark}"),
        "agreeing.Overruled": (
            Overruled,
            {"offer": text, "clause": "rights", "code": "L009", "reason": f"Reden {mark}", **by},
            f"Reden {mark}",
        ),
        "agreeing.Outcome": (
            Outcome,
            {
                "offer": text,
                "answer": "consent",
                "on": at.date(),
                "says": f"Antwoord {mark}",
                "recorded_at": at,
                "recorded_by": person,
            },
            f"Antwoord {mark}",
        ),
        "agreeing.Excused": (
            Excused,
            {"proceeding": proposal, "person": person, "reason": f"Weg {mark}", "at": at},
            f"Weg {mark}",
        ),
    }
    draft = Draft.objects.create(number=f"concept {mark}", started_at=at, changed_at=at)
    rows |= {
        "drafting.DraftVersion": (
            DraftVersion,
            {"draft": draft, "version": 1, "source": b"", "at": at, "by": person},
            f"concept {mark}",
        ),
        "drafting.Interview": (
            Interview,
            {
                "person": person,
                "answers": {"name": f"Bedrijf {mark}"},
                "started_at": at,
                "changed_at": at,
            },
            f"Bedrijf {mark}",
        ),
        "drafting.Change": (
            Change,
            {
                "edition_id": edition.id,
                "base": "",
                "source": b"",
                "why": f"Want {mark}",
                "proposed_at": at,
                "proposed_by": person,
            },
            f"Want {mark}",
        ),
        "supplementing.Document": (
            Document,
            {
                "name": f"Huisregels {mark}.docx",
                "form": "docx",
                "language": "nl",
                "content": b"",
                "source": b"",
                "brought_at": at,
                "brought_by": person,
                "goes_at": at + dt.timedelta(days=7),
            },
            f"Huisregels {mark}.docx",
        ),
    }
    for model, values, _ in rows.values():
        model.objects.get_or_create(**values)  # type: ignore[attr-defined]
    return {label: word for label, (_, _, word) in rows.items()}
