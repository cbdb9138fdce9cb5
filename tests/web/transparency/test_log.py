"""The log as people read it."""

import datetime as dt
import re
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.audit import keeping
from afspraak.web.audit.actions import declared
from afspraak.web.audit.models import Entry, Personal, Verification
from afspraak.web.people import operations as people
from afspraak.web.people.models import Person
from web.audit.attacking import attack

ROOT = Path(__file__).parents[3]


def test_entries_are_sentences_with_who_did_it(
    organisation: object,
    client_of: Callable[..., Client],
    somebody: Callable[..., Person],
    now: dt.datetime,
) -> None:
    client = client_of(Role.PRIVACY_OFFICER, name="Fatma Yildiz", language="nl")
    jan = somebody(Role.ADMINISTRATOR, name="Jan Jansen")
    kees = people.add_person(name="Kees Ander", email=None, now=now, actor=jan.pk)
    people.grant_role(person=kees, role=Role.EDITOR, now=now, actor=jan.pk)

    page = client.get("/log/").content.decode()

    assert "<b>Kees Ander</b> kreeg de rol <b>redacteur</b>." in page
    assert page.count("Jan Jansen</td>") == 2
    assert page.count('<span class="muted">het programma</span>') == Entry.objects.count() - 3


def test_what_was_erased_is_shown_as_erased(
    organisation: object,
    client_of: Callable[..., Client],
    somebody: Callable[..., Person],
    now: dt.datetime,
) -> None:
    client = client_of(Role.PRIVACY_OFFICER, language="en")
    jan = somebody(Role.ADMINISTRATOR, name="Jan Jansen")
    people.add_person(name="Kees Ander", email=None, now=now, actor=jan.pk)
    keeping.erase_person(Person.objects.get(name="Kees Ander").pk)
    Person.objects.filter(pk=jan.pk).delete()

    page = client.get("/log/").content.decode()

    assert "Kees Ander" not in page
    assert '<span class="erased">erased</span> was added.' in page
    assert page.count('<td data-label="By"><span class="erased">erased</span></td>') == 1


def test_looking_is_logged_with_what_was_on_the_page(
    organisation: object, client_of: Callable[..., Client], now: dt.datetime
) -> None:
    client = client_of(Role.PRIVACY_OFFICER, name="Fatma Yildiz")

    client.get("/log/", {"action": "people.added"})

    last = Entry.objects.latest("number")
    assert (last.action, last.facts) == (
        "audit.viewed",
        {"first": 1, "last": 1, "action": "people.added"},
    )
    held = Personal.objects.get(entry=last)
    assert held.facts == {"name": "Fatma Yildiz"}
    assert held.erase_after == last.at + dt.timedelta(days=365)


def test_it_is_narrowed_by_action_and_period_and_leafed_through(
    organisation: object, client_of: Callable[..., Client], now: dt.datetime
) -> None:
    client = client_of(Role.PRIVACY_OFFICER, language="en")
    for number in range(60):
        day = now + dt.timedelta(days=number)
        people.add_person(name=f"Persoon nummer {number:02}", email=None, now=day)

    first = client.get("/log/", {"action": "people.added"}).content.decode()
    assert first.count("</b> was added.") == 25
    assert "nummer 59" in first
    older = client.get("/log/", {"action": "people.added", "before": "12"}).content.decode()
    assert older.count("</b> was added.") == 10
    period = {"since": "2026-11-25", "until": "2026-11-26", "action": "people.added"}
    narrow = client.get("/log/", period).content.decode()
    assert [f"nummer {number:02}" in narrow for number in range(1, 5)] == [False, True, True, False]
    nothing = client.get("/log/", {"since": "2030-01-01"}).content.decode()
    assert "Nothing fits this" in nothing
    assert client.get("/log/", {"since": "x", "before": "-4"}).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_costs_as_many_queries_with_one_entry_as_with_three(
    count: int,
    client_of: Callable[..., Client],
    somebody: Callable[..., Person],
    now: dt.datetime,
    django_assert_num_queries: Any,
) -> None:
    client = client_of(Role.PRIVACY_OFFICER)
    for number in range(count):
        jan = somebody(name=f"Jan {number}")
        people.add_person(name="Kees", email=None, now=now, actor=jan.pk)
    client.get("/log/")

    with django_assert_num_queries(QUERIES + (connection.vendor == "postgresql")):
        client.get("/log/")


QUERIES = 12
"""Two of them are the savepoint that the test’s own transaction makes of ours.

PostgreSQL is asked for the writers’ turn besides.
"""


def test_verifying_by_a_button_says_what_was_found(
    organisation: object, client_of: Callable[..., Client]
) -> None:
    client = client_of(Role.PRIVACY_OFFICER, language="en")

    sound = client.post("/log/verify/", follow=True).content.decode()
    assert "The log is sound. Verified on" in sound
    assert Entry.objects.filter(action="audit.verified").count() == 1

    Personal.objects.all().delete()
    connection.check_constraints()
    attack("UPDATE audit_entry SET action = 'people.left' WHERE number = 2")
    broken = client.post("/log/verify/", follow=True).content.decode()
    assert "The log is not sound" in broken
    assert "Entry 2 is not what was recorded: altered, moved or inserted." in broken
    assert Verification.objects.latest("pk").found == 1


def test_a_long_log_is_left_to_the_worker(
    organisation: object, client_of: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "ROWS_AT_ONCE", 1)
    client = client_of(Role.PRIVACY_OFFICER, language="en")

    page = client.post("/log/verify/", follow=True).content.decode()

    assert "The log is long: it is being verified." in page
    assert not Verification.objects.exists()


def test_every_action_says_only_what_it_knows_and_is_recorded_by_some_code() -> None:
    code = "\n".join(
        path.read_text("utf-8")
        for path in sorted((ROOT / "src/afspraak/web").rglob("*.py"))
        if path.name != "actions.py"
    )
    for key, action in declared().items():
        for lang in ("nl", "en"):
            named = set(named_in(action.says[lang]))
            assert named <= {*action.facts, *action.personal}, (key, lang)
        name = constant_of(key)
        assert name in code, f"{key} ({name}) is recorded by nothing"


def named_in(text: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(text) if name]


def constant_of(key: str) -> str:
    """The name under which the code declares an action."""
    for path in sorted((ROOT / "src/afspraak/web").rglob("actions.py")):
        found = re.search(rf'^(\w+) = Action\(\s*"{re.escape(key)}"', path.read_text("utf-8"), re.M)
        if found:
            return found[1]
    raise LookupError(key)
