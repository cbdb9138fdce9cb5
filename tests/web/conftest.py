"""What the web tests stand on: a moment, the bakery, and somebody in every role."""

import datetime as dt
import os
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.audit import anchors
from afspraak.web.editions import operations as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from afspraak.web.people import operations as people
from afspraak.web.people.models import Person
from web.browsing import browser, site, visitor

__all__ = ["browser", "site", "visitor"]

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)  # a Monday
PROTOCOL = files("afspraak.web.demo").joinpath("protocol.yaml").read_bytes()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On another database only what depends on it is run: a demo brings its own."""
    if os.environ.get("AFSPRAAK_TEST_DATABASE"):
        kept = [item for item in items if "site" not in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture(autouse=True)
def _no_anchors_of_before() -> None:
    """Each test has a log of its own, so what another noted of its log must be gone."""
    (settings.CONFIG.data / anchors.NAME).unlink(missing_ok=True)


@pytest.fixture
def now() -> dt.datetime:
    """The moment at which everything in a test happens."""
    return NOW


@pytest.fixture
def organisation(db: None) -> Organisation:
    """The bakery, set up."""
    return Organisation.objects.create(
        pk=1, name="Bakkerij Jansen", languages=["nl", "en"], set_up_at=NOW
    )


@pytest.fixture
def edition(organisation: Organisation) -> EditionRow:
    """The bakery's protocol, in force."""
    return editions.add_edition(source=PROTOCOL, now=NOW)


@pytest.fixture
def somebody(organisation: Organisation) -> Callable[..., Person]:
    """Adds a person with the roles given: `somebody(Role.EDITOR)`."""

    def add(*roles: Role, name: str = "", **more: Any) -> Person:
        number = Person.objects.count() + 1
        return people.add_person(
            name=name or f"Persoon {number}",
            email=f"persoon{number}@bakkerijjansen.nl",
            roles=roles,
            now=NOW,
            **more,
        )

    return add


@pytest.fixture
def client_of(somebody: Callable[..., Person]) -> Callable[..., Client]:
    """A browser in which somebody with these roles is signed in; `client.person` is who."""

    def open_browser(*roles: Role, **more: Any) -> Client:
        client = Client()
        client.person = somebody(*roles, **more)  # type: ignore[attr-defined]  # for tests to use
        client.force_login(
            client.person,  # type: ignore[attr-defined]
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        return client

    return open_browser
