"""The interview: its questions, what an answer is read as, and every problem at once."""

import datetime as dt
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from afspraak.diagnostics import LANGUAGES
from afspraak.protocol.answer_reading import UnableToAnswer
from afspraak.protocol.answers import Answers, Period
from afspraak.protocol.interview import (
    UnableToRead,
    answers_from_mapping,
    defaults,
    parse_answer,
)
from afspraak.protocol.model import Contact
from afspraak.protocol.question import Question, questions, topic_title

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "answers").glob("*.yaml"))
BARE: dict[str, object] = {"name": "Voorbeeld", "manager": "Iemand, iemand@voorbeeld.nl"}


def question(key: str) -> Question:
    return next(each for each in questions() if each.key == key)


def read(key: str, raw: object) -> object:
    return parse_answer(question(key), raw, answered={})


def test_every_question_fills_one_answer_in_about_a_dozen_subjects() -> None:
    keys = [each.key for each in questions()]

    assert sorted(keys) == sorted(Answers.model_fields)
    assert len(set(keys)) == len(keys)
    assert len({each.topic for each in questions()}) == 12


@pytest.mark.parametrize("each", questions(), ids=lambda each: each.key)
def test_a_question_says_what_and_why_in_both_languages(each: Question) -> None:
    texts = [topic_title(each.topic), each.ask, each.why]
    texts += [text for choice in each.choices for text in (choice.label, choice.note) if text]

    assert all(set(text) == set(LANGUAGES) for text in texts)
    assert each.ask["nl"] != each.ask["en"]
    assert bool(each.choices) == (
        each.kind == "choice" or each.key in {"values", "networks", "languages"}
    )


@pytest.mark.parametrize("each", questions(), ids=lambda each: each.key)
def test_conditions_and_defaults_look_back_only(each: Question) -> None:
    keys = [every.key for every in questions()]
    earlier = keys[: keys.index(each.key)]

    assert set(each.when) | set(each.default_by) <= set(earlier)


def test_working_hours_are_asked_before_names_and_people() -> None:
    keys = [each.key for each in questions()]

    assert keys.index("stance") < keys.index("brands") < keys.index("manager")


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        ("people", "1.200", 1200),
        ("people", 40, 40),
        ("stance", "In de pauze", "breaks"),
        ("stance", "OPEN", "open"),
        ("stance", "3", "breaks"),
        ("brands", "Zonnebrood; Krentenwegge, Zonnebrood", ("Zonnebrood", "Krentenwegge")),
        ("brands", ["  Twee   woorden "], ("Twee woorden",)),
        ("domains", "https://www.Voorbeeld.nl/contact", ("voorbeeld.nl",)),
        (
            "manager",
            "Sanne de Wit, s@voorbeeld.nl",
            Contact(name="Sanne de Wit", reach="s@voorbeeld.nl"),
        ),
        ("manager", "Sanne (030 123 45 67)", Contact(name="Sanne", reach="030 123 45 67")),
        (
            "manager",
            {"name": "Sanne", "reach": "s@voorbeeld.nl"},
            Contact(name="Sanne", reach="s@voorbeeld.nl"),
        ),
        (
            "leaders",
            "Jan; Sanne, s@voorbeeld.nl",
            (Contact(name="Jan"), Contact(name="Sanne", reach="s@voorbeeld.nl")),
        ),
        ("consent", "10-12-2026", dt.date(2026, 12, 10)),
        ("consent", dt.date(2026, 12, 10), dt.date(2026, 12, 10)),
        ("consent", "", None),
        ("listed", "ja", True),
        (
            "closed_periods",
            "2027-01-15 tot 2027-02-10",
            (Period(first=dt.date(2027, 1, 15), last=dt.date(2027, 2, 10)),),
        ),
        ("networks", ["LinkedIn", "x"], ("linkedin", "x")),
        ("languages", "Engels, Nederlands", ("en", "nl")),
        ("brands", [], ()),
        ("where", "Overal.", {"nl": "Overal."}),
        ("where", {"nl": "Overal.", "en": "Anywhere."}, {"nl": "Overal.", "en": "Anywhere."}),
    ],
)
def test_an_answer_is_read_as_people_write_it(key: str, raw: object, value: object) -> None:
    assert read(key, raw) == value


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("name", ""),
        ("name", "x" * 401),
        ("name", "Bel\x07letje"),
        ("name", ["lijst"]),
        ("people", 0),
        ("people", "veel"),
        ("people", True),
        ("people", -3),
        ("stance", "nooit"),
        ("domains", "geen adres"),
        ("manager", {"name": "Sanne", "password": "x"}),
        ("manager", {"reach": "x"}),
        ("manager", "Sanne"),
        ("manager", {"name": "Sanne"}),
        ("consent", "31-2-2027"),
        ("consent", "morgen"),
        ("listed", "misschien"),
        ("closed_periods", "2027-02-10 tot 2027-01-15"),
        ("closed_periods", "januari"),
        ("networks", ["hyves"]),
        ("values", ["Vaag:"]),
        ("brands", {"a": "b"}),
        ("languages", "Frysk"),
        ("where", {"fr": "Partout."}),
    ],
)
def test_a_wrong_answer_is_refused_in_both_languages(key: str, raw: object) -> None:
    with pytest.raises(UnableToAnswer) as refusal:
        read(key, raw)

    assert set(refusal.value.text) == set(LANGUAGES)
    assert refusal.value.text["nl"] != refusal.value.text["en"]


