"""What every page asks of the database, for who sees most of it."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from afspraak.decisions.roles import Role
from afspraak.web.editions.queries import EditionRow

MOST = 12
# Each feature that may keep something about somebody is asked once, or says once what is on.
MORE = {"mydata": 20, "transparency": 13}
ROWS = tomllib.loads(Path(__file__).with_name("access.toml").read_text("utf-8"))["address"]


def addresses() -> dict[str, str]:
    """Every page that needs nothing in its address, by name."""
    found: dict[str, str] = {}
    for name, row in ROWS.items():
        if row.get("get") == 200:
            try:
                found[name] = reverse(name)
            except NoReverseMatch:
                continue
    return found


@pytest.fixture
def owner(client_of: Callable[..., Client]) -> Client:
    """Somebody in every role, so that every page shows all it has."""
    return client_of(*set(Role) - {Role.EMPLOYEE})


def asked(client: Client, address: str) -> int:
    """How many queries a page takes, savepoints aside, once the process has read what it keeps."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return sum("SAVEPOINT" not in each["sql"] for each in captured.captured_queries)


def test_no_page_asks_more_than_twelve_things(edition: EditionRow, owner: Client) -> None:
    pages = addresses()
    counts = {name: asked(owner, address) for name, address in pages.items()}

    assert len(pages) > 30
    assert {name: count for name, count in counts.items() if count > MORE.get(name, MOST)} == {}


def test_no_page_asks_more_for_more_people(
    edition: EditionRow, owner: Client, somebody: Callable[..., Any]
) -> None:
    lists = {name: address for name, address in addresses().items() if "download" not in name}
    somebody(Role.LEADER)
    one = {name: asked(owner, address) for name, address in lists.items()}
    for _ in range(2):
        somebody(Role.LEADER)

    assert {name: asked(owner, address) for name, address in lists.items()} == one
