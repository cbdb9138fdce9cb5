"""Everything about me and nothing about another; and erasing, which leaves what a term keeps."""

import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.agreeing.models import Excused, Offer, Outcome, Overruled, Proceeding
from afspraak.web.audit import operations as audit
from afspraak.web.audit import verification
from afspraak.web.audit.actions import LOG_VIEWED, PERSON_ERASED
from afspraak.web.audit.models import Entry, Personal
from afspraak.web.audit.seals import Fact
from afspraak.web.contributions import contributing
from afspraak.web.drafting.models import Change, Draft, DraftVersion, Interview
from afspraak.web.editions.queries import EditionRow
from afspraak.web.flows import erase_person
from afspraak.web.insights.models import Permission
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.mydata import queries
from afspraak.web.people.models import Granted, Invitation, Person, SignIn, Upload
from afspraak.web.reading.models import Asked, Pinned, Reading
from afspraak.web.supplementing.models import Document

ELSEWHERE = {
    "audit.Entry": "log",
    "audit.Personal": "log",
}
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


def test_everything_about_me_is_in_it_and_nothing_about_another(
    edition: EditionRow, somebody: Callable[..., Person], now: dt.datetime
) -> None:
    mine, other = somebody(name="Lotte Visser"), somebody(name="Kees Ander")
    words = fill(mine, "lotteswoord", edition, now)
    fill(other, "keeswoord", edition, now)

    found = queries.sections(mine)
    text = json.dumps(queries.as_json(mine, found, now), ensure_ascii=False)

    assert {*words, *ELSEWHERE, "people.Person"} == about_people()
    assert [label for label, word in words.items() if word not in text] == []
    assert "Lotte Visser" in text
    for word in ("keeswoord", "Kees Ander", str(other.email), str(other.pk)):
        assert word not in text, word
    assert len({section.key for section in found}) == len(found)
    for section in found:
        for row in section.rows:
            assert set(row) <= set(section.labels), section.key


def test_others_are_masked_in_what_i_did(
    organisation: object, somebody: Callable[..., Person], now: dt.datetime
) -> None:
    from afspraak.web.people import operations as people

    editor = somebody(Role.EDITOR)
    people.add_person(name="Kees Ander", email="kees@x.nl", now=now, actor=editor.pk)

    text = json.dumps(queries.as_json(editor, queries.sections(editor), now), ensure_ascii=False)

    assert "Kees" not in text
    assert "iemand anders is toegevoegd." in text


def test_who_looked_at_the_log_where_i_am_in_it_is_shown_by_name(
    organisation: object, client_of: Callable[..., Client], somebody: Callable[..., Person]
) -> None:
    somebody(name="Lotte Visser")
    officer = client_of(Role.PRIVACY_OFFICER, name="Fatma Yildiz")
    officer.get("/log/")
    lotte = Person.objects.get(name="Lotte Visser")

    looks = next(each for each in queries.sections(lotte) if each.key == "log-looked")

    assert [row["what"] for row in looks.rows] == [
        "Fatma Yildiz bekeek regel 1 tot en met 3 van het logboek."
    ]


def test_the_page_and_the_file_say_the_same_and_are_noted(
    edition: EditionRow, client_of: Callable[..., Client], now: dt.datetime
) -> None:
    client = client_of(name="Lotte Visser")
    person = client.person  # type: ignore[attr-defined]
    fill(person, "lotteswoord", edition, now)

    page = client.get("/my-data/").content.decode()
    answer = client.post("/my-data/download/")

    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        assert file.namelist() == ["my-data.html", "my-data.json"]
        html = file.read("my-data.html").decode()
        held = json.loads(file.read("my-data.json"))
    assert answer.headers["Content-Type"] == "application/zip"
    assert [held["format"], held["person"], held["organisation"]] == [
        "afspraak-my-data-1",
        str(person.pk),
        "Bakkerij Jansen",
    ]
    for text in (page, html):
        assert "Bezwaar lotteswoord" in text
    logged = Entry.objects.filter(actor=person.pk).order_by("number").values_list("action")
    assert list(logged) == [("mydata.viewed",), ("mydata.downloaded",)]


