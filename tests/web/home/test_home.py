import datetime as dt
from collections.abc import Callable
from typing import cast

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from afspraak.decisions.roles import Role
from afspraak.web.home import views
from afspraak.web.organisation.models import Organisation
from afspraak.web.people.http import Request
from afspraak.web.people.models import Person


def test_home_greets_who_is_signed_in(client_of: Callable[..., Client]) -> None:
    client = client_of(Role.EDITOR, name="Henk")

    page = client.get("/")

    assert page.status_code == 200
    assert "Henk" in page.content.decode()


def test_home_asks_a_stranger_to_sign_in(client: Client, db: None) -> None:
    answer = client.get("/")

    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/login/?next=/")


@pytest.mark.parametrize(
    ("timezone", "day"), [("Pacific/Auckland", "24 november"), ("Europe/Amsterdam", "23 november")]
)
def test_home_is_dated_where_the_organisation_is(
    organisation: Organisation, somebody: Callable[..., Person], timezone: str, day: str
) -> None:
    Organisation.objects.update(timezone=timezone)
    request = RequestFactory().get("/")
    request.user = somebody()
    request.now = dt.datetime(2026, 11, 23, 20, 0, tzinfo=dt.UTC)  # type: ignore[attr-defined]  # as the middleware does

    answer = cast("HttpResponse", views.today(cast("Request", request)))

    assert day in answer.content.decode()


def test_who_may_is_asked_for_the_first_protocol(client_of: Callable[..., Client]) -> None:
    editor = client_of(Role.EDITOR, language="en").get("/").content.decode()
    employee = client_of(language="en").get("/").content.decode()

    assert "<h1>Make your protocol</h1>" in editor
    assert "<h1>Nothing is asked of you today" in employee
