import datetime as dt
import string
from collections.abc import Callable, Iterator

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.engine.networks import all_networks
from afspraak.protocol.handbook import content, handbook, wording
from afspraak.protocol.handbook.passages import clean, generic, post
from afspraak.protocol.handbook.wording import keys, say, say_date
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import text_hash
from documents import protocols


def section(book: content.Handbook, wanted: str) -> content.Section:
    return next(held for held in book.sections if held.id == wanted)


def passages(value: object) -> Iterator[str]:
    """Every text in a handbook, wherever it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for held in value:
            yield from passages(held)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from passages(getattr(value, name))


def checks(book: content.Handbook, clause: str) -> list[content.Check]:
    parts = section(book, f"clause-{clause}").parts
    return [part for part in parts if isinstance(part, content.Check)]


def test_sections_stand_in_reading_order_with_the_rights_before_everything_agreed() -> None:
    book = handbook(protocols.build(), "nl")

    assert [(held.id, held.number, held.level) for held in book.sections] == [
        ("how-to-read", None, 2),
        ("clause-rights", 1, 2),
        ("values", None, 2),
        ("people", None, 2),
        ("clauses", None, 2),
        ("clause-confidential", 2, 3),
        ("clause-incident", 3, 3),
        ("accounts", None, 2),
        ("promises", None, 2),
        ("retention", None, 2),
        ("about", None, 2),
        ("received", None, 2),
    ]


def test_page_one_says_rights_work_time_whom_to_ask_and_values() -> None:
    cover = handbook(protocols.build(), "en").cover

    assert cover.organisation == "Bakkerij Jansen"
    assert (cover.edition, cover.in_force) == ("Edition 2026.1", "In force from 1 January 2027")
    assert (
        cover.representation.text == "The works council consented on 10 December 2026 (OR-2026-14)."
    )
    assert [glance.label for glance in cover.glances] == [
        "Your rights first",
        "Social media during working hours",
        "In doubt? Ask",
        "What we stand for",
    ]
    assert cover.glances[1].headline == content.Passage("Within reason.", "en")
    assert [line.text for line in cover.glances[1].lines] == [
        "A quick look is fine while the shop runs.",
        "Anywhere, but not behind the counter.",
    ]
    assert [line.text for line in cover.glances[2].lines] == [
        "social@bakkerijjansen.nl",
        "You will have an answer within 8 hours.",
    ]


@pytest.mark.parametrize("stance", ["open", "reasonable", "breaks", "not-while-working"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_one_has_words_for_every_stance(stance: str, lang: Lang) -> None:
    cover = handbook(protocols.build(work_time={"stance": stance}), lang).cover

    assert cover.glances[1].headline == content.Passage(say(f"stance.{stance}.short", lang), lang)
    assert [line.text for line in cover.glances[1].lines] == [say(f"stance.{stance}", lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_terms_of_confidential_lists_stand_nowhere(lang: Lang) -> None:
    said = " ".join(passages(handbook(protocols.build(), lang))).casefold()

    assert "zonnebloem" not in said.replace(" ", "").replace("-", "")
    assert "nachtschade" not in said


def test_a_rule_with_a_confidential_list_shows_what_it_says_but_no_posts() -> None:
    projects, rivals = checks(handbook(protocols.build(), "nl"), "confidential")

    assert projects.says == content.Passage("Dit project is nog niet openbaar.", "nl")
    assert projects.advises is None  # it named the project
    assert projects.boxes == ()
    assert [box.label for box in rivals.boxes] == ["Vraag eerst", "Prima"]


def test_posts_are_those_in_the_readers_language() -> None:
    dutch = checks(handbook(protocols.build(), "nl"), "confidential")[1].boxes[0].lines
    english = checks(handbook(protocols.build(), "en"), "confidential")[1].boxes[0].lines

    assert [line.text for line in dutch] == ["Het brood van Bakkerij Pietersen is droog."]
    assert [line.text for line in english] == ["The bread at Bakkerij Pietersen is dry."]


def test_posts_in_the_other_language_are_shown_and_marked_when_there_are_no_others() -> None:
    clear = checks(handbook(protocols.build(), "en"), "confidential")[1].boxes[1].lines

    assert clear == (content.Passage("Het brood van ons is vandaag op z'n best.", "nl"),)


def test_protected_speech_is_shown_as_a_right_and_never_as_something_to_avoid() -> None:
    (check,) = checks(handbook(protocols.build(), "nl"), "rights")

    assert [(box.tone, box.label) for box in check.boxes] == [("card", "Dit is jouw goed recht")]


def test_a_check_says_for_whose_posts_it_is_and_what_a_post_would_fill_in() -> None:
    rivals = checks(handbook(protocols.build(), "nl"), "confidential")[1]

    assert rivals.label == "De check zegt: eerst vragen"
    assert rivals.says == content.Passage("‘…’ is een andere bakker.", "nl")
    assert rivals.scope == (
        "Geldt voor: onze zakelijke kanalen, werkaccounts. Alleen op linkedin. "
        "Loopt af op 1 maart 2027."
    )


def test_only_the_clause_on_incidents_has_a_path_and_hearing_comes_before_a_warning() -> None:
    book = handbook(protocols.build(), "en")
    paths = {
        held.id: [step.title for step in part.steps]
        for held in book.sections
        for part in held.parts
        if isinstance(part, content.Path)
    }

    assert paths == {
        "clause-incident": [
            "Is it allowed?",
            "The facts",
            "Your side",
            "As light as possible",
            "A warning first",
        ]
    }


def test_a_missing_text_is_given_in_the_other_language_and_says_so() -> None:
    book = handbook(protocols.one_person(), "en")
    respect = section(book, "clause-respect")

    assert respect.title == content.Passage("Respect", "nl")
    assert respect.parts == (content.Prose(content.Passage("Wees aardig.", "nl")),)
    notes = [part.text.text for part in book.sections[0].parts if isinstance(part, content.Prose)]
    assert say("how-to-read.other-language", "en") in notes


def test_somebody_alone_is_not_said_to_have_two_readers() -> None:
    alone = protocols.bakery()["organisation"] | {"people": 1}
    together = " ".join(passages(handbook(protocols.build(), "nl")))
    by_oneself = " ".join(passages(handbook(protocols.build(organisation=alone), "nl")))

    assert say("people.four-eyes", "nl") in together
    assert say("people.four-eyes", "nl") not in by_oneself


def test_account_advice_is_filled_in() -> None:
    (facts,) = (
        part
        for part in section(handbook(protocols.build(), "en"), "accounts").parts
        if isinstance(part, content.Facts)
    )

    assert [fact.text.text for fact in facts.facts] == [
        "YourName_BakkerijJansen",
        "[your role] at Bakkerij Jansen",
        "Views are my own",
    ]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (0, "Tot je uit dienst gaat."),
        (1, "Tot 1 jaar nadat je uit dienst bent."),
        (2, "Tot 2 jaar nadat je uit dienst bent."),
    ],
)
def test_retention_terms_are_those_of_the_protocol(years: int, said: str) -> None:
    protocol = protocols.build(
        retention={"acknowledgement_years_after_leaving": years, "warning_months": 1}
    )
    (facts,) = section(handbook(protocol, "nl"), "retention").parts

    assert isinstance(facts, content.Facts)
    assert [fact.text.text for fact in facts.facts] == [said, "1 maand.", "30 dagen."]


def test_the_edition_carries_the_hash_of_what_people_sign() -> None:
    protocol = protocols.build()
    book = handbook(protocol, "nl")

    assert book.text_hash == text_hash(protocol)
    assert book.short_hash == text_hash(protocol)[:12]
    (facts, _) = section(book, "about").parts
    assert isinstance(facts, content.Facts)
    assert [fact.text.text for fact in facts.facts] == [
        "2026.1",
        "1 januari 2027",
        "De ondernemingsraad heeft op 10 december 2026 ingestemd (OR-2026-14).",
        "1 januari 2028",
        text_hash(protocol),
    ]


@pytest.mark.parametrize("build", [protocols.build, protocols.one_person, protocols.demanding])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_ids_are_unique_and_links_of_page_one_lead_somewhere(
    build: Callable[[], Protocol], lang: Lang
) -> None:
    book = handbook(build(), lang)
    ids = [held.id for held in book.sections]

    assert len(ids) == len(set(ids))
    assert {glance.link for glance in book.cover.glances} - {""} <= set(ids)


def test_wording_exists_in_both_languages_with_the_same_places_to_fill() -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for key in keys():
        dutch, english = (_raw(key, lang) for lang in LANGUAGES)
        assert dutch, key
        assert english, key
        assert places(dutch) == places(english), key


def _raw(key: str, lang: Lang) -> str:
    return wording._wording()[key][lang]


def test_dates_are_written_as_people_write_them() -> None:
    assert say_date(dt.date(2027, 3, 1), "nl") == "1 maart 2027"
    assert say_date(dt.date(2027, 8, 31), "en") == "31 August 2027"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Het brood is vandaag op z'n best.", "nl"),
        ("The bread is at its best today.", "en"),
        ("Morgen gaan we met het team uit eten.", "nl"),
        ("You may say this.", "en"),
    ],
)
def test_the_language_of_a_post_is_seen_from_its_small_words(text: str, lang: Lang) -> None:
    for reader in LANGUAGES:
        assert post(text, reader).lang == lang


def test_a_post_without_telling_words_counts_as_the_readers_language() -> None:
    assert post("#Zonnebrood 🥖", "en").lang == "en"


def test_control_characters_and_changes_of_direction_are_left_out() -> None:
    assert clean("a\x07b\u202ec\r\nd\ue000\t👩\u200d💻 ") == "abc\nd\t👩\u200d💻"


@pytest.mark.parametrize(
    ("message", "said"),
    [("‘{match}’ komt hard aan.", "‘…’ komt hard aan."), ("Hier staat {what}.", "Hier staat …")],
)
def test_what_a_post_fills_in_is_an_ellipsis(message: str, said: str) -> None:
    assert generic(content.Passage(message, "nl")) == content.Passage(said, "nl")


def test_posts_that_are_fine_are_left_out_where_no_other_post_is_shown() -> None:
    clause = protocols.bakery()["clauses"][0]
    rule = clause["rules"][1] | {"examples": {"clear": ["Wat een mooie dag."]}}
    book = handbook(protocols.build(clauses=[clause | {"rules": [rule]}]), "nl")

    assert [check.boxes for check in checks(book, "confidential")] == [()]


def test_posts_shown_once_in_a_clause_are_not_repeated() -> None:
    clause = protocols.bakery()["clauses"][0]
    rule = clause["rules"][1]
    twice = clause | {"rules": [rule, rule | {"id": "again", "severity": "ask"}]}
    first, second = checks(handbook(protocols.build(clauses=[twice]), "nl"), "confidential")

    assert len(first.boxes) == 2
    assert second.boxes == ()


def test_a_role_is_left_out_where_the_name_says_it() -> None:
    confidant = content.Contact("Vertrouwenspersoon", "", "Vertrouwenspersoon Zorgzaam", "")
    manager = content.Contact("Social media manager", "", "Sanne de Wit", "")

    assert content.Ask("Vraag het aan", confidant).role == ""
    assert content.Ask("Vraag het aan", manager).role == "Social media manager"


def test_every_network_is_written_as_it_calls_itself() -> None:
    networks = {name: held.label for name, held in all_networks().items()}

    for lang in LANGUAGES:
        assert {name: say(f"network.{name}", lang) for name in networks} == networks
