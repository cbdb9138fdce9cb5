"""Signing in: who comes in, who does not, and what an outsider can find out."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from afspraak.decisions.roles import Role
from afspraak.web.audit.models import Entry, Personal
from afspraak.web.people import operations
from afspraak.web.people.models import Person, SignIn

Somebody = Callable[..., Person]


@pytest.fixture(autouse=True)
def no_throttle(db: None) -> None:
    cache.clear()


def ask(client: Client, email: str) -> Any:
    return client.post(reverse("account_request_login_code"), {"email": email})


def code() -> str:
    found = re.search(r"^    (\S+)$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found
    return found[1]


def give(client: Client, value: str) -> Any:
    return client.post(reverse("account_confirm_login_code"), {"code": value})


def test_a_code_by_mail_lets_somebody_in(client: Client, somebody: Somebody) -> None:
    person = somebody(name="Lotte Visser")

    ask(client, "PERSOON1@bakkerijjansen.nl")
    answer = give(client, code())

    assert (answer.status_code, answer.url) == (302, "/")
    assert client.session["_auth_user_id"] == str(person.pk)
    assert [row.person_id for row in SignIn.objects.all()] == [person.pk]


def test_the_code_comes_in_the_language_of_its_receiver(client: Client, somebody: Somebody) -> None:
    somebody(name="Tom Baker", language="en")

    client.post(
        reverse("account_request_login_code"),
        {"email": "persoon1@bakkerijjansen.nl"},
        headers={"accept-language": "nl"},
    )

    assert mail.outbox[0].subject == f"{code()} is your code for Afspraak"
    assert str(mail.outbox[0].body).startswith("Hello Tom Baker,")


def test_a_wrong_code_lets_nobody_in_and_three_end_it(client: Client, somebody: Somebody) -> None:
    somebody()
    ask(client, "persoon1@bakkerijjansen.nl")
    right = code()

    answers = [give(client, "nietgoed").status_code for _ in range(3)]

    assert answers == [422, 422, 302]
    assert give(client, right).url == reverse("account_request_login_code")
    assert "_auth_user_id" not in client.session


def left(somebody: Somebody, now: Any) -> None:
    person = somebody()
    somebody(Role.ADMINISTRATOR)
    operations.leave(person=person, left=now.date(), now=now)


def test_an_outsider_cannot_tell_who_works_here(somebody: Somebody, now: Any) -> None:
    left(somebody, now)
    somebody()
    pages = []

    for email in (
        "persoon3@bakkerijjansen.nl",
        "niemand@bakkerijjansen.nl",
        "persoon1@bakkerijjansen.nl",
    ):
        client = Client()
        answer = ask(client, email)
        page = client.get(answer.url).content.decode().replace(email, "…")
        pages.append((answer.status_code, answer.url, re.sub(r'value="\w{64}"', "", page)))

    assert pages[0] == pages[1] == pages[2]
    assert [each.to for each in mail.outbox] == [["persoon3@bakkerijjansen.nl"]]


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("persoon1@bakkerijjansen.nl", "verkeerd wachtwoord"),
        ("niemand@bakkerijjansen.nl", "een lang wachtwoord"),
    ],
)
def test_a_password_and_address_that_do_not_go_together(
    client: Client, somebody: Somebody, email: str, password: str
) -> None:
    person = somebody()
    person.set_password("een lang wachtwoord")
    person.save()

    answer = client.post(reverse("account_login"), {"login": email, "password": password})

    assert answer.status_code == 422
    assert "_auth_user_id" not in client.session


def test_a_password_lets_somebody_in(client: Client, somebody: Somebody) -> None:
    person = somebody()
    person.set_password("een lang wachtwoord")
    person.save()

    answer = client.post(
        reverse("account_login"),
        {"login": "persoon1@bakkerijjansen.nl", "password": "een lang wachtwoord"},
    )

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_an_old_address_lets_nobody_in(client: Client, somebody: Somebody, now: Any) -> None:
    person = somebody()
    ask(client, "persoon1@bakkerijjansen.nl")
    give(client, code())
    operations.change_person(person=person, values={"email": "nieuw@bakkerijjansen.nl"}, now=now)
    mail.outbox.clear()

    ask(Client(), "persoon1@bakkerijjansen.nl")

    assert mail.outbox == []


def test_too_many_codes_ask_for_patience_and_are_logged_once(
    client: Client, somebody: Somebody
) -> None:
    somebody()

    answers = [ask(Client(), "persoon1@bakkerijjansen.nl") for _ in range(5)]

    assert [each.status_code for each in answers] == [302, 302, 302, 422, 422]
    assert "Wacht vijf minuten" in answers[3].content.decode()
    entries = Entry.objects.filter(action="people.sign-in-failed")
    assert [(each.facts, "persoon1" in str(each.facts)) for each in entries] == [
        ({"way": "code"}, False)
    ]
    assert Personal.objects.get(entry=entries[0]).facts == {"address": "persoon1@bakkerijjansen.nl"}


def test_too_many_wrong_passwords_are_refused_and_logged_once(somebody: Somebody) -> None:
    person = somebody()
    person.set_password("een lang wachtwoord")
    person.save()
    given = {"login": "persoon1@bakkerijjansen.nl", "password": "verkeerd"}

    for _ in range(7):
        Client().post(reverse("account_login"), given)
    answer = Client().post(reverse("account_login"), {**given, "password": "een lang wachtwoord"})

    assert answer.status_code == 422
    assert "Wacht vijf minuten" in answer.content.decode()
    assert Entry.objects.filter(action="people.sign-in-failed").count() == 1


def test_who_tries_many_addresses_pushes_out_no_count(db: None) -> None:
    cache.set("of-somebody", [1.0], 300)

    for number in range(400):
        cache.set(f"another-{number}", [1.0], 300)

    assert cache.get("of-somebody") == [1.0]


def test_behind_a_proxy_only_what_the_proxy_says_counts(
    organisation: object, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    given = {"login": "persoon1@bakkerijjansen.nl", "password": "verkeerd"}
    said_by_the_proxy = ("8.8.8.8", "1.1.1.1, 8.8.8.8", "9.9.9.9")

    answers = [
        Client(headers={"x-forwarded-for": each}).post(reverse("account_login"), given)
        for each in said_by_the_proxy
    ]

    assert [each.status_code for each in answers] == [422, 429, 422]


def test_too_many_from_one_place_get_a_page_that_says_how_long(
    organisation: object, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    given = {"login": "persoon1@bakkerijjansen.nl", "password": "verkeerd"}

    answers = [Client().post(reverse("account_login"), given) for _ in range(2)]

    assert [each.status_code for each in answers] == [422, 429]
    assert answers[1].headers["Retry-After"] == "300"
    assert "Wacht 5 minuten" in answers[1].content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "signup/",
        "email/",
        "confirm-email/",
        "confirm-email/abc/",
        "password/reset/",
        "password/reset/key/1-abc/",
        "3rdparty/",
        "3rdparty/signup/",
        "social/signup/",
        "2fa/",
        "2fa/totp/activate/",
        "signup/passkey/",
        "sessions/",
        "sso/start/",
    ],
)
def test_what_is_not_used_is_not_there(client_of: Callable[..., Client], address: str) -> None:
    assert Client().get(f"/sign-in/{address}").status_code == 404
    assert client_of().get(f"/sign-in/{address}").status_code == 404


def test_signing_out_clears_what_the_browser_keeps(client_of: Callable[..., Client]) -> None:
    client = client_of()

    answer = client.post(reverse("account_logout"))

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/profile/").status_code == 302


def test_the_invitation_link_fills_in_the_address(client: Client, organisation: object) -> None:
    page = client.get("/sign-in/login/?email=lotte%40bakkerijjansen.nl").content.decode()

    assert 'value="lotte@bakkerijjansen.nl"' in page


def test_the_words_on_the_way_in_are_ours_in_dutch(client: Client, organisation: object) -> None:
    page = client.get("/sign-in/login/", headers={"Accept-Language": "nl"})

    assert "Inloggen met je passkey" in page.content.decode()


def test_before_the_first_owner_the_page_says_where_the_link_is(
    client: Client, organisation: object, now: dt.datetime
) -> None:
    says = "Open de link die het programma in de terminal of het logbestand schreef."

    new = client.get("/sign-in/login/").content.decode()
    operations.add_person(name="Jan Jansen", email="jan@bakkerijjansen.nl", now=now)
    old = client.get("/sign-in/login/").content.decode()

    assert (says in new, says in old) == (True, False)
    assert "Stuur me een code" not in new
