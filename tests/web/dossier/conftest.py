"""What the tests of the dossier stand on: a proposal of the bakery, and posts of its channels."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings

from afspraak.decisions.roles import Role
from afspraak.web.agreeing import operations as agreeing
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.models import Person
from web.dossier import proposals

CSV = (
    b"text,at\n"
    b'"Morgen komt de nieuwe prijslijst!",2026-10-01T09:00\n'
    b'"Vers brood, elke dag.",2026-10-02T09:00\n'
    b'"Bel 06-12345678 voor de nieuwe prijslijst van @klantje.",2026-10-03T09:00\n'
    b'"Project Zonnebloem en de nieuwe prijslijst.",2026-10-04T09:00\n'
)


@pytest.fixture
def csv() -> bytes:
    """Four posts; in three the proposal finds something new, one of those holds a secret."""
    return CSV


@pytest.fixture
def proceeding(edition: EditionRow, somebody: Callable[..., Person], now: dt.datetime) -> uuid.UUID:
    """A proposal that is offered."""
    actor = somebody(Role.EDITOR, name="Henk")
    return agreeing.offer(source=proposals.changed(), now=now, actor=actor.pk)


@pytest.fixture(autouse=True)
def _no_posts_of_before() -> Iterator[None]:
    """Each test has a folder of offered posts of its own."""
    folder = settings.CONFIG.data / "trials"
    for path in folder.glob("*"):
        path.unlink()
    yield
    for path in folder.glob("*"):
        path.unlink()
