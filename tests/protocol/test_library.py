"""The clause library: complete in both languages, plain to read, and different where it must be."""

import re
from functools import cache

import pytest

from afspraak.protocol import filling, library
from afspraak.protocol.answers import Answers
from afspraak.protocol.interview import answers_from_mapping
from afspraak.protocol.model import Clause
from afspraak.protocol.readability import B1_PROXY, score

scored = cache(score)

SECTORS = ("shop", "care", "municipality", "listed", "other")
STANCES = ("open", "reasonable", "breaks", "not-while-working")
BARE: dict[str, object] = {"name": "Voorbeeld", "manager": "Iemand, iemand@voorbeeld.nl"}
RICH: dict[str, object] = {
    **BARE,
    "deputy": "Tweede, 030 123 45 67",
    "press": "Derde, 030 123 45 67",
    "confidant": "Vierde, 030 123 45 67",
    "body": "or",
    "consent": "2026-12-10",
    "brands": "Zonnebrood",
    "projects": "Project Heron",
    "networks": "linkedin, mastodon",
    "people": 120,
}


def answers(**more: object) -> Answers:
    return answers_from_mapping({**BARE, **more})


def by_id(given: Answers) -> dict[str, Clause]:
    return {clause.id: clause for clause in library.clauses(given)}


def texts(clause: Clause) -> list[str]:
    rules = [text for rule in clause.rules for text in (rule.message, rule.advice) if text]
    words = [clause.title, clause.text, *clause.may, *clause.may_not, *rules]
    posts = [p for rule in clause.rules for p in (*rule.examples.finds, *rule.examples.clear)]
    return [text for each in words for text in each.values()] + posts


def test_about_thirty_clauses_with_rights_first() -> None:
    ids = [source.id for source in library.sources()]

    assert 28 <= len(ids) <= 36
    assert len(set(ids)) == len(ids)
    assert ids[0] == "rights"
    assert ids.index("checking") < ids.index("incident") < ids.index("your-data")


def test_rule_ids_are_used_once() -> None:
    ids = [rule.id for source in library.sources() for rule in source.rules]

    assert len(set(ids)) == len(ids)


def test_conditions_ask_only_what_answers_can_tell() -> None:
    known = set(library.facts(answers()))
    sources = library.sources()
    parts = [
        part
        for source in sources
        for part in (source, *source.text, *source.may, *source.may_not, *source.rules)
    ]

    assert {key for part in parts for key in part.when} <= known


def test_a_rule_has_examples_in_both_directions_unless_no_text_can_show_it() -> None:
    rules = [rule for source in library.sources() for rule in source.rules]
    short = {
        rule.id for rule in rules if len(rule.examples.finds) < 2 or len(rule.examples.clear) < 2
    }

    assert {rule.kind for rule in rules if rule.id in short} <= {"media", "format"}


@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize("given", [BARE, RICH], ids=["bare", "rich"])
@pytest.mark.parametrize("people", [1, 120])
def test_every_clause_reads_easily(sector: str, given: dict[str, object], people: int) -> None:
    if people == 1 and given is RICH:
        given = BARE
    hard = [
        (clause.id, lang, value)
        for stance in STANCES
        for clause in library.clauses(
            answers(**{**given, "people": people, "sector": sector, "stance": stance})
        )
        for lang, text in clause.text.items()
        if (value := scored(text, lang)) is not None and value < B1_PROXY
    ]

    assert hard == []


@pytest.mark.parametrize("sector", SECTORS)
def test_nothing_is_left_to_fill_in(sector: str) -> None:
    for given in (answers(**{**RICH, "sector": sector}), answers(sector=sector, people=1)):
        for clause in library.clauses(given):
            left = [text for text in texts(clause) if re.search(r"\{(?!match|what)[^}]*\}", text)]
            assert left == []


@pytest.mark.parametrize("sector", SECTORS)
def test_every_ask_is_someone_there(sector: str) -> None:
    given = answers(sector=sector)

    assert all(getattr(given, clause.ask or "") for clause in library.clauses(given))


def test_the_four_sectors_differ_in_substance() -> None:
    chosen = {sector: by_id(answers(sector=sector)) for sector in SECTORS}

    differing = {
        sector: [
            id_
            for id_, clause in clauses.items()
            if id_ not in chosen["other"] or clause.text["nl"] != chosen["other"][id_].text["nl"]
        ]
        for sector, clauses in chosen.items()
        if sector != "other"
    }
    assert all(len(ids) >= 3 for ids in differing.values()), differing
    assert "election-time" in differing["municipality"]
    assert "inside-information" in differing["listed"]
    assert "afdeling" in chosen["care"]["pictures"].text["nl"]
    assert "review" in chosen["shop"]["advertising"].text["nl"]


