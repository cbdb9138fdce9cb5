from collections.abc import Callable

import pytest
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.engine import kinds, networks
from afspraak.protocol import loader
from afspraak.web.contributions import Switch
from afspraak.web.editions import contributes, operations, outside
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from web.conftest import NOW, PROTOCOL

PATHS = ("/public/", "/public/nl/", "/public/en/")
PEOPLE = ("Sanne de Wit", "Ali Kaya", "Fatma Yildiz", "social@", "pers@", "fatma@", "030 123 45 67")


def show(*, on: bool = True, may_be_found: bool = False) -> None:
    operations.show_outside(on=on, may_be_found=may_be_found, now=NOW, actor=None)


@pytest.mark.parametrize("path", PATHS)
def test_the_public_handbook_is_only_there_when_it_is_switched_on(
    edition: EditionRow, client: Client, path: str
) -> None:
    assert client.get(path).status_code == 404
    show()
    assert client.get(path).status_code == 200
    show(on=False)
    assert client.get(path).status_code == 404


def test_there_is_nothing_public_before_an_edition_is_in_force(
    organisation: Organisation, client: Client
) -> None:
    show()

    assert client.get("/public/").status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_nobody_is_named_outside(edition: EditionRow, client: Client, path: str) -> None:
    show()
    page = client.get(path).content.decode()

    book = page.split("<main", 1)[1]
    protocol = loader.load(PROTOCOL, kinds=kinds.options_of_kinds(), networks=networks.names())
    in_texts = {
        name
        for clause in protocol.clauses
        for words in (clause.text, *clause.may, *clause.may_not)
        for name in PEOPLE
        if name in " ".join(words.values())
    }
    assert [name for name in PEOPLE if name in book] == sorted(in_texts, key=PEOPLE.index)
    assert 'class="sign-off"' not in page


def test_a_way_to_reach_somebody_stays_when_the_protocol_says_it_is_published() -> None:
    published = PROTOCOL.replace(
        b"contacts: [info@bakkerijjansen.nl", b"contacts: [social@bakkerijjansen.nl", 1
    )
    protocol = loader.load(published, kinds=kinds.options_of_kinds(), networks=networks.names())

    people = outside.without_names(protocol, "nl").people

    assert (people.manager.name, people.manager.reach) == (
        "Social media manager",
        "social@bakkerijjansen.nl",
    )
    assert people.press
    assert (people.press.name, people.press.reach) == ("Pers", None)
    assert (people.second_reader, people.leaders) == (None, ())


def test_the_public_page_may_be_kept_for_a_while_and_sets_nothing(
    edition: EditionRow, client: Client
) -> None:
    show()
    answer = client.get("/public/nl/")

    assert answer["Cache-Control"] == "public, max-age=300"
    assert not answer.cookies
    assert client.get("/public/")["Cache-Control"] == "private, max-age=300"


def test_search_engines_only_find_what_they_may(edition: EditionRow, client: Client) -> None:
    show()
    hidden = client.get("/public/nl/")
    assert hidden["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in hidden.content.decode()

    show(may_be_found=True)
    open_to_all = client.get("/public/nl/")
    assert "X-Robots-Tag" not in open_to_all
    assert "noindex" not in open_to_all.content.decode()


def test_each_language_has_an_address(edition: EditionRow, client: Client) -> None:
    show()

    assert "Eerst jouw rechten" in client.get("/public/nl/").content.decode()
    english = client.get("/public/en/", headers={"Accept-Language": "nl"}).content.decode()
    assert "Your rights first" in english
    assert '<html lang="en">' in english
    assert "Names of people have been left out." in english


def test_the_transparency_page_hears_of_it(edition: EditionRow) -> None:
    def told() -> list[tuple[str, bool]]:
        return [(each.key, each.on) for each in contributes.switches() if isinstance(each, Switch)]

    assert told() == [("editions.public", False), ("editions.may-be-found", False)]
    show(may_be_found=True)
    assert told() == [("editions.public", True), ("editions.may-be-found", True)]
    show(on=False, may_be_found=True)
    assert told() == [("editions.public", False), ("editions.may-be-found", False)]


def test_only_the_editor_switches_it(
    edition: EditionRow, client_of: Callable[..., Client], client: Client
) -> None:
    for role in set(Role) - {Role.EDITOR}:
        refused = client_of(role).post("/editions/public/", {"on": "on"})
        assert (role, refused.status_code) == (role, 403)
    assert client.get("/public/").status_code == 404

    answer = client_of(Role.EDITOR).post("/editions/public/", {"on": "on"})

    assert (answer.status_code, answer["Location"]) == (302, "/editions/")
    assert client.get("/public/").status_code == 200
