"""Every rule about what a protocol has or lacks, failing and passing."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.protocol import lint
from afspraak.protocol.model import Protocol
from afspraak.protocol.ordinary import ordinary_posts
from protocol.lint.protocols import INCIDENT, RIGHTS, TODAY, clause, codes, content, saying

DAY = dt.timedelta(days=1)


def made(*clauses: dict[str, Any], **parts: Any) -> Protocol:
    return Protocol.model_validate({**content(*clauses), **parts})


def with_clauses(*clauses: dict[str, Any]) -> Protocol:
    return made(clauses=clauses)


def with_edition(**edition: Any) -> Protocol:
    return made(edition={**content()["edition"], **edition})


def with_people(**people: Any) -> Protocol:
    return made(people={**content()["people"], **people})


def rule(**more: Any) -> dict[str, Any]:
    full = {
        "id": "projects",
        "kind": "terms",
        "severity": "stop",
        "message": {"nl": "Nog geheim.", "en": "Still secret."},
        "advice": {"nl": "Wacht nog even.", "en": "Wait a moment."},
        "examples": {"finds": ("Project Zon!",), "clear": ("De zon schijnt.",)},
    }
    return {**full, **more}


def with_rule(given: dict[str, Any], **parts: Any) -> Protocol:
    words: dict[Lang, str] = {"nl": "Wacht nog even.", "en": "Wait a moment."}
    return made(clause("confidential", words, rules=(given,)), **parts)


RIGHTS_CLAUSE = clause("rights", RIGHTS)
INCIDENT_CLAUSE = clause("incident", INCIDENT)


def test_a_small_fair_protocol_gives_nothing() -> None:
    assert lint.lint(made(), today=TODAY) == ()


# L001 ---------------------------------------------------------------------------------------


def test_rights_missing() -> None:
    assert codes(with_clauses(INCIDENT_CLAUSE)) == ["L001"]


def test_rights_not_first() -> None:
    assert codes(with_clauses(INCIDENT_CLAUSE, RIGHTS_CLAUSE)) == ["L001"]


@pytest.mark.parametrize(
    "other",
    [
        clause("start", RIGHTS, title={"nl": "Jouw rechten", "en": "Your rights"}),
        clause("start", RIGHTS),  # by what it grants
    ],
)
def test_rights_are_known_by_title_or_content(other: dict[str, Any]) -> None:
    assert codes(with_clauses(other, INCIDENT_CLAUSE)) == []


# L010 ---------------------------------------------------------------------------------------


def test_no_incident_path() -> None:
    assert codes(with_clauses(RIGHTS_CLAUSE)) == ["L010"]


@pytest.mark.parametrize(
    ("lang", "text", "missing"),
    [
        ("nl", "De directie neemt passende maatregelen.", 2),
        ("nl", "We horen jouw kant en kijken dan verder.", 1),
        ("nl", "Je krijgt eerst een waarschuwing op papier.", 1),
        ("nl", "Je wordt weggestuurd zonder waarschuwing en zonder te horen wat je kant is.", 2),
        ("nl", "Er is geen hoor en wederhoor. Er komt een waarschuwing.", 1),
        ("nl", "Dit bespreken we in de leiding.", 2),
        ("nl", "We horen je verhaal. Daarna volgt pas een waarschuwing.", 0),
        ("nl", "Je mag je kant vertellen. Eerst waarschuwen we, pas dan meer.", 0),
        ("nl", "Niemand krijgt een waarschuwing zonder dat hij is gehoord.", 0),
        ("nl", "Er is hoor en wederhoor. Je wordt gewaarschuwd voor er iets gebeurt.", 0),
        ("nl", "Je krijgt de kans om te reageren. We geven een waarschuwing.", 0),
        ("nl", "We luisteren naar jouw uitleg. Een waarschuwing is de eerste stap.", 0),
        ("en", "Management takes appropriate measures.", 2),
        ("en", "We hear your side and take it from there.", 1),
        ("en", "You first get a warning on paper.", 1),
        ("en", "You may be sent home without warning and without hearing.", 2),
        ("en", "There is no hearing. You get a warning.", 1),
        ("en", "The board talks this over.", 2),
        ("en", "We hear your story. Only then a warning follows.", 0),
        ("en", "You may explain. We warn first, and only then do more.", 0),
        ("en", "Nobody gets a warning before they are heard.", 0),
        ("en", "You get the chance to respond. We give a warning.", 0),
        ("en", "We listen to you. A warning is the first step.", 0),
        ("en", "Both sides are heard. You are warned before anything else.", 0),
    ],
)
def test_incident_path_without_hearing_or_warning(lang: Lang, text: str, missing: int) -> None:
    extra = clause("incident", {lang: text}, languages=(lang,))
    rights = clause("rights", RIGHTS, languages=(lang,))
    protocol = Protocol.model_validate({**content(languages=(lang,)), "clauses": (rights, extra)})

    assert codes(protocol).count("L010") == missing


def test_an_incident_clause_is_known_by_its_title() -> None:
    title: dict[Lang, str] = {"nl": "Als het misgaat", "en": "When things go wrong"}

    assert codes(with_clauses(RIGHTS_CLAUSE, clause("stappen", INCIDENT, title=title))) == []


# L012 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edition", "level"),
    [
        ({"number": "concept"}, "error"),
        ({"number": "-"}, "error"),
        ({"representation": {"body": "or"}}, "error"),
        ({"representation": {"body": "none"}}, "error"),
        ({"representation": {"body": "none", "reason": {"nl": " "}}}, "error"),
        ({"representation": {"body": "or", "consent": dt.date(2027, 1, 2)}}, "error"),
        ({"in_force": TODAY + DAY, "representation": {"body": "or"}}, "tip"),
        (
            {"in_force": TODAY + 9 * DAY, "representation": {"body": "or", "consent": TODAY + DAY}},
            "error",
        ),
        ({"review_by": None}, "warning"),
        ({"review_by": TODAY}, "warning"),
        ({"review_by": dt.date(2026, 12, 31)}, "warning"),
    ],
)
def test_an_edition_that_lacks_a_fact(edition: dict[str, Any], level: str) -> None:
    (finding,) = lint.lint(with_edition(**edition), today=TODAY)

    assert (finding.code, finding.level, finding.path[0]) == ("L012", level, "edition")


@pytest.mark.parametrize(
    "edition",
    [
        {"number": "3"},
        {"representation": {"body": "none", "reason": {"nl": "Wij zijn met ons vieren."}}},
        {"representation": {"body": "meeting", "consent": dt.date(2027, 1, 1)}},
        {"review_by": TODAY + DAY},
    ],
)
def test_an_edition_with_its_facts(edition: dict[str, Any]) -> None:
    assert codes(with_edition(**edition)) == []


def test_someone_alone_needs_no_reason_for_no_representation() -> None:
    edition = {**content()["edition"], "representation": {"body": "none"}}

    assert codes(made(edition=edition, organisation={"name": "Ik", "people": 1})) == []


# L014 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "people",
    [
        {"manager": {"name": "Sanne de Wit"}},
        {"manager": {"name": "-", "reach": "030 123 45 67"}},
        {"press": {"name": "Sanne", "reach": "n.v.t."}},
        {"confidant": {"name": "Volgt nog", "reach": "030 123 45 67"}},
        {"confidant": {"name": "To be decided", "reach": "030 123 45 67"}},
        {"deputy": {"name": "Ali", "reach": " "}},
        {"second_reader": {"name": "Fatma", "reach": "TBD"}},
        {"leaders": ({"name": "xxx"},)},
    ],
)
def test_an_empty_contact(people: dict[str, Any]) -> None:
    (finding,) = lint.lint(with_people(**people), today=TODAY)

    assert (finding.code, finding.path[0]) == ("L014", "people")


@pytest.mark.parametrize(
    "people",
    [
        {"press": {"name": "Sanne", "reach": "@bakkerijjansen"}},
        {"confidant": {"name": "Zorgzaam", "reach": "030 123 45 67"}},
        {"leaders": ({"name": "Jan Jansen"}, {"name": "Noor"})},
    ],
)
def test_a_contact_who_can_be_reached(people: dict[str, Any]) -> None:
    assert codes(with_people(**people)) == []


def test_a_clause_that_names_nobody_who_is_there() -> None:
    words: dict[Lang, str] = {"nl": "Vraag het eerst.", "en": "Ask first."}

    (finding,) = lint.lint(made(clause("press", words, ask="press")), today=TODAY)

    assert (finding.code, finding.path) == ("L014", ("clauses", 2, "ask"))


# L015, L016 ---------------------------------------------------------------------------------


def test_a_clause_nobody_checks_and_nobody_answers_for() -> None:
    words: dict[Lang, str] = {"nl": "Gedraag je netjes.", "en": "Behave decently."}

    assert codes(made(clause("decency", words, ask=None))) == ["L015"]
    assert codes(made(clause("decency", words, ask=None, rules=(rule(),)))) == []
    assert codes(made(clause("decency", words, ask="manager"))) == []


@pytest.mark.parametrize(
    "lacking",
    [
        {"message": None},
        {"advice": None},
        {"examples": {}},
        {"examples": {"finds": ("Project Zon!",)}},
        {"examples": {"clear": ("De zon schijnt.",)}},
        {"kind": "timing", "message": None, "examples": {}},
    ],
)
def test_a_rule_that_lacks_something(lacking: dict[str, Any]) -> None:
    assert codes(with_rule(rule(**lacking))) == ["L016"]


@pytest.mark.parametrize("given", [{}, {"kind": "timing", "examples": {}}])
def test_a_rule_that_lacks_nothing(given: dict[str, Any]) -> None:
    assert codes(with_rule(rule(**given))) == []


# L017 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "expected"), [(30, []), (31, ["L017"])])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rule_that_finds_more_than_one_in_ten(
    lang: Lang, count: int, expected: list[str]
) -> None:
    def finds(posts: Sequence[str]) -> dict[str, int]:
        return {"projects": count if posts == ordinary_posts(lang) else 0}

    assert codes(with_rule(rule()), finds=finds) == expected


def test_only_the_languages_of_the_protocol_are_tried() -> None:
    seen: list[Sequence[str]] = []

    def finds(posts: Sequence[str]) -> dict[str, int]:
        seen.append(posts)
        return {}

    lint.lint(saying("nl", "Vraag het Sanne."), today=TODAY, finds=finds)

    assert seen == [ordinary_posts("nl")]


# L018 ---------------------------------------------------------------------------------------

STIFF: dict[Lang, str] = {
    "nl": "Medewerkers dienen de vertrouwelijkheid van bedrijfsgevoelige informatie te waarborgen, "
    "met inachtneming van de toepasselijke privacywetgeving en de binnen de organisatie "
    "vastgestelde gedragsregels.",
    "en": "Employees safeguard the confidentiality of commercially sensitive information with due "
    "observance of applicable privacy legislation and the behavioural regulations established "
    "within the organisation.",
}
PLAIN: dict[Lang, str] = {
    "nl": "Sommige dingen horen bij ons en nog niet bij de hele wereld. Twijfel je? Vraag het "
    "Sanne. Zij helpt je graag en zegt wat wel kan.",
    "en": "Some things are ours and not yet for the whole world. Are you in doubt? Ask Sanne. She "
    "is glad to help and says what you can do.",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_clause_that_is_hard_to_read(lang: Lang) -> None:
    (finding,) = lint.lint(saying(lang, STIFF[lang]), today=TODAY)

    assert (finding.code, finding.path) == ("L018", ("clauses", 2, "text", lang))
    assert "B1" in finding.problem[lang]
    assert codes(saying(lang, PLAIN[lang])) == []


# L020 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("term", ["Sanne de Wit", "mening van sanne de wit", "JAN JANSEN"])
def test_a_list_with_the_name_of_a_colleague(term: str) -> None:
    lists = {"sensitive": {"terms": ("oven", term)}}

    (finding,) = lint.lint(made(lists=lists), today=TODAY)

    assert (finding.code, finding.path) == ("L020", ("lists", "sensitive", "terms", 1))


def test_a_confidential_term_is_not_repeated() -> None:
    lists = {"sensitive": {"terms": ("Zaak Sanne de Wit",), "confidential": True}}

    (finding,) = lint.lint(made(lists=lists), today=TODAY)

    assert "Zaak" not in finding.problem["nl"] + finding.problem["en"]


def test_a_list_without_names() -> None:
    lists = {"sensitive": {"terms": ("Sanne", "de Wit", "Jansen", "Project Zon")}}

    assert codes(made(lists=lists)) == []


def test_an_owner_whose_name_is_the_organisation() -> None:
    lists = {"ours": {"terms": ("Jan Jansen",)}}

    assert codes(made(lists=lists, organisation={"name": "Jan Jansen", "people": 4})) == []


# L021 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("left_out", range(4))
def test_rights_that_leave_one_out(lang: Lang, left_out: int) -> None:
    rights: dict[Lang, tuple[str, ...]] = {
        "nl": (
            "Je mag zeggen wat je vindt.",
            "Je mag voor de vakbond spreken.",
            "Je mag vertellen wat je verdient.",
            "Een misstand mag je overal kwijt.",
        ),
        "en": (
            "You may say what you think.",
            "You may speak for a union.",
            "You may tell what you earn.",
            "You may bring wrongdoing to anyone.",
        ),
    }
    kept = [text for number, text in enumerate(rights[lang]) if number != left_out]
    clauses = (
        clause("rights", {lang: " ".join(kept)}, languages=(lang,)),
        clause("incident", INCIDENT, languages=(lang,)),
    )

    assert codes(Protocol.model_validate({**content(languages=(lang,)), "clauses": clauses})) == [
        "L021"
    ]
