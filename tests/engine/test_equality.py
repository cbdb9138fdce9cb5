"""The draft executor says exactly what the reference says, span for span."""

import datetime as dt
import random
import sys
import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraak.engine import page
from afspraak.engine.draft import Checker
from afspraak.engine.fold import standard_folder
from afspraak.engine.pack import Pack
from afspraak.engine.post import POST_AS, Post
from engine import adversarial, building, case_file, reference, reference_reading

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
TEXTS = 400
SEEDS = (1, 2)


@cache
def pack_of_everything() -> Pack:
    """All rules of all case files in one protocol, so that they meet and silence each other."""
    rules, lists = [], {}
    for path in sorted(case_file.CASES.glob("*.md")):
        protocol = case_file.read(path).protocol
        rules += [{**rule, "id": f"{path.stem}-{rule['id']}"} for rule in protocol["rules"]]
        lists.update(protocol.get("lists", {}))
    return building.pack_with(rules, lists=lists)


@cache
def packs() -> dict[str, Pack]:
    return {"server": pack_of_everything(), "page": page.page_pack(pack_of_everything())}


@cache
def checker_of(which: str) -> Checker:
    return Checker(packs()[which])


@cache
def reference_of(which: str) -> reference.Reference:
    return reference.Reference(packs()[which])


def expected(which: str, post: Post) -> list[tuple[str, int, int]]:
    return [each[:3] for each in reference_of(which).check(post, NOW)]


def found(checker: Checker, post: Post) -> list[tuple[str, int, int]]:
    rules = checker.pack.data["rules"]
    hits = checker.check(post, now=NOW)
    placed = [(rules[hit.rule]["id"], hit.span.start, hit.span.end) for hit in hits]
    return sorted(placed, key=lambda each: (each[1], each[2], each[0]))


@pytest.mark.parametrize("which", ["server", "page"])
@pytest.mark.parametrize("seed", SEEDS)
def test_draft_equals_reference_on_adversarial_texts(which: str, seed: int) -> None:
    pack = packs()[which]
    checker, chance = checker_of(which), random.Random(seed)
    words = adversarial.words_of(pack)
    touched = 0
    for _ in range(TEXTS):
        post = Post(adversarial.text(words, chance), as_=chance.choice(POST_AS))
        hits = found(checker, post)
        touched += bool(hits)

        assert hits == expected(which, post), repr(post.text)
    assert touched > TEXTS / 10


@pytest.mark.parametrize("which", ["server", "page"])
@given(text=st.text(max_size=80))
def test_draft_equals_reference_on_any_text(which: str, text: str) -> None:
    assert found(checker_of(which), Post(text)) == expected(which, Post(text))


def test_page_pack_finds_what_the_server_pack_finds() -> None:
    server, page_ = checker_of("server"), checker_of("page")
    chance, words = random.Random(3), adversarial.words_of(packs()["server"])
    for _ in range(TEXTS):
        post = Post(adversarial.text(words, chance))

        assert found(server, post) == found(page_, post), repr(post.text)


def test_fold_and_word_tables_are_what_unicode_says() -> None:
    folder = standard_folder()
    same_unicode = unicodedata.unidata_version == "14.0.0"
    differing = []
    for point in (*range(0xD800), *range(0xE000, sys.maxunicode + 1)):
        character = chr(point)
        if not same_unicode and unicodedata.ucd_3_2_0.category(character) == "Cn":
            continue  # a newer Unicode has characters that the frozen tables leave as they are
        if folder.fold(character).text != reference_reading.fold_character(character) or (
            folder.fold(character).text == character
            and folder.is_word(character) != reference_reading.is_word(character)
        ):
            differing.append(hex(point))

    assert not differing
