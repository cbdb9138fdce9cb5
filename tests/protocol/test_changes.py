"""What changes between two protocols: secrets, wording, and the whole text."""

import datetime as dt
import json
from typing import Any

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.engine.kinds import terms
from afspraak.protocol import changes
from afspraak.protocol.changes.wording import rewordings
from afspraak.protocol.model import Protocol
from protocol.changing import OLD, clause, part, protocol, rule, said, with_clause, with_rule


def test_nothing_changes() -> None:
    compared = changes.compare(OLD, protocol())

    assert (compared.items, compared.material) == ((), False)
    assert changes.render(compared, "nl") == "Er verandert niets.\n"
    assert changes.render(compared, "en") == "Nothing changes.\n"


# Secrets ------------------------------------------------------------------------------------


def secretive(
    finds: tuple[str, ...],
    *projects: str,
    text: str = "Sst.",
    until: dt.date | None = None,
) -> Protocol:
    guarded = rule(
        options=terms.Options(lists=("projects",)), examples={"finds": finds}, until=until
    )
    inside = clause(rules=(guarded,), text={"nl": text, "en": text})
    return protocol(
        clauses=(clause("rights"), inside),
        lists={"projects": {"terms": projects, "confidential": True}},
    )


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_confidential_terms_are_never_told(lang: Lang, form: Any) -> None:
    old = secretive(("We starten met Nachtschade",), "Nachtschade", text="Wij zeggen nachtschade.")
    new = secretive(
        ("Zilver Uil komt eraan!", "#ZilverUil"),
        "Zilver Uil", "Goudvis",
        text="Wij noemen zilver-uil niet.",
        until=dt.date(2027, 9, 9),
    )  # fmt: skip

    for one, other in ((old, new), (new, old)):
        rendered = changes.render(changes.compare(one, other), lang, format=form)
        bare = "".join(letter for letter in rendered.casefold() if letter.isalnum())
        for secret in ("nachtschade", "zilveruil", "goudvis", "september2027"):
            assert secret not in bare


def test_confidential_lists_are_counted() -> None:
    old, new = secretive((), "Nachtschade"), secretive((), "Nachtschade", "Goudvis", "Uil")

    assert said(new, old=old) == ["de lijst `projects` heeft 2 nieuwe woorden"]
    assert said(new, "en", old=old) == ["the list `projects` has 2 new terms"]
    assert not changes.compare(old, new).material


def test_a_list_that_opens_up_does_not_tell_its_terms_here() -> None:
    new = protocol(lists={**OLD.lists, "projects": {"terms": ("Nachtschade", "Uil")}})

    assert said(new) == [
        "de lijst `projects` heeft 1 nieuw woord",
        "de lijst `projects` is niet meer vertrouwelijk",
    ]


# Wording ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Vraag het eerst.", "Vraag het altijd.", ("Vraag het ~~eerst.~~ **altijd.**",)),
        ("Eén. Twee. Drie.", "Eén. Drie.", ("~~Twee.~~",)),
        ("Eén. Drie.", "Eén. Twee. Drie.", ("**Twee.**",)),
        ("Je mag dit.", "Je mag dit niet.", ("Je mag ~~dit.~~ **dit niet.**",)),
        (
            "Iets heel anders.",
            "Wij bakken brood!",
            ("**Wij bakken brood!**", "~~Iets heel anders.~~"),
        ),
        ("- een\n- twee", "1. een\n2. twee", ("1. een 2. twee",)),
        ("Blijft staan.", "Blijft staan.", ()),
    ],
)
def test_only_the_sentences_that_changed_are_shown(
    old: str, new: str, expected: tuple[str, ...]
) -> None:
    assert rewordings({"nl": old}, {"nl": new}).get("nl", ()) == expected


def test_a_change_in_the_other_language_only_is_said_to_be() -> None:
    english = {
        **OLD.clauses[1].text,
        "en": "Ask Sanne always. She knows what can be said. Thank you.",
    }

    rendered = changes.render(changes.compare(OLD, with_clause(text=english)), "nl")

    assert "(alleen de Engelse tekst)" in rendered
    assert "Ask Sanne ~~first.~~ **always.**" in rendered


def test_the_text_people_get() -> None:
    new = protocol(
        edition=OLD.edition.model_copy(update={"number": "2028.1"}),
        clauses=(
            clause("rights"),
            clause(
                text={
                    "nl": "Vraag het eerst aan Sanne. Zij weet altijd wat kan. Dank je wel.",
                    "en": "Ask Sanne first. She always knows what can be said. Thank you.",
                },
                rules=(rule(severity="stop"),),
            ),
            clause("last"),
        ),
    )
    compared = changes.compare(OLD, new)

    assert changes.render(compared, "nl") == (
        "Dit verandert van uitgave 2027.1 naar 2028.1. Iedereen leest het opnieuw.\n"
        "\n"
        "Artikel 2 · Wat binnen blijft\n"
        "  - zegt het anders\n"
        "      Zij weet **altijd** wat kan.\n"
        "  - de regel `projects` is strenger: zegt nu ‘niet doen’ en zei eerst ‘eerst vragen’\n"
        "\n"
        "Deze uitgave\n"
        "  - nummer 2028.1 (was 2027.1)\n"
        "\n"
        "(~~weg~~ **nieuw**)\n"
    )
    assert changes.render(compared, "en").splitlines()[:5] == [
        "This changes from edition 2027.1 to 2028.1. Everybody reads it again.",
        "",
        "Clause 2 · What stays inside",
        "  - is worded differently",
        "      She **always** knows what can be said.",
    ]


def test_json_says_the_same() -> None:
    read = json.loads(
        changes.render(changes.compare(OLD, with_rule(severity="stop")), "en", "json")
    )

    assert read == {
        "material": True,
        "from": "2027.1",
        "to": "2027.1",
        "changes": [
            {
                "path": ["clauses", 1, "rules", 0, "severity"],
                "sort": "changed",
                "about": "Clause 2 · What stays inside",
                "says": "the rule `projects` is stricter: it now says ‘stop’ "
                "and used to say ‘ask first’",
                "details": [],
                "material": True,
            }
        ],
    }


def test_a_free_change_tells_that_nobody_reads_again() -> None:
    rendered = changes.render(changes.compare(OLD, part("desk", four_eyes=False)), "nl")

    assert rendered.startswith("Dit verandert. Wat je tekende is gelijk: je hoeft het niet weer te")