def test_a_long_list_is_shown_in_full_on_request_and_in_the_file(
    edition: EditionRow, client_of: Callable[..., Client]
) -> None:
    client = client_of(language="en")
    for _ in range(12):
        short = client.get("/my-data/").content.decode()
    full = client.get("/my-data/?everything").content.decode()
    answer = client.post("/my-data/download/")

    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        held = json.loads(file.read("my-data.json"))
        html = file.read("my-data.html").decode()
    looked = "looked at their own data"
    assert [text.count(looked) for text in (short, full, html)] == [10, 12, 13]
    rest = "Here stand the first 10 of 11."
    assert [rest in text for text in (short, full, html)] == [True, False, False]
    assert ["?everything#log-by-you" in text for text in (short, full)] == [True, False]
    rows = next(each["rows"] for each in held["sections"] if each["key"] == "log-by-you")
    assert [row["number"] for row in rows] == sorted((row["number"] for row in rows), reverse=True)
    assert len(rows) == 14


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_whatever_there_is(
    count: int,
    edition: EditionRow,
    client_of: Callable[..., Client],
    now: dt.datetime,
    django_assert_max_num_queries: Any,
) -> None:
    client = client_of()
    for number in range(count):
        OutgoingMail.objects.create(
            person=client.person,  # type: ignore[attr-defined]
            key=f"{number}",
            kind="reading.asked",
            queued_at=now,
            not_before=now,
        )

    with django_assert_max_num_queries(40):
        client.get("/my-data/")


@pytest.mark.promise(8)
def test_erasing_leaves_nothing_of_a_person_and_the_log_sound(
    edition: EditionRow, somebody: Callable[..., Person], now: dt.datetime
) -> None:
    actor, person = somebody(Role.ADMINISTRATOR), somebody(name="Lotte Visser")
    key = person.pk
    fill(person, "lotteswoord", edition, now)
    Reading.objects.filter(person=person).delete()
    with transaction.atomic():
        facts: dict[str, Fact] = {"first": 1, "last": 1, "action": ""}
        audit.record(LOG_VIEWED, now=now, actor=key, facts=facts, personal={"name": person.name})

    erased = erase_person.erase_person(person=person, actor=actor, now=now)

    assert erased.kept == ()
    assert erased.is_gone
    assert not Person.objects.filter(pk=key).exists()
    assert not Personal.objects.filter(person=key).exists()
    assert not Session.objects.filter(session_key="keylotteswoord").exists()
    for label in about_people() - set(ELSEWHERE) - {"people.Person"}:
        for row in apps.get_model(label).objects.all():
            assert key not in {
                getattr(row, f"{name}_id", None) for name in ("person", "by", "user")
            }
    last = Entry.objects.latest("number")
    assert (last.action, last.actor) == (PERSON_ERASED.key, actor.pk)
    assert verification.verify().found == 0


@pytest.mark.promise(8)
def test_erasing_names_what_a_term_keeps_and_until_when(
    edition: EditionRow, somebody: Callable[..., Person], now: dt.datetime
) -> None:
    actor = somebody(Role.ADMINISTRATOR)
    person = somebody(name="Lotte Visser")
    fill(person, "lotteswoord", edition, now)
    Person.objects.filter(pk=person.pk).update(left=dt.date(2026, 11, 1))
    person.refresh_from_db()

    erased = erase_person.erase_person(person=person, actor=actor, now=now)

    assert [(each.key, each.until) for each in erased.kept] == [
        ("reading.receipts", dt.date(2028, 11, 1))
    ]
    assert Reading.objects.filter(person=person).count() == 1
    left = Person.objects.get(pk=person.pk)
    assert (left.name, left.email, left.is_active) == ("Lotte Visser", None, False)
    assert not Personal.objects.filter(person=person.pk).exists()

    later = dt.datetime(2028, 11, 1, tzinfo=dt.UTC)
    assert erase_person.erase_person(person=left, actor=actor, now=later).is_gone


@pytest.mark.parametrize(("who", "reason"), [("self", "yourself"), ("last", "last-administrator")])
def test_some_may_not_be_erased(
    who: str, reason: str, organisation: object, somebody: Callable[..., Person], now: dt.datetime
) -> None:
    last, editor = somebody(Role.ADMINISTRATOR), somebody(Role.EDITOR)
    person = editor if who == "self" else last

    with pytest.raises(erase_person.UnableToErase) as unable:
        erase_person.erase_person(person=person, actor=editor, now=now)

    assert unable.value.reason == reason
    assert Person.objects.count() == 2


def test_every_feature_that_tells_about_people_can_erase_and_has_a_term() -> None:
    told = {name for name, _ in contributing("personal_data")}

    assert told <= {name for name, _ in contributing("erase")}
    assert told <= {name for name, _ in contributing("TERMS")}


def test_a_code_is_shown_in_words_and_kept_as_it_is(client_of: Callable[..., Client]) -> None:
    client = client_of(language="nl")

    page = client.get("/my-data/").content.decode()
    made = client.post("/my-data/download/").content
    with zipfile.ZipFile(io.BytesIO(made)) as files:
        name = next(each for each in files.namelist() if each.endswith(".json"))
        told = json.loads(files.read(name))

    assert "<dt>Taal</dt><dd>Nederlands" in re.sub(r"\s*(<d[td]>)\s*", r"\1", page)
    row = next(each for each in told["sections"] if each["key"] == "people.person")["rows"][0]
    assert row["language"] == "nl"
