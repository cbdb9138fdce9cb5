import datetime as dt
import re
import smtplib
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from afspraak.decisions.roles import Role
from afspraak.web.editions.models import Edition
from afspraak.web.organisation import queries as organisations
from afspraak.web.setup import trial
from web.conftest import PROTOCOL

CHOICES = {"name": "Bakkerij", "timezone": "Europe/Brussels", "languages": ["nl"], "accent": ""}


def test_what_the_organisation_chose_is_kept(client_of: Callable[..., Client]) -> None:
    client = client_of(Role.ADMINISTRATOR)

    answer = client.post("/setup/organisation/", {**CHOICES, "accent": "7A3E00"})

    chosen = organisations.chosen()
    assert answer.status_code == 302
    assert (chosen.name, chosen.timezone) == ("Bakkerij", "Europe/Brussels")
    assert (chosen.languages, chosen.accent) == (("nl",), "#7a3e00")


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"timezone": "Mars/Phobos"}, {"languages": []}, {"accent": "#ffaa00"}],
)
def test_a_choice_that_cannot_be_comes_back_with_the_form(
    client_of: Callable[..., Client], wrong: dict[str, object]
) -> None:
    client = client_of(Role.ADMINISTRATOR)
    before = organisations.chosen()

    answer = client.post("/setup/organisation/", {**CHOICES, **wrong})

    assert (answer.status_code, organisations.chosen()) == (422, before)


def take_over(client: Client, content: bytes, starts: str = "own", **more: str) -> object:
    """Sends the form that takes over what was agreed on paper."""
    said = {
        "file": SimpleUploadedFile("protocol.yaml", content),
        "starts": starts,
        "on": "2026-10-08",
        "reference": "OR-2026-14",
        "reason": "De ondernemingsraad stemde in met de papieren versie.",
    }
    return client.post("/agreeing/take-over/", said | more)


def test_what_was_agreed_on_paper_comes_into_force(client_of: Callable[..., Client]) -> None:
    client = client_of(Role.EDITOR)
    before = client.get("/setup/protocol/").content.decode()

    answer = take_over(client, PROTOCOL, "today")

    page = client.get("/setup/protocol/").content.decode()
    assert "/agreeing/take-over/" in before
    assert answer.status_code == 302  # type: ignore[attr-defined]
    assert Edition.objects.count() == 1
    assert Edition.objects.get().number in page
    assert "/agreeing/take-over/" not in page


@pytest.mark.parametrize("missing", ["on", "reference", "reason"])
def test_nothing_is_taken_over_without_saying_what_was_agreed(
    client_of: Callable[..., Client], missing: str
) -> None:
    answer = take_over(client_of(Role.EDITOR), PROTOCOL, "today", **{missing: ""})

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert not Edition.objects.exists()


def test_every_problem_of_a_file_is_shown_with_its_place(client_of: Callable[..., Client]) -> None:
    client = client_of(Role.EDITOR, language="en")

    answer = take_over(client, PROTOCOL.replace(b"kind: ", b"kind: x"))

    page = answer.content.decode()  # type: ignore[attr-defined]
    assert answer.status_code == 422  # type: ignore[attr-defined]
    # What is wrong in several places stands there once, with its lines.
    lines = [number for number, line in enumerate(PROTOCOL.splitlines(), 1) if b"kind: " in line]
    assert page.count("P046") >= 1
    assert [number for number in lines if not re.search(rf"\b{number}\b", page)] == []
    assert not Edition.objects.exists()


def test_a_protocol_is_not_for_who_only_runs_the_machine(client_of: Callable[..., Client]) -> None:
    answer = take_over(client_of(Role.ADMINISTRATOR), PROTOCOL)

    assert answer.status_code == 403  # type: ignore[attr-defined]
    assert not Edition.objects.exists()


def test_a_test_mail_is_sent_at_once(
    client_of: Callable[..., Client], mailoutbox: list[object]
) -> None:
    client = client_of(Role.ADMINISTRATOR)

    answer = client.post("/setup/mail/test/", {"email": "jan@example.com"})

    assert (answer.status_code, len(mailoutbox)) == (302, 1)
    assert mailoutbox[0].to == ["jan@example.com"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("error", "way_out"),
    [
        (smtplib.SMTPAuthenticationError(535, b""), "Check them in AFSPRAAK_MAIL."),
        (ConnectionRefusedError(), "Check the port in AFSPRAAK_MAIL"),
        (TimeoutError(), "Check host and port"),
        (OSError(), "Check host and port in AFSPRAAK_MAIL"),
    ],
)
def test_a_mail_server_that_refuses_is_explained(error: Exception, way_out: str) -> None:
    assert trial._explained(error)[1]["en"].startswith(way_out)


def test_the_machine_takes_few_queries(
    client_of: Callable[..., Client],
    django_assert_max_num_queries: DjangoAssertNumQueries,
    now: dt.datetime,
) -> None:
    client = client_of(Role.ADMINISTRATOR)

    with django_assert_max_num_queries(15):
        assert client.get("/setup/").status_code == 200
