"""The measures of a whole post."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraak.diagnostics import Span
from afspraak.engine.measures import MEASURES
from afspraak.engine.post import Media, Post


def measured(name: str, text: str, amount: int = 0, network: str | None = None) -> list[str]:
    """The stretches of `text` that are too much."""
    post = Post(text, network=network)
    return [span.of(text) for span in MEASURES[name](post, amount)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#blijebakkersdag", ["#blijebakkersdag"]),
        ("#BlijeBakkersDag #brood", []),
        ("#ondernemerschap", []),
        ("#ondernemerschapinnederland", ["#ondernemerschapinnederland"]),
        ("x#blijebakkersdag", []),
        ("#1234567890123", []),
        ("#日本語日本語日本語日本語日本語", []),
        ("＃blijebakkersdag", ["＃blijebakkersdag"]),
        ("#bli\u0308jebakkersdag!", ["#bli\u0308jebakkersdag"]),
        ("#Ĳjsbrekersdagen", []),
    ],
)
def test_hashtag_case(text: str, found: list[str]) -> None:
    assert measured("hashtag-case", text, 13) == found


def test_hashtag_count_by_amount_or_network() -> None:
    assert measured("hashtag-count", "#a1 #b2 #c3", 2) == ["#c3"]
    assert measured("hashtag-count", "#a1 #b2 #c3") == []
    assert measured("hashtag-count", "#ab " * 32, network="instagram") == ["#ab", "#ab"]
    assert measured("hashtag-count", "#ab " * 32, network="bluesky") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DIT IS NU KLAAR hoor", ["DIT IS NU KLAAR"]),
        ("DIT IS NU klaar", []),
        ("IK ZAG U EN JOU", ["IK ZAG U EN JOU"]),
        ("A B C D E", []),
        ("VVD, CDA, SGP, CU", []),
        ("JA! NEE! STOP! NU!", ["JA! NEE! STOP! NU"]),
        ("ÉÉN TWEE DRIE VIER", ["ÉÉN TWEE DRIE VIER"]),
        ("日本 日本 日本 日本", []),
        ("E\u0301E\u0301N TWEE\u2003DRIE VIER", ["E\u0301E\u0301N TWEE\u2003DRIE VIER"]),
    ],
)
def test_capitals(text: str, found: list[str]) -> None:
    assert measured("capitals", text, 4) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("🎉🎉🎉", ["🎉🎉🎉"]),
        ("🎉🎉", []),
        ("a 🎉 🎉\n🎉 b", ["🎉 🎉\n🎉"]),
        ("🎉🎉a🎉🎉", []),
        ("👩‍👩‍👧‍👦👍🏽", []),
        ("🇳🇱🇧🇪1️⃣", ["🇳🇱🇧🇪1️⃣"]),
        ("123 ©®™", []),
    ],
)
def test_emoji_run(text: str, found: list[str]) -> None:
    assert measured("emoji-run", text, 2) == found


def test_length_is_what_no_longer_fits() -> None:
    assert measured("length", "a" * 281, network="x") == ["a"]
    assert measured("length", "a" * 281) == []
    assert measured("length", "a" * 281, network="elsewhere") == []


@pytest.mark.parametrize(
    ("measure", "media", "is_found"),
    [
        ("media-alt", Media(alt=" "), True),
        ("media-alt", Media(), True),
        ("media-alt", Media(alt="Brood"), False),
        ("media-gps", Media(gps=True), True),
        ("media-gps", Media(), False),
        ("media-people", Media(people_asked=False), True),
        ("media-people", Media(people_asked=True), False),
        ("media-people", Media(), False),
    ],
)
def test_media(measure: str, media: Media, is_found: bool) -> None:
    assert MEASURES[measure](Post("", media=(media,)), 0) == ((Span(0, 0),) if is_found else ())
    assert MEASURES[measure](Post("x"), 0) == ()


def test_media_alt_length_is_the_networks() -> None:
    media = (Media(alt="a" * 501),)
    assert MEASURES["media-alt-length"](Post("", network="pinterest", media=media), 0)
    assert not MEASURES["media-alt-length"](Post("", network="mastodon", media=media), 0)
    assert not MEASURES["media-alt-length"](Post("", media=media), 0)


def test_post_is_the_whole_text() -> None:
    assert measured("post", "Hoi!") == ["Hoi!"]


@given(
    st.sampled_from(sorted(MEASURES)),
    st.text(st.sampled_from("aZ #@.🎉👍🏽é\u0301\n1️⃣日") | st.characters(), max_size=40),
    st.sampled_from([None, "x", "mastodon", "threads"]),
)
def test_spans_lie_in_the_text_and_apart(name: str, text: str, network: str | None) -> None:
    spans = MEASURES[name](Post(text, network=network), 1)
    edges = [edge for span in spans for edge in (span.start, span.end)]

    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