def test_a_listed_shop_has_the_clauses_of_both() -> None:
    clauses = by_id(
        answers(sector="shop", listed=True, closed_periods=["2027-01-15 tot 2027-02-10"])
    )

    assert [rule.id for rule in clauses["inside-information"].rules] == [
        "price-sensitive",
        "closed-period",
    ]
    assert "2027-02-10" in clauses["inside-information"].text["en"]


@pytest.mark.parametrize(
    ("stance", "says"),
    [
        ("open", "gewoon op social media"),
        ("reasonable", "Even kijken"),
        ("breaks", "In de pauze en in je eigen tijd doe je wat je wilt"),
        ("not-while-working", "In de pauze ben je vrij"),
    ],
)
def test_the_stance_decides_about_working_hours(stance: str, says: str) -> None:
    assert says in by_id(answers(stance=stance))["work-time"].text["nl"].replace("\n", " ")


def test_terms_in_the_text_are_the_terms_that_are_kept() -> None:
    clauses = by_id(answers())

    assert "12 maanden" in clauses["incident"].text["nl"]
    assert "12 months" in clauses["your-data"].text["en"]
    assert "30 dagen" in clauses["listening"].text["nl"]
    assert "2 years" in clauses["your-data"].text["en"]


def test_someone_alone_sees_that_nobody_reads_along() -> None:
    clauses = by_id(answers(people=1))

    assert "Er leest dus niemand mee" in clauses["desk"].text["nl"]
    assert "four" not in clauses["desk"].text["en"]
    assert not {"leaders", "leaving", "chat-groups", "sharing"} & set(clauses)


def test_without_a_deputy_the_text_says_there_is_no_second_reader() -> None:
    assert "no second reader" in by_id(answers())["desk"].text["en"].replace("\n", " ")
    assert "lezen er twee" in by_id(answers(deputy="Ali, 030 123 45 67"))["desk"].text[
        "nl"
    ].replace("\n", " ")


def test_consent_is_claimed_only_when_it_was_given() -> None:
    with_consent = by_id(answers(body="or", consent="2026-12-10"))["version"].text["nl"]
    without = by_id(answers(body="or"))["version"].text["nl"]

    assert "er ja tegen gezegd" in with_consent.replace("\n", " ")
    assert "gezegd" not in without


def test_names_of_people_are_not_in_the_text() -> None:
    """They stand in `people`, which changes without everybody reading again."""
    given = answers(**{**RICH, "manager": "Qwertzui, q@w", "confidant": "Asdfghj, a@s"})

    everything = "".join(text for clause in library.clauses(given) for text in texts(clause))
    assert "Qwertzui" not in everything
    assert "Asdfghj" not in everything


def test_secret_projects_are_in_examples_of_their_own_rule_only() -> None:
    for clause in library.clauses(answers(projects="Project Reiger")):
        rules = {
            rule.id: (*rule.examples.finds, *rule.examples.clear)
            for rule in clause.rules
            if "Reiger" in "".join((*rule.examples.finds, *rule.examples.clear))
        }
        assert set(rules) <= {"projects"}
        assert "Reiger" not in "".join(clause.text.values())


def test_an_answer_that_looks_like_a_placeholder_stays_what_it_is() -> None:
    clauses = by_id(answers(name="{brand}", sensitive="{project}"))

    assert "{brand}" in clauses["scope"].text["nl"]
    assert "{project}" in clauses["confidential"].text["nl"]


def test_lists_that_follow_each_other_are_one_list() -> None:
    assert (
        filling.joined_lists("a\n\n- b\n\n- c\n  d\n\n- e\n\nf") == "a\n\n- b\n- c\n  d\n- e\n\nf"
    )


def test_wrapping_keeps_paragraphs_and_lists() -> None:
    long = "woord " * 40

    wrapped = filling.wrapped(f"{long}\n\n- een\n  twee\n- drie\n")

    assert all(len(line) <= filling.TEXT_WIDTH for line in wrapped.splitlines())
    assert wrapped.endswith("\n\n- een twee\n- drie\n")
