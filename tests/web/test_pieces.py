"""Pieces of pages that are made once: never one person's for another, and never out of date."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.core.cache import caches
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.editions import operations as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from web.conftest import NOW, PROTOCOL

ClientOf = Callable[..., Client]
PAGES = (
    "/",
    "/handbook/editions/",
    "/check/",
    "/transparency/",
    "/reading/overview/",
    "/editions/",
)
OWNER = re.compile(r'data-owner="(\w+)"')


def shown(client: Client, address: str) -> str:
    """A page without what is new in it each time."""
    page = client.get(address).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|<time .*?</time>', "", page)


def menu(client: Client) -> list[str]:
    """Every address in the menus of the first page."""
    top = shown(client, "/").partition("</header>")[0]
    return re.findall(r'<a href="([^"]+)"', top)


def test_a_menu_that_was_made_for_one_is_not_for_another(
    edition: EditionRow, client_of: ClientOf
) -> None:
    for _ in range(2):
        administrator = menu(client_of(Role.ADMINISTRATOR))
        employee = menu(client_of())

        assert "/setup/" in administrator
        assert set(employee) == set(administrator) - {"/people/", "/setup/"}


def test_the_form_of_the_check_knows_whose_it_is(edition: EditionRow, client_of: ClientOf) -> None:
    pages = [shown(client_of(), "/check/") for _ in range(2)]
    owners = [OWNER.findall(page) for page in pages]

    assert len({owner for [owner] in owners}) == 2
    assert OWNER.sub("", pages[0]) == OWNER.sub("", pages[1])


def test_the_check_shows_the_clauses_and_the_name_of_now(
    edition: EditionRow, client_of: ClientOf
) -> None:
    client = client_of()
    before = shown(client, "/check/")
    later = PROTOCOL.replace(b'number: "2026.2"', b'number: "2026.3"', 1).replace(
        b"Overal, maar", b"Overal hier, maar"
    )
    editions.add_edition(source=later, now=NOW, in_force_from=NOW - dt.timedelta(minutes=1))
    Organisation.objects.update(name="Bakkerij De Vries")
    after = shown(client, "/check/")

    assert ["Bakkerij Jansen spreekt." in page for page in (before, after)] == [True, False]
    assert ["Bakkerij De Vries spreekt." in page for page in (before, after)] == [False, True]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("address", PAGES)
def test_a_piece_from_before_is_what_would_be_made_now(
    address: str, lang: str, edition: EditionRow, client_of: ClientOf
) -> None:
    client = client_of(*set(Role) - {Role.EMPLOYEE}, language=lang)
    other = client_of(*set(Role) - {Role.EMPLOYEE}, language="en" if lang == "nl" else "nl")
    pieces = caches["template_fragments"]._cache  # type: ignore[attr-defined]
    other.get(address)
    shown(client, address)
    kept = len(pieces)
    again = shown(client, address)
    still_kept = len(pieces)
    caches["template_fragments"].clear()

    assert 0 < kept == still_kept
    assert shown(client, address) == again
