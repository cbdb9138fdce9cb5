"""Everything about me and nothing about another; and erasing, which leaves what a term keeps."""

import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.audit import operations as audit
from afspraak.web.audit import verification
from afspraak.web.audit.actions import LOG_VIEWED, PERSON_ERASED
from afspraak.web.audit.models import Entry, Personal
from afspraak.web.audit.seals import Fact
from afspraak.web.contributions import contributing
from afspraak.web.editions.queries import EditionRow
from afspraak.web.flows import erase_person
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.mydata import queries
from afspraak.web.people.models import Person
from afspraak.web.reading.models import Reading
from web.mydata.filling import about_people, fill

ELSEWHERE = {
    "audit.Entry": "log",
    "audit.Personal": "log",
}


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
