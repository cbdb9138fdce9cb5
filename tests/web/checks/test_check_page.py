"""The check page and its pack, as the server gives them."""

import datetime as dt
import gzip
import json
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from afspraak.diagnostics import Lang
from afspraak.engine import networks
from afspraak.web.checks import queries
from afspraak.web.checks.module import module_of, scripts_behind
from afspraak.web.checks.script import as_script, pack_script
from afspraak.web.editions import operations as editions
from afspraak.web.editions import queries as kept
from afspraak.web.editions.queries import EditionRow
from web.conftest import NOW, PROTOCOL

ClientOf = Callable[..., Client]


def in_node(script: bytes) -> object:
    """The JSON text that stands between the quotes, as JavaScript reads it."""
    found = re.fullmatch(rb"export default JSON\.parse\('(.*)'\);\n", script, re.DOTALL)
    assert found
    return json.loads(re.sub(rb"\\(.)", rb"\1", found[1]))


@pytest.mark.parametrize(
    "value",
    ["plain", "it's", 'a "word"', "a\\b", "\\'", "line\nbreak", "\u2028\u2029", "😀", "</script>"],
)
def test_a_value_comes_back_from_its_script(value: str) -> None:
    assert in_node(as_script({"text": value})) == {"text": value}


def test_a_script_is_ascii_in_one_line() -> None:
    script = as_script({"text": "é\u2028😀\n"})

    assert script.isascii()
    assert script.count(b"\n") == 1


def test_a_pack_without_measures_can_be_counted_by() -> None:
    pack = in_node(pack_script({"facts": {"gap": " "}}))

    assert isinstance(pack, dict)
    assert pack["facts"]["gap"] == " "
    assert set(pack["facts"]["networks"]) == set(networks.names())


def test_the_pack_is_the_editions_page_pack(edition: EditionRow) -> None:
    module = module_of(edition)
    page_pack = json.loads(kept.page_pack_of(edition))

    assert in_node(module.content) == page_pack
    assert gzip.decompress(module.zipped) == module.content
    assert b"zonnebloem" not in module.content.lower()


def test_the_pack_has_an_address_for_ever(edition: EditionRow, client_of: ClientOf) -> None:
    address = reverse("check-pack", args=[module_of(edition).hash])

    plain = client_of().get(address)
    zipped = client_of().get(address, headers={"accept-encoding": "gzip"})

    assert plain.content == module_of(edition).content
    assert gzip.decompress(zipped.content) == plain.content
    assert plain.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert plain.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_another_pack_is_not_found(edition: EditionRow, client_of: ClientOf) -> None:
    assert client_of().get(reverse("check-pack", args=["0" * 24])).status_code == 404


def test_a_page_opened_before_a_new_edition_still_finds_its_pack(
    edition: EditionRow, client_of: ClientOf
) -> None:
    address = reverse("check-pack", args=[module_of(edition).hash])
    source = PROTOCOL.replace(b'number: "2026.2"', b'number: "2026.3"')
    editions.add_edition(
        source=source.replace(b"prutsers", b"sukkels").replace(b"Zonnebrood", b"Maanbrood"),
        now=NOW,
        in_force_from=NOW + dt.timedelta(seconds=1),
    )

    assert client_of().get(address).status_code == 200


@pytest.mark.parametrize("name", ["check", "check-pack"])
def test_somebody_unknown_signs_in_first(edition: EditionRow, name: str) -> None:
    address = reverse(name, args=[module_of(edition).hash] if name == "check-pack" else [])

    answer = Client().get(address)

    assert (answer.status_code, answer.headers["Location"].startswith("/sign-in/")) == (302, True)


@pytest.mark.parametrize("name", ["check", "check-pack"])
def test_nothing_can_be_sent_to_it(edition: EditionRow, client_of: ClientOf, name: str) -> None:
    address = reverse(name, args=[module_of(edition).hash] if name == "check-pack" else [])

    assert client_of().post(address, {"text": "a post"}).status_code == 405


def test_before_the_first_edition_the_page_says_so(client_of: ClientOf) -> None:
    page = client_of(language="en").get("/check/").content.decode()

    assert "Nothing has been agreed yet" in page
    assert "<textarea" not in page


def test_the_text_box_has_no_name_and_no_form(edition: EditionRow, client_of: ClientOf) -> None:
    page = client_of().get("/check/").content.decode()
    box = re.findall(r"<textarea[^>]*data-text[^>]*>", page)

    assert len(box) == 1
    assert " name=" not in box[0]
    assert 'autocomplete="off"' in box[0]
    assert "<form" not in page


def test_two_people_do_not_find_what_the_other_kept(
    edition: EditionRow, client_of: ClientOf
) -> None:
    def owner(client: Client) -> str:
        found = re.search(r'data-owner="([0-9a-f]{16})"', client.get("/check/").content.decode())
        assert found
        return found[1]

    one, other = client_of(), client_of()

    assert owner(one) == owner(one)
    assert owner(one) != owner(other)


def test_each_clause_says_where_it_stands_and_whom_to_ask(edition: EditionRow) -> None:
    clauses = {each.id: each for each in queries.beside(edition, "nl").clauses}

    respect, rights = clauses["respect"], clauses["rights"]
    assert respect.anchor == "clause-respect"
    assert respect.title.text == "Hard op de zaak, zacht voor de mens"
    assert respect.ask
    assert rights.ask
    assert (respect.ask.name, respect.ask.reach) == ("Sanne de Wit", "social@bakkerijjansen.nl")
    assert rights.ask.name == "Vertrouwenspersoon Zorgzaam"


def test_our_networks_come_first(edition: EditionRow) -> None:
    found = queries.beside(edition, "nl").networks

    assert [each.key for each in found if each.ours] == ["instagram", "facebook", "linkedin"]
    assert [each.ours for each in found] == [True] * 3 + [False] * 7
    assert {each.key for each in found} == set(networks.names())


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "nl",
            [
                "Zonnebrood: een aanrader voor iedereen.",
                "Namens Bakkerij Jansen kan ik zeggen dat de klacht niet klopt.",
                "Ik vind het een goed plan.",
            ],
        ),
        (
            "en",
            [
                "Zonnebrood is the best, highly recommended!",
                "On behalf of Bakkerij Jansen I can say that the complaint is wrong.",
                "I think it is a good plan.",
            ],
        ),
    ],
)
def test_examples_come_from_the_protocol_and_differ(
    edition: EditionRow, lang: Lang, expected: list[str]
) -> None:
    assert [each.text for each in queries.beside(edition, lang).examples] == expected


def test_every_script_is_loaded_ahead(edition: EditionRow, client_of: ClientOf) -> None:
    page = client_of().get("/check/").content.decode()
    ahead = re.findall(r'<link rel="modulepreload" href="[^"]*/((?:checks|engine)/[^"]+)"', page)

    assert ahead == list(scripts_behind("checks/check.js"))
    assert {"checks/check.js", "checks/text/marks.js", "engine/hits.js"} <= set(ahead)


def test_a_page_costs_few_queries(
    edition: EditionRow, client_of: ClientOf, django_assert_max_num_queries: Callable[..., object]
) -> None:
    client = client_of()
    client.get("/check/")

    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]  # a context manager
        client.get("/check/")
