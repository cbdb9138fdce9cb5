"""The promises that the web application can break, and that each is held by tests."""

import datetime as dt
import json
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.test import Client, RequestFactory

from afspraak import __version__
from afspraak.decisions.roles import Capability, Role
from afspraak.diagnostics import LANGUAGES
from afspraak.web.contributions import Checked
from afspraak.web.editions import operations as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.transparency import live, promises, wording
from afspraak.web.worker import jobs

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))  # tools are no part of the package

from tools import make_promises  # noqa: E402

ADDRESSES = ("/", "/handbook/", "/check/", "/transparency/", "/my-data/", "/log/", "/deletions/")


def checked(now: dt.datetime) -> dict[tuple[int, str], bool | None]:
    request = RequestFactory().get("/transparency/")
    return {(each.promise, each.key): each.ok for each in live.checks(now, request)}


@pytest.mark.promise(1, 3, 4, 5)
def test_no_field_in_the_database_is_for_what_we_never_keep(db: None, now: dt.datetime) -> None:
    assert {key: ok for key, ok in checked(now).items() if key[1] == "tables"} == dict.fromkeys(
        [(1, "tables"), (3, "tables"), (4, "tables"), (5, "tables")], True
    )


@pytest.mark.parametrize(
    ("promise", "column"),
    [(1, "linkedin_handle"), (3, "score"), (4, "mood"), (5, "warning")],
)
def test_such_a_field_would_be_seen(
    promise: int, column: str, db: None, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "_columns", lambda: iter([("people_person", column)]))

    found = {key: ok for key, ok in checked(now).items() if key[1] == "tables"}

    assert [key for key, ok in found.items() if not ok] == [(promise, "tables")]


@pytest.mark.promise(1)
def test_no_model_of_ours_joins_a_person_to_an_account_elsewhere() -> None:
    fields = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("afspraak.")
        for field in model._meta.get_fields()
        if isinstance(field, models.Field)
        and re.search(r"handle|social|follow|screen_?name|network", field.name)
    ]

    assert fields == []


@pytest.mark.promise(2)
def test_no_view_of_the_check_takes_a_text(edition: EditionRow, client_of: Any) -> None:
    client = client_of()

    for address in ("/check/", "/account/"):
        assert client.post(address, {"text": "kanariegeel"}).status_code == 405
        policy = client.get(address).headers["Content-Security-Policy"]
        assert "connect-src 'none'" in policy
        assert "form-action 'none'" in policy


@pytest.mark.promise(2)
def test_a_page_that_could_send_would_be_seen(
    edition: EditionRow, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "_policy_of", lambda *_: "default-src 'none'; connect-src 'self'")

    assert checked(now)[2, "policy"] is False


@pytest.mark.promise(6)
def test_what_is_everybodys_right_gives_only_an_explanation(
    edition: EditionRow, now: dt.datetime
) -> None:
    assert checked(now)[6, "pack"] is True


@pytest.mark.promise(6)
@pytest.mark.parametrize("file", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda f: f.stem)
def test_every_example_protocol_leaves_rights_alone(
    file: Path, organisation: object, now: dt.datetime
) -> None:
    if b"afspraak: 1" not in file.read_bytes():
        return
    early = now - dt.timedelta(days=30)
    editions.add_edition(source=file.read_bytes(), now=now, in_force_from=early)

    assert checked(now)[6, "pack"] is True


@pytest.mark.promise(7)
def test_pages_and_periodic_work_open_no_connection(
    edition: EditionRow,
    now: dt.datetime,
    client_of: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = client_of(Role.PRIVACY_OFFICER, Role.EDITOR, Role.ADMINISTRATOR)
    client.get("/")  # the database is connected from here on

    def refuse(*given: object, **more: object) -> None:
        raise AssertionError(f"a connection was opened: {given}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for address in ADDRESSES:
        assert client.get(address).status_code == 200, address
    for job in jobs.declared():
        job.work(now)
    with pytest.raises(AssertionError, match="was opened"):
        socket.create_connection(("example.com", 80))


@pytest.mark.promise(7)
def test_nothing_goes_out_by_default(db: None, now: dt.datetime) -> None:
    assert live.outbound() == []
    assert checked(now)[7, "outbound"] is True


def test_every_promise_and_capability_is_said_in_both_languages() -> None:
    assert [each.number for each in promises.PROMISES] == list(range(1, 9))
    for each in promises.PROMISES:
        assert set(each.short) == set(each.says) == set(LANGUAGES)
    assert set(wording.CAPABILITIES) == set(Capability)


def test_every_promise_is_held_by_a_test_and_the_file_names_those_that_there_are() -> None:
    marked = make_promises.marked(ROOT / "tests")
    held = json.loads(make_promises.TARGET.read_text("utf-8"))

    assert sorted(marked) == list(range(1, 9))
    assert {int(number): each["tests"] for number, each in held["promises"].items()} == marked
    assert all(each["passed"] >= len(each["tests"]) for each in held["promises"].values())
    assert held["version"] == __version__
    results = promises.results()
    assert results is not None
    assert sorted(results.promises) == sorted(marked)


def test_unknown_is_shown_as_unknown(
    edition: EditionRow, client_of: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("afspraak.web.transparency.queries.results", lambda: None)
    monkeypatch.setattr(live, "_policy_of", lambda *_: None)

    page = client_of(language="en").get("/transparency/").content.decode()

    assert page.count("This release carries no result of a test") == 8
    assert "The page Check could not be asked for." in page
    assert page.count('class="promise unknown"') == 8


def test_a_check_that_fails_is_shown_as_failing(
    edition: EditionRow,
    now: dt.datetime,
    client_of: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = Checked(4, "tables", {"nl": "Mis.", "en": "Wrong."}, ok=False, at=now)
    monkeypatch.setattr(live, "checks", lambda *_: [broken])

    page = client_of(language="en").get("/transparency/").content.decode()

    assert page.count('class="promise broken"') == 1
    assert '<li class="no"><span class="visually-hidden">Does not hold:</span> Wrong.' in page
