"""A company without a protocol, from the first question to everybody being asked to read."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.agreeing import operations as agreeing
from afspraak.web.editions import queries as editions
from afspraak.web.reading import operations as reading
from afspraak.web.reading.models import Asked
from web.conftest import NOW

FIRST_OF_NEXT_MONTH = "2026-12-01"
ANSWERS = {
    "organisation": {"name": "Fietsen Pol", "sector": "shop", "people": "12"},
    "people": {
        "manager-name": "Mo Pol",
        "manager-reach": "mo@fietsenpol.nl",
        "leaders": "Ria Pol",
    },
    "representation": {"body": "meeting"},
}


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    """Sets at what moment requests come in."""

    def at(now: dt.datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    at(NOW)
    return at


def go_on(client: Client, address: str, sent: dict[str, str]) -> str:
    """Sends a form that is taken, and says where it leads."""
    answer = client.post(address, sent)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def hash_on(client: Client, address: str) -> str:
    """The fingerprint of the text that a page lays before somebody."""
    page = client.get(address).content.decode()
    found = re.search(r'name="text_hash" value="([0-9a-f]{64})"', page)
    assert found, page
    return found[1]


def test_from_the_first_question_to_everybody_being_asked(
    client_of: Callable[..., Client], moment: Callable[[dt.datetime], None]
) -> None:
    editor = client_of(Role.EDITOR, name="Mo Pol")
    leader = client_of(Role.LEADER, name="Ria Pol")
    staff = client_of(Role.REPRESENTATION, name="Sem")
    client_of(name="Noor")

    for topic, answers in ANSWERS.items():  # the others have what is proposed
        go_on(editor, f"/interview/{topic}/", {**answers, "to": "next"})
    draft = go_on(editor, "/interview/make/", {})
    proposal = go_on(editor, f"{draft}offer/", {})
    go_on(editor, f"{proposal}offer/", {"text_hash": hash_on(editor, proposal)})
    go_on(editor, f"{proposal}ask/", {"body": "meeting", "request": "Graag instemming."})
    consent = {"answer": "consent", "on": NOW.date().isoformat(), "reference": "vergadering 1"}
    go_on(staff, f"{proposal}answer/", {"text_hash": hash_on(staff, proposal), **consent})
    planned = {"planned_on": FIRST_OF_NEXT_MONTH}
    go_on(leader, f"{proposal}decide/", {"text_hash": hash_on(leader, proposal), **planned})

    agreeing.move_due(now=NOW)
    reading.ask_due(now=NOW)
    assert editions.in_force(NOW) is None
    assert list(Asked.objects.values_list("person__name", flat=True)) == ["Ria Pol"]

    waits = re.search(
        r'name="edition" value="(\d+)"', leader.get("/read/confirm/").content.decode()
    )
    assert waits
    go_on(leader, "/read/confirm/", {"edition": waits[1]})
    later = NOW + dt.timedelta(days=10)
    moment(later)
    agreeing.move_due(now=later)
    reading.ask_due(now=later)

    held = editions.in_force(later)
    assert held
    assert editions.protocol_of(held).organisation.name == "Fietsen Pol"
    asked = Asked.objects.order_by("person__name").values_list("person__name", flat=True)
    assert list(asked) == ["Mo Pol", "Noor", "Ria Pol", "Sem"]
    assert "Fietsen Pol" in editor.get("/handbook/").content.decode()
