"""Single sign-on, with a real OpenID Connect server in its own process."""

import dataclasses
import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.audit.models import Entry
from afspraak.web.people import groups, operations
from afspraak.web.people.models import Granted, Person

Somebody = Callable[..., Person]
LOTTE = "persoon1@bakkerijjansen.nl"


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the answer is where the server sends the browser."""

    def redirect_request(self, *_: Any) -> None:
        return None


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that lets anybody in as anybody."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{url}/.well-known/openid-configuration", timeout=5).close()
            break
        except OSError:
            time.sleep(0.1)
    yield url
    process.terminate()
    process.wait(timeout=10)


@pytest.fixture
def sign_in(server: str, settings: Any, organisation: object) -> Callable[..., Any]:
    """Signs in at the server with these claims, and gives our answer."""
    cache.clear()
    settings.CONFIG = dataclasses.replace(
        settings.CONFIG,
        sign_in=("code", "oidc"),
        oidc_issuer=server,
        oidc_groups=("hr=editor", "it=administrator", "chefs=leader"),
    )
    app = {
        "provider_id": "sso",
        "name": "Bakkerij-account",
        "client_id": "afspraak",
        "secret": "geheim",
        "settings": {"server_url": server},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }

    def go(client: Client, **claims: Any) -> Any:
        said = {"email_verified": True} | claims
        told = urllib.request.Request(
            f"{server}/users/lotte-sub",
            data=json.dumps({key: value for key, value in said.items() if value != ""}).encode(),
            headers={"Content-Type": "application/json"},
            method="PUT",
        )
        urllib.request.urlopen(told, timeout=10).close()
        start = client.get("/sign-in/sso/start/")
        asked = parse_qs(urlsplit(start.headers["Location"]).query)
        assert asked["code_challenge_method"] == ["S256"]
        answer = urllib.request.build_opener(Stay).open  # a browser that says who it is
        try:
            answer(
                start.headers["Location"],
                data=urlencode({"sub": "lotte-sub"}).encode(),
                timeout=10,
            )
        except urllib.error.HTTPError as redirect:
            back = urlsplit(redirect.headers["Location"])
        return client.get(f"{back.path}?{back.query}")

    return go


def test_who_works_here_comes_in_and_nothing_of_the_claims_is_kept(
    sign_in: Callable[..., Any], somebody: Somebody, client: Client
) -> None:
    person = somebody(name="Lotte Visser")

    answer = sign_in(client, email=LOTTE.upper(), name="Iemand Anders", groups=["chefs"])

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(person.pk)
    person.refresh_from_db()
    assert (person.name, person.email) == ("Lotte Visser", LOTTE)
    assert list(SocialAccount.objects.filter(user=person).values_list("uid", "extra_data")) == [
        ("lotte-sub", {})
    ]


def test_she_comes_in_again_by_her_account_there(
    sign_in: Callable[..., Any], somebody: Somebody
) -> None:
    somebody()
    sign_in(Client(), email=LOTTE)
    client = Client()

    answer = sign_in(client, email="nieuwe.naam@bakkerijjansen.nl")

    assert answer.headers["Location"] == "/"
    assert SocialAccount.objects.get().extra_data == {}


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "niemand@bakkerijjansen.nl"},
        {},
    ],
)
def test_who_is_not_known_is_told_so_and_not_added(
    sign_in: Callable[..., Any], somebody: Somebody, client: Client, claims: dict[str, Any]
) -> None:
    somebody()

    answer = sign_in(client, **claims)

    assert answer.status_code == 403
    assert "We kennen je hier niet" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert Person.objects.count() == 1


NOT_SAID = ""
"""A claim that the server leaves out."""


@pytest.mark.parametrize(
    "case",
    [
        (True, False, True),
        ("true", False, True),
        (NOT_SAID, False, False),
        (NOT_SAID, True, True),
        (False, False, False),
        (False, True, False),
        ("false", True, False),
    ],
)
def test_an_address_counts_when_the_server_says_it_was_checked_or_is_trusted_for_it(
    sign_in: Callable[..., Any],
    somebody: Somebody,
    settings: Any,
    case: tuple[object, bool, bool],
) -> None:
    said, is_trusted, comes_in = case
    somebody()
    client = Client()
    settings.CONFIG = dataclasses.replace(settings.CONFIG, oidc_trust_email=is_trusted)

    answer = sign_in(client, email=LOTTE, email_verified=said)

    assert ("_auth_user_id" in client.session) is comes_in
    assert answer.status_code == (302 if comes_in else 403)
    assert ("niet zeker dat jij het bent" in answer.content.decode()) is not comes_in
    assert SocialAccount.objects.count() == comes_in


def test_who_came_in_before_is_known_without_an_address(
    sign_in: Callable[..., Any], somebody: Somebody
) -> None:
    somebody()
    sign_in(Client(), email=LOTTE)
    client = Client()

    sign_in(client, email=LOTTE, email_verified=NOT_SAID)

    assert "_auth_user_id" in client.session


def test_who_left_does_not_come_in(
    sign_in: Callable[..., Any], somebody: Somebody, client: Client, now: Any
) -> None:
    operations.leave(person=somebody(), left=now.date(), now=now)

    answer = sign_in(client, email=LOTTE, groups=["hr"])

    assert answer.headers["Location"] == "/sign-in/inactive/"
    assert "_auth_user_id" not in client.session
    assert not Granted.objects.exists()


def test_groups_give_roles_and_take_them_back_but_never_those_given_by_hand(
    sign_in: Callable[..., Any], somebody: Somebody
) -> None:
    person = somebody(Role.EDITOR, name="Lotte Visser")
    somebody(Role.ADMINISTRATOR, Role.EDITOR)

    sign_in(Client(), email=LOTTE, groups=["hr", "it", "chefs", "anders"])
    with_groups = {row.role: row.by_group for row in Granted.objects.filter(person=person)}
    sign_in(Client(), email=LOTTE, groups=["chefs"])
    without = {row.role: row.by_group for row in Granted.objects.filter(person=person)}

    assert with_groups == {"editor": False, "administrator": True, "leader": True}
    assert without == {"editor": False, "leader": True}
    assert Entry.objects.filter(action="people.role-revoked").count() == 1


def test_the_last_administrator_stays_even_without_the_group(
    somebody: Somebody, settings: Any, now: Any
) -> None:
    settings.CONFIG = dataclasses.replace(settings.CONFIG, oidc_groups=("it=administrator",))
    person = somebody()
    groups.follow(person=person, claims={"groups": ["it"]}, now=now)

    groups.follow(person=person, claims={"groups": []}, now=now)

    assert person.roles == {Role.EMPLOYEE, Role.ADMINISTRATOR}


def test_a_server_that_does_not_answer_is_said_kindly(
    sign_in: Callable[..., Any], somebody: Somebody, client: Client
) -> None:
    somebody()

    answer = client.get("/sign-in/sso/callback/?error=server_error&state=onbekend")

    assert "gaf geen bruikbaar antwoord" in answer.content.decode()


def test_the_button_is_there_only_with_single_sign_on(
    sign_in: Callable[..., Any], settings: Any, client: Client
) -> None:
    with_it = client.get("/sign-in/login/").content.decode()
    assert re.search(r'href="/sign-in/sso/start/"[^>]*>Inloggen met Bakkerij-account', with_it)

    settings.CONFIG = dataclasses.replace(settings.CONFIG, sign_in=("code",))

    assert client.get("/sign-in/sso/start/").status_code == 404
