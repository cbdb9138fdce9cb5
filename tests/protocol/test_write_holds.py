"""Whatever is answered: the file loads, has no lint finding, and its own examples hold."""

import datetime as dt
from itertools import product
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from afspraak.engine import compiler, examples, kinds, networks
from afspraak.engine.draft import Checker
from afspraak.engine.post import Post
from afspraak.protocol import lint, loader
from afspraak.protocol.interview import answers_from_mapping, defaults
from afspraak.protocol.model import Protocol
from afspraak.protocol.write import write_protocol

TODAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 12)  # noqa: DTZ001 - the organisation's own clock
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "answers").glob("*.yaml"))
SECTORS = ("shop", "care", "municipality", "listed", "other")
STANCES = ("open", "reasonable", "breaks", "not-while-working")
# Both at once are in every other test.
LANGUAGES = (["nl"], ["en"])

SIZES: dict[str, dict[str, object]] = {
    "alone": {"people": 1},
    "small": {"people": 8, "body": "meeting", "consent": "2026-11-01"},
    "nobody": {"people": 8, "body": "none"},
    "large": {
        "people": 900,
        "deputy": "Tweede, tweede@jansen.test",
        "press": "Derde, pers@jansen.test",
        "confidant": "Vierde, 030 123 45 67",
        "second_reader": "Vijfde, vijfde@jansen.test",
        "leaders": ["Zesde"],
        "body": "or",
        "consent": "2026-11-10",
        "reference": "OR-1",
        "brands": ["Zonnebrood"],
        "projects": ["Project Heron"],
        "networks": ["linkedin", "mastodon"],
    },
}


def given(sector: str, stance: str, size: str, languages: list[str]) -> dict[str, object]:
    return {
        "name": "Voorbeeld Jansen",
        "manager": "Iemand, iemand@jansen.test",
        "sector": sector,
        "stance": stance,
        "languages": languages,
        **SIZES[size],
        **({"closed_periods": ["2027-01-15 tot 2027-02-10"]} if sector == "listed" else {}),
    }


def loaded(mapping: dict[str, object]) -> loader.LoadResult:
    text = write_protocol(answers_from_mapping(mapping), today=TODAY)
    return loader.load_result(text, kinds=kinds.options_of_kinds(), networks=networks.names())


def assert_reads_well(result: loader.LoadResult) -> None:
    assert result.diagnostics == ()
    assert lint.lint(result.protocol, today=TODAY) == ()


def assert_does_what_it_says(protocol: Protocol) -> None:
    assert examples.run(protocol, checker_of(protocol), now=NOW) == ()


def checker_of(protocol: Protocol) -> Checker:
    return Checker(compiler.compile_pack(protocol))


@pytest.mark.parametrize(("sector", "stance"), list(product(SECTORS, STANCES)))
def test_every_sector_and_stance_reads_well(sector: str, stance: str) -> None:
    assert_reads_well(loaded(given(sector, stance, "large", ["nl", "en"])))


@pytest.mark.parametrize(("sector", "size"), list(product(SECTORS, ["alone", "small", "nobody"])))
def test_every_size_reads_well(sector: str, size: str) -> None:
    assert_reads_well(loaded(given(sector, "reasonable", size, ["nl", "en"])))


@pytest.mark.parametrize(("sector", "languages"), list(product(SECTORS, LANGUAGES)))
def test_every_choice_of_languages_reads_well(sector: str, languages: list[str]) -> None:
    result = loaded(given(sector, "breaks", "large", languages))

    assert_reads_well(result)
    assert list(result.protocol.languages) == languages


@pytest.mark.parametrize("sector", SECTORS)
def test_the_rules_of_every_sector_do_what_they_say(sector: str) -> None:
    assert_does_what_it_says(loaded(given(sector, "open", "large", ["en"])).protocol)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_read_well_and_do_what_they_say(path: Path) -> None:
    result = loaded(YAML(typ="safe", pure=True).load(path.read_text("utf-8")))

    assert_reads_well(result)
    assert_does_what_it_says(result.protocol)
    assert _hints(checker_of(result.protocol)) == []


def test_defaults_lack_only_the_consent() -> None:
    text = write_protocol(defaults("Voorbeeld Jansen"), today=TODAY)
    protocol = loader.load(text, kinds=kinds.options_of_kinds())

    found = lint.lint(protocol, today=TODAY)
    assert [(each.level, each.path) for each in found] == [("tip", ("edition", "representation"))]
    assert_does_what_it_says(protocol)


ORDINARY = [
    "Wat een drukke dag op het werk, maar wel leuke klanten gehad!",
    "Morgen vrij. Eindelijk uitslapen en daarna naar het strand met de kinderen.",
    "Mijn baas snapt echt niets van het rooster. Zo kan het niet langer.",
    "Trots op mijn collega's, het was een zware week.",
    "Weet iemand een goede fietsenmaker in de buurt?",
    "Ik vind het plan van de directie slecht en dat heb ik ook gezegd.",
    "We hebben vandaag taart op kantoor, Karin is jarig.",
    "Long day at work, but the team was great.",
    "Our boss does not get it. This rota has to change.",
    "Does anyone know a good plumber?",
    "Happy to start my new job on Monday!",
    "What a match last night, we deserved to win.",
]


def _hints(checker: Checker) -> list[tuple[str, str]]:
    """What is said about ordinary posts of somebody whose profile names the employer."""
    return [
        (text, checker.pack.data["rules"][hit.rule]["id"])
        for text in ORDINARY
        for hit in checker.check(Post(text, as_="affiliated"), now=NOW)
    ]