def test_all_problems_come_at_once() -> None:
    with pytest.raises(UnableToRead) as refusal:
        answers_from_mapping({"name": "", "people": "veel", "kleur": "rood", "values": ["honest"]})

    problems = {each.key: each.text for each in refusal.value.problems}
    assert set(problems) == {"name", "people", "kleur", "manager", "values"}
    assert "‘kleur’ is geen vraag" in problems["kleur"]["nl"]
    assert "three to five" in problems["values"]["en"]


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"sector": "listed", "listed": False}, "listed"),
        ({"closed_periods": ["2027-01-15 tot 2027-02-10"]}, "closed_periods"),
        ({"people": 1, "body": "or"}, "body"),
        ({"body": "none", "consent": "2026-12-10"}, "body"),
        ({"consent": "2026-12-10", "in_force": "2026-12-01"}, "in_force"),
    ],
)
def test_answers_that_cannot_be_true_together_are_named(more: dict[str, object], key: str) -> None:
    with pytest.raises(UnableToRead) as refusal:
        answers_from_mapping({**BARE, **more})

    assert [each.key for each in refusal.value.problems] == [key]


@pytest.mark.parametrize(
    ("key", "answered", "asked"),
    [
        ("deputy", {"people": "1"}, False),
        ("deputy", {"people": 1}, False),
        ("deputy", {"people": "40"}, True),
        ("consent", {"people": 40, "body": "Ondernemingsraad"}, True),
        ("consent", {"people": 40, "body": "4"}, False),
        ("closed_periods", {"listed": "ja"}, True),
        ("closed_periods", {"listed": False}, False),
    ],
)
def test_what_was_typed_decides_what_is_asked_next(
    key: str, answered: dict[str, object], asked: bool
) -> None:
    assert question(key).is_asked(answered) is asked


def test_a_default_follows_what_was_typed() -> None:
    assert question("stance").default_after({"sector": "Zorg"}) == "breaks"
    assert question("stance").default_after({"sector": "shop"}) == "reasonable"


def test_defaults_fit_the_sector() -> None:
    shop = answers_from_mapping({**BARE, "sector": "shop"})
    care = answers_from_mapping({**BARE, "sector": "care"})
    listed = answers_from_mapping({**BARE, "sector": "listed"})

    assert (shop.stance, care.stance) == ("reasonable", "breaks")
    assert shop.values != care.values
    assert listed.listed
    assert not shop.listed


def test_someone_alone_is_not_asked_for_others() -> None:
    answers = answers_from_mapping({**BARE, "people": 1})

    assert (answers.body, answers.deputy, answers.leaders) == ("none", None, ())
    assert answers.works_alone
    assert not answers.has_four_eyes


def test_a_name_is_enough_for_defaults() -> None:
    answers = defaults("Voorbeeld", lang="en")

    assert answers.name == "Voorbeeld"
    assert answers.languages == ("en", "nl")
    assert answers.manager.reach == "drop by"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_answers_in_examples_are_right(path: Path) -> None:
    answers = answers_from_mapping(YAML(typ="safe", pure=True).load(path.read_text("utf-8")))

    assert answers.name


def test_there_are_examples_of_every_sector_and_of_working_alone() -> None:
    assert [path.stem for path in EXAMPLES] == [
        "bakery", "care", "listed", "municipality", "one-person",
    ]  # fmt: skip
