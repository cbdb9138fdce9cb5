"""The account section of the pack: plain data, complete in both languages, the same every time."""

import json
import subprocess
import sys

import pytest

from afspraak.diagnostics import LANGUAGES
from afspraak.engine.account import account_data, read_account
from afspraak.protocol.model import Accounts, ProfessionalAccount
from engine.account.table import organisations, protocol_of


def test_section_is_json_and_does_not_change() -> None:
    protocol = protocol_of(organisations()["jansen"])
    first = json.dumps(account_data(protocol), sort_keys=True)
    assert json.dumps(account_data(protocol), sort_keys=True) == first
    read = read_account(json.loads(first), "KFransen_BakkerijJansen")
    assert read == read_account(account_data(protocol), "KFransen_BakkerijJansen")


def test_every_text_exists_in_both_languages_with_the_same_places_to_fill() -> None:
    texts = account_data(protocol_of(organisations()["blokker"]))["texts"]
    assert isinstance(texts, dict)
    for key, text in texts.items():
        if key in {"line.handle", "line.bio"}:
            continue
        assert set(text) == set(LANGUAGES), key
        places = [{part.split("}")[0] for part in text[lang].split("{")[1:]} for lang in LANGUAGES]
        assert places[0] == places[1], key


def test_advice_never_orders() -> None:
    texts = account_data(protocol_of(organisations()["blokker"]))["texts"]
    assert isinstance(texts, dict)
    said = " ".join(text[lang] for text in texts.values() for lang in text).lower()
    for order in ("je moet", "u moet", "verplicht", "verboden", "you must", "have to", "forbidden"):
        assert order not in said, order


def test_the_company_s_own_style_is_followed() -> None:
    accounts = Accounts(
        professional=ProfessionalAccount(
            handle="{organisation}_{person}",
            bio={"nl": "{functie} van {organisation}", "en": "{role}, {organisation}"},
        ),
        disclaimer={"nl": "Dit vind ik zelf", "en": "Just my two cents"},
    )
    data = account_data(protocol_of(organisations()["blokker"], accounts=accounts))
    found = read_account(data, "karelf", name="Karel Fransen", bio="Inkoper bij Blokker")
    assert found.handles[0] == "Blokker_KarelFransen"
    assert found.bio == {
        "nl": "Inkoper van Blokker. Dit vind ik zelf.",
        "en": "Buyer, Blokker. Just my two cents.",
    }
    again = read_account(data, "karelf", bio="Werk bij Blokker. Just my two cents.")
    assert "Just my two cents" in {evidence.text for evidence in again.evidence}


def test_a_private_account_is_fine_as_it_is() -> None:
    data = account_data(protocol_of(organisations()["blokker"]))
    found = read_account(data, "Fransie_69")
    assert found.handles == ()
    takes, advice = found.advice
    assert takes["nl"].endswith("spreekt. Niets verbindt je met Blokker.")
    assert advice["nl"] == "Prima zo: je hoeft niets te veranderen."
    assert advice["en"] == "Fine as it is: there is nothing to change."


@pytest.mark.parametrize("bio", ["Werk bij Blokker. Mijn eigen mening.", "Blokker, mijn mening"])
def test_a_disclaimer_is_said_to_be_clear_but_no_shield(bio: str) -> None:
    data = account_data(protocol_of(organisations()["blokker"]))
    found = read_account(data, "Fransie_69", bio=bio)
    assert found.reading == "affiliated"
    assert any("geen schild" in text["nl"] for text in found.advice)
    assert any("no shield" in text["en"] for text in found.advice)


def test_a_very_long_profile_is_read_in_time() -> None:
    data = account_data(protocol_of(organisations()["jansen"]))
    found = read_account(data, "a" * 100_000, name="b" * 100_000, bio="bij jansen " * 50_000)
    assert found.reading == "affiliated"
    assert len(found.evidence) < 60


def test_reading_starts_without_the_validation_libraries() -> None:
    program = (
        "import sys; from afspraak.engine.account import read_account; "
        "sys.exit(any(name in sys.modules for name in ('pydantic', 'ruamel.yaml')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
