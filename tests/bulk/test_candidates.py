"""A row that a pattern matches always holds the pattern's candidate."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from afspraak.bulk import candidates, scanner
from afspraak.engine.pack import PackPattern
from gate import packs

PATTERNS: list[PackPattern] = packs.by_name("everything").data["patterns"]
CANDIDATES = [candidates.candidate(each["regex"]).encode() for each in PATTERNS]
AROUND = st.text("ab1 .-@/é🙂中\n", max_size=6)


@cache
def all_candidates() -> scanner.Database:
    return scanner.Database(CANDIDATES, literal=False)


def finds(expression: str, text: str) -> bool:
    """Whether Hyperscan finds the candidate in the text."""
    database = scanner.Database((expression.encode("ascii"),), literal=False)
    return len(database.search(text.encode())[0]) > 0


@pytest.mark.parametrize("number", range(len(PATTERNS)))
@settings(max_examples=15)
@given(data=st.data())
def test_what_a_pattern_matches_holds_its_candidate(number: int, data: st.DataObject) -> None:
    regex = PATTERNS[number]["regex"]
    match = data.draw(st.from_regex(regex, fullmatch=True, alphabet=st.characters(codec="utf-8")))
    text = data.draw(AROUND) + match + data.draw(AROUND)

    assert number in all_candidates().search(text.encode())[0]


@pytest.mark.parametrize(
    ("regex", "text"),
    [
        ("a.{0,3}b", "a😀😀😀b"),
        ("x[^ ]{2,4}y", "x中中中中y"),
        ("(?:ab?){2,3}", "aa"),
        ("(?:[ ]{0,3}[0-9]){8}", "12345678"),
        ("[a-z]{0,30}@[a-z]{1,30}", "@a"),
        ("[0-9]{1,40}x[a-z]{0,40}(?:q|rs?)", "1xr"),
        ("é+!", "éé!"),
        ("(?:a{0,40}|b)c", "c"),
        ("k[0-9]{0,2}", "K"),
    ],
)
def test_a_match_of_an_odd_pattern_holds_its_candidate(regex: str, text: str) -> None:
    assert re.search(regex, text.lower())

    assert finds(candidates.candidate(regex), text)


@pytest.mark.parametrize("regex", ["a?", "(?:x|y{0,40})", r"\ba", "a(?=b)", r"(a)\1"])
def test_what_cannot_be_derived_says_so(regex: str) -> None:
    with pytest.raises(candidates.UnableToDerive):
        candidates.candidate(regex)


def test_hyperscan_takes_the_candidates_of_all_kinds() -> None:
    numbers, _ = all_candidates().search(b"bel 06-12345678 of mail jan@voorbeeld.nl")

    assert len(CANDIDATES) > 90
    assert len(set(numbers.tolist())) > 1
