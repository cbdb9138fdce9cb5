"""The ordinary posts are what the linter's word on over-reach rests on."""

import re

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.protocol.ordinary import ordinary_posts

MAX_CHARS = 300  # every network takes them; Bluesky's limit is the shortest


@pytest.mark.parametrize("lang", LANGUAGES)
def test_three_hundred_different_posts(lang: Lang) -> None:
    posts = ordinary_posts(lang)

    assert len(posts) == 300
    assert len({re.sub(r"\W+", " ", post.casefold()) for post in posts}) == 300
    assert all(post == post.strip() and len(post) <= MAX_CHARS for post in posts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_they_are_varied(lang: Lang) -> None:
    posts = ordinary_posts(lang)

    for pattern in (
        r"\?$",
        r"!",
        r"#\w",
        r"@\w",
        r"https?://",
        r"\d",
        r"[\U0001f300-\U0001faff]",
        r"[“‘]",
    ):
        assert sum(bool(re.search(pattern, post)) for post in posts) >= 2, pattern
    assert len({post.split()[0] for post in posts}) > 150


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "pattern",
    [
        r"[A-Z]{2}\d{2}[ ]?[A-Z]{4}",  # bank account
        r"\b0[1-9](?:[ -]?\d){8}\b|\+\d{2}",  # telephone number
        r"[\w.]+@[\w-]+\.\w",  # e-mail address
        r"\b\d{4} ?[A-Z]{2}\b",  # Dutch postcode
        r"\b\d{9}\b",  # citizen service number
    ],
)
def test_they_hold_no_personal_data(lang: Lang, pattern: str) -> None:
    assert [post for post in ordinary_posts(lang) if re.search(pattern, post)] == []


def test_the_languages_do_not_mix() -> None:
    dutch, english = (" ".join(ordinary_posts(lang)).casefold().split() for lang in LANGUAGES)

    assert dutch.count("de") > 100
    assert english.count("the") > 100
    assert dutch.count("the") + english.count("het") == 0
