"""Who gets what: every address × every role and the stranger, really requested.

The table is `access.toml`. Whom it names stands there in so many words, and is not taken from the
code: whoever gives a role more has to say so here too.
"""

import copy
import tomllib
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from afspraak.decisions.roles import Role
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.models import Person

TABLE = tomllib.loads((Path(__file__).with_name("access.toml")).read_text("utf-8"))
WHO: Mapping[str, list[str]] = TABLE["who"]
ROWS: Mapping[str, Mapping[str, Any]] = TABLE["address"]
SOME_ID = uuid.UUID(int=7)
STRANGER = "stranger"
SAMPLE = {STRANGER, "employee", "privacy-officer", "administrator"}
"""Who asks for what is for everybody: there a role makes no difference, and pages cost time."""

TO_SIGN_IN = -302
"""What a stranger gets where one must be signed in."""


def addresses(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    """Every address there is."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from addresses(each)
        else:
            yield each


@pytest.fixture
def doors(
    edition: EditionRow, somebody: Callable[..., Person]
) -> tuple[dict[str, Client], dict[str, Any]]:
    """A browser for each role and the stranger, and what stands in addresses."""
    clients = {STRANGER: Client()}
    for role in Role:
        clients[role.value] = Client()
        clients[role.value].force_login(
            somebody(role), backend="allauth.account.auth_backends.AuthenticationBackend"
        )
    other = somebody()
    return clients, {
        "person": other.pk,
        "key": SOME_ID,
        "upload": SOME_ID,
        "edition": edition.id,
        "address": edition.number,
        "clause": "purpose",
        "topic": "organisation",
        "rule": "tone",
        "part": "organisation",
        "form": "md",
        "number": 1,
        "version": 1,
        "outcome": 7,
        "sign_in": 7,
        "pk": 7,
        "colour": "0c5a5e",
        "name": "x",
        "token": "x",
        "provider_id": "sso",
    }


def address_of(each: URLPattern, held: Mapping[str, Any]) -> str:
    wanted = each.pattern.regex.groupindex
    given = {name: held[name] for name in wanted}
    # A key in an address of mails is a number, elsewhere it is a UUID.
    if each.name == "demo-mail":
        given = {"key": 7}
    return reverse(str(each.name), kwargs=given)


def answers(client: Client, method: str, address: str) -> int:
    """The status; whatever the request did is undone. To the sign-in page is `TO_SIGN_IN`."""
    cookies = copy.deepcopy(client.cookies)
    with transaction.atomic():
        response = client.generic(method, address, "", "application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    client.cookies = cookies
    if response.status_code == 302 and "/sign-in/login/?next=" in response.headers["Location"]:
        return TO_SIGN_IN
    return response.status_code


def expected(row: Mapping[str, Any], who: str, method: str) -> set[int]:
    """What may be the answer. A refused method may be refused before or after the person is."""
    status: int = row.get(method.lower(), 405)
    may = WHO[row["for"]]
    if "anybody" in may:
        return {row.get(f"stranger-{method.lower()}", status) if who == STRANGER else status}
    refused = TO_SIGN_IN if who == STRANGER else 403
    if who in may:
        return {status}
    return {405, refused} if status == 405 else {refused}


def test_every_address_is_in_the_table_and_nothing_else_is() -> None:
    names = [each.name for each in addresses()]

    assert None not in names
    assert len(set(names)) == len(names)
    assert sorted(ROWS) == sorted(map(str, names))


def test_every_view_says_who_may_come_as_the_table_does() -> None:
    said = {str(each.name): str(getattr(each.callback, "access", "")) for each in addresses()}

    assert said == {name: row["for"] for name, row in ROWS.items()}


def test_the_table_names_no_role_that_there_is_not() -> None:
    known = {*(role.value for role in Role), STRANGER, "anybody"}

    assert {who for group in WHO.values() for who in group} <= known
    assert {row["for"] for row in ROWS.values()} <= set(WHO)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_role_gets_what_the_table_says(
    method: str, doors: tuple[dict[str, Client], dict[str, Any]]
) -> None:
    clients, held = doors
    wrong = {}
    for each in addresses():
        address = address_of(each, held)
        row = ROWS[str(each.name)]
        for who, client in clients.items():
            if row["for"] == "signed-in" and who not in SAMPLE:
                continue
            found = answers(client, method, address)
            if found not in expected(row, who, method):
                wrong[str(each.name), who] = (found, expected(row, who, method))

    assert wrong == {}
