from functools import cache

import pytest

from afspraak.diagnostics import Lang
from afspraak.engine import kinds, networks
from afspraak.protocol import loader
from afspraak.protocol.handbook import handbook
from afspraak.web.handbook.searching import Index, words_of
from web.conftest import PROTOCOL


@cache
def index(lang: Lang = "nl") -> Index:
    protocol = loader.load(PROTOCOL, kinds=kinds.options_of_kinds(), networks=networks.names())
    return Index.of(handbook(protocol, lang), handbook(protocol, "en" if lang == "nl" else "nl"))


def found(query: str, lang: Lang = "nl") -> list[str]:
    return [each.id for each in index(lang).search(query)]


def test_every_word_must_be_in_a_part() -> None:
    both = found("foto klant")

    assert both == [each for each in found("foto") if each in found("klant")]
    assert 0 < len(both) < len(found("foto"))


@pytest.mark.parametrize("query", ["FOTO", "fóto", "  foto ", "foto foto", "Ｆoto"])
def test_accents_capitals_and_spaces_make_no_difference(query: str) -> None:
    assert found(query) == found("foto")


@pytest.mark.parametrize(("query", "lang"), [("union", "nl"), ("vakbond", "en")])
def test_words_of_the_other_language_find_the_same_clause(query: str, lang: Lang) -> None:
    (rights,) = [each for each in index(lang).search(query) if each.id == "clause-rights"]

    written = "en" if lang == "nl" else "nl"
    assert (rights.number, rights.title_lang) == (1, "")
    assert rights.passages[0][0] == written
    assert f"<mark>{query}</mark>" in rights.passages[0][1]


@pytest.mark.parametrize("query", ["", "   ", "xyzzy", "foto xyzzy", "\u0301"])
def test_nothing_is_found_for_nothing_or_for_what_is_not_there(query: str) -> None:
    assert found(query) == []


def test_a_passage_is_a_stretch_around_what_was_found_and_holds_no_markup() -> None:
    (who, *_) = index().search("sanne")

    for each in index().search("de"):
        for _, passage in each.passages:
            plain = passage.replace("<mark>", "").replace("</mark>", "")
            assert "<" not in plain
            assert len(plain) < 400
    assert who.passages


def test_a_query_is_cut_to_what_a_person_would_type() -> None:
    assert words_of("A é " + "x" * 200) == ["a", "e", "x" * 96]
    assert len(words_of(" ".join("abcdefghijklmn"))) == 8


def test_the_page_gets_words_of_the_other_language_only() -> None:
    words = index().other_words("clause-rights").split()

    assert "union" in words
    assert "vakbond" not in words
    assert len(words) == len(set(words))
