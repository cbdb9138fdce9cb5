import dataclasses
import datetime as dt

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.fixtures import Settings

from afspraak.decisions.roles import Role
from afspraak.web.demo import earlier, operations, queries
from afspraak.web.demo.cast import CAST, PARTS
from afspraak.web.demo.models import Received
from afspraak.web.editions import queries as editions
from afspraak.web.organisation.models import Organisation
from afspraak.web.people import operations as people
from afspraak.web.people.models import Person
from afspraak.web.reading import queries as reading

ADDRESSES = ("/demo/", "/demo/mailbox/", "/demo/mailbox/1/")
ACTS = ("/demo/sign-in/", "/demo/start-again/")


@pytest.fixture
def demo(settings: Settings) -> None:
    settings.CONFIG = dataclasses.replace(settings.CONFIG, demo=True)


@pytest.fixture
def bakery(db: None, now: dt.datetime) -> None:
    operations.open_bakery(now=now)


@pytest.fixture
def bakers(organisation: Organisation, now: dt.datetime) -> None:
    for member in CAST[7:9]:
        people.add_person(name=member.name, email=f"{member.handle}@{queries.DOMAIN}", now=now)


def test_the_bakery_has_somebody_in_every_role_and_two_editions(
    bakery: None, now: dt.datetime, mailoutbox: list[object]
) -> None:
    in_force = editions.in_force(now)
    leaders = reading.leaders_read(now)
    by_handle = {member.handle: Person.objects.get(name=member.name) for member in CAST}

    assert {role for person in Person.objects.all() for role in person.roles} == set(Role)
    assert [row.number for row in editions.past(now)] == ["2026.2", "2026.1"]
    assert in_force
    assert leaders
    assert (leaders.read, leaders.of) == (2, 2)
    assert {
        handle: reading.has_read(by_handle[handle].pk, now) for handle in ("jan", "lotte", "tom")
    } == {"jan": True, "lotte": False, "tom": False}
    assert len(mailoutbox) == 2

    operations.open_bakery(now=now)

    assert Person.objects.count() == len(CAST) == 40


def test_the_earlier_edition_differs_in_what_matters() -> None:
    text = earlier.today().decode()

    assert [text.count(now) for now, _ in earlier.CHANGES] == [1] * len(earlier.CHANGES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_outside_a_demo_there_is_no_such_page(client: Client, db: None, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ACTS)
def test_outside_a_demo_nobody_comes_in_with_a_click(
    client: Client, bakers: None, address: str
) -> None:
    assert client.post(address, {"person": "lotte"}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_in_a_demo_one_comes_in_with_a_click(client: Client, bakers: None, demo: None) -> None:
    answer = client.post("/demo/sign-in/", {"person": "lotte"})

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(Person.objects.get(name="Lotte Visser").pk)
    assert client.post("/demo/sign-in/", {"person": "nobody"}).status_code == 404


def test_a_stranger_in_a_demo_chooses_who_to_be(client: Client, bakers: None, demo: None) -> None:
    assert client.get("/")["Location"] == "/demo/"

    page = client.get("/demo/").content.decode()

    assert [handle for handle, _ in PARTS if f'value="{handle}"' not in page] == []


def test_everybody_reads_their_own_mail(
    client: Client, bakers: None, demo: None, now: dt.datetime
) -> None:
    for who in ("lotte", "tom"):
        Received.objects.create(
            at=now, to=f"{who}@{queries.DOMAIN}", subject=f"To {who}", text="https://example.org"
        )
    client.post("/demo/sign-in/", {"person": "lotte"})

    own = client.get("/demo/mailbox/").content.decode()
    everybody = client.get("/demo/mailbox/?everybody=1").content.decode()
    one = client.get(f"/demo/mailbox/{Received.objects.earliest('pk').pk}/").content.decode()

    assert ("To lotte" in own, "To tom" in own) == (True, False)
    assert ("To lotte" in everybody, "To tom" in everybody) == (True, True)
    assert '<a href="https://example.org"' in one


def test_there_is_nothing_to_start_again_from_without_a_beginning(
    client: Client, bakers: None, demo: None
) -> None:
    assert not (settings.CONFIG.data / "beginning.sqlite3").exists()
    assert client.post("/demo/start-again/").status_code == 404
