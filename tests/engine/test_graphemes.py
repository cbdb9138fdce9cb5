"""Graphemes against the `regex` package, which implements UAX #29 by itself."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from afspraak.engine import graphemes

# One or two of each class, so that generated texts meet every rule of UAX #29. A virama comes only
# after its consonant: `regex` joins one without to what follows, which rule GB9c does not.
TRICKY = (
    *"a \r\n\t\u0301\u0308\u200d\u200c\ufe0f\u20e31#©☺❤👍🏽👩🔬🇳🇱🇧🇪\u0600\u0903",
    *"\u1100\u1161\u11a8\uac00\uac01\u0915\u0937\u093c\u0d15",
    "\u0915\u094d",
    "\u0d15\u0d4d\u200d",
)

texts = st.lists(st.sampled_from(TRICKY), max_size=14).map("".join)


@given(texts)
def test_split_equals_regex(text: str) -> None:
    assert graphemes.split(text) == regex.findall(r"\X", text)


@given(texts)
def test_split_loses_nothing(text: str) -> None:
    assert "".join(graphemes.split(text)) == text
    assert graphemes.count(text) == len(graphemes.split(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("brood", 5),
        ("cafe\u0301", 4),
        ("\r\n", 1),
        ("👩‍👩‍👧‍👦", 1),
        ("👍🏽👍🏿", 2),
        ("🇳🇱🇧🇪", 2),
        ("1️⃣", 1),
        ("क्ष", 1),
    ],
)
def test_count(text: str, count: int) -> None:
    assert graphemes.count(text) == count


@pytest.mark.parametrize("text", ["😀", "❤️", "👍🏽", "🇳🇱", "1️⃣", "👩‍🔬", "☺️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"])
def test_is_emoji(text: str) -> None:
    assert graphemes.is_emoji(text)


@pytest.mark.parametrize("text", ["a", "1", "é", "©", "™", "❤", "→", "🇳", "中", "\u200d"])
def test_is_no_emoji(text: str) -> None:
    assert not graphemes.is_emoji(text)
