"""Posts to think about: from the protocol, true to the check, and giving nothing away."""

import datetime as dt
from importlib.resources import files

import pytest

from afspraak.decisions import practice
from afspraak.diagnostics import Lang
from afspraak.engine import compiler, kinds, networks
from afspraak.engine.draft import Checker
from afspraak.protocol import loader

SOURCE = files("afspraak.web.demo").joinpath("protocol.yaml").read_bytes()
NOW = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


def exercises(lang: Lang, source: bytes = SOURCE) -> tuple[practice.Exercise, ...]:
    protocol = loader.load(source, kinds=kinds.options_of_kinds(), networks=networks.names())
    checker = Checker(compiler.compile_pack(protocol))
    return practice.exercises(protocol, practice.Reader(checker, lang, NOW))


@pytest.mark.parametrize(
    ("lang", "text"), [("nl", "Jij bent een klootzak."), ("en", "You are an idiot.")]
)
def test_an_example_that_is_found_does_not_fit_and_says_why(lang: Lang, text: str) -> None:
    found = next(each for each in exercises(lang) if each.text == text)

    assert (found.fits, found.clause, found.as_) == (False, "respect", "private")
    assert found.why
    assert found.advice


def test_a_right_of_ones_own_fits() -> None:
    found = next(each for each in exercises("nl") if "de vakbond roept" in each.text)

    assert (found.fits, found.clause) == (True, "rights")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_exercise_is_of_a_confidential_rule(lang: Lang) -> None:
    said = " ".join(f"{each.text} {each.why}" for each in exercises(lang)).casefold()

    assert "zonnebloem" not in said
    assert "sunflower" not in said


def test_three_are_chosen_from_three_clauses_and_of_both_sorts() -> None:
    held = exercises("nl")

    for seed in map(str, range(200)):
        three = practice.chosen(held, seed)
        assert len(three) == 3
        assert len({each.clause for each in three}) == 3
        assert {each.fits for each in three} == {True, False}


def test_the_same_seed_gives_the_same_posts_and_others_give_others() -> None:
    held = exercises("en")

    assert practice.chosen(held, "a") == practice.chosen(tuple(reversed(held)), "a")
    assert len({practice.chosen(held, str(seed)) for seed in range(20)}) > 10


def test_a_protocol_without_examples_has_nothing_to_try() -> None:
    assert practice.chosen((), "a") == ()


def test_fewer_than_three_are_all_there_are() -> None:
    held = exercises("nl")[:2]

    assert set(practice.chosen(held, "a")) == set(held)
