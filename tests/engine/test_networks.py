"""The table of networks, and how long a text is on each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraak.engine import graphemes
from afspraak.engine.length import cut_at, length_on
from afspraak.engine.networks import all_networks, names

LONG_LINK = "https://bakkerijjansen.nl/een/heel/lang/adres/dat/niet/op/wil/houden"


def test_names_are_what_protocols_use() -> None:
    assert {"x", "mastodon", "bluesky", "linkedin", "instagram", "threads"} <= set(names())
    assert list(names()) == sorted(names())


@pytest.mark.parametrize("name", names())
def test_network_is_complete(name: str) -> None:
    network = all_networks()[name]
    assert network.label
    assert network.limit > 0
    assert network.unit in {"points", "utf16", "utf8", "graphemes", "weighted", "emoji-bytes"}


@pytest.mark.parametrize(
    ("network", "text", "length"),
    [
        ("x", "brood", 5),
        ("x", "één", 3),
        ("x", "e\u0301e\u0301n", 3),
        ("x", "日本", 4),
        ("x", "👩‍👩‍👧‍👦", 2),
        ("x", "👍🏽🇳🇱", 4),
        ("x", "“brood” – zó", 12),
        ("x", f"Kijk {LONG_LINK}.", 29),
        ("x", "bit.ly/x", 23),
        ("x", "@jan@mastodon.social", 20),
        ("mastodon", f"Kijk {LONG_LINK}", 28),
        ("mastodon", "bakkerijjansen.nl", 17),
        ("mastodon", "@jan@mastodon.social hoi", 8),
        ("mastodon", "👩‍👩‍👧‍👦", 1),
        ("bluesky", "👩‍👩‍👧‍👦", 1),
        ("bluesky", LONG_LINK, len(LONG_LINK)),
        ("instagram", "👍", 2),
        ("threads", "hé 👍", 7),
        ("youtube", "één", 5),
        ("pinterest", "👍🏽", 2),
    ],
)
def test_length_on(network: str, text: str, length: int) -> None:
    assert length_on(network, text) == length


@pytest.mark.parametrize("network", names())
def test_cut_at_is_where_the_limit_is(network: str) -> None:
    limit = all_networks()[network].limit
    assert cut_at(network, "a" * limit) is None
    assert cut_at(network, "a" * (limit + 1)) == limit
    assert cut_at(network, "") is None


def test_cut_at_keeps_links_and_emoji_whole() -> None:
    assert cut_at("x", "a" * 260 + " " + LONG_LINK) == 261
    assert cut_at("x", "a" * 279 + "👩‍👩‍👧‍👦") == 279
    assert cut_at("x", "a" * 260 + " http://bak") == 261
    assert cut_at("pinterest", "a" * 799 + "1️⃣") == 799
    assert cut_at("mastodon", "a" * 497 + " @jan@mastodon.social") == 498


pieces = st.lists(
    st.sampled_from(["a", "é", " ", "👍🏽", "日", LONG_LINK + " ", "@jan@x.nl ", "\r\n", "1️⃣"])
)


@given(st.sampled_from(names()), pieces)
def test_what_is_before_the_cut_fits(network: str, parts: list[str]) -> None:
    text = "".join(parts) * 12
    cut = cut_at(network, text)
    limit = all_networks()[network].limit

    assert (cut is None) == (length_on(network, text) <= limit)
    if cut is not None:
        assert cut in {0, *graphemes.ends(text)}
