"""Entries as people read them."""

from zoneinfo import ZoneInfo

import pytest

from afspraak.diagnostics import Lang
from afspraak.web.audit import wording
from afspraak.web.audit.seals import Fact

ZONE = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("name", "value", "lang", "said"),
    [
        ("fields", "language", "nl", "taal"),
        ("fields", "name, away_until", "en", "name, away until and including"),
        ("changed", "timezone, accent", "nl", "tijdzone, huiskleur"),
        ("changed", 3, "nl", "3"),
        ("fields", "unheard-of", "nl", "unheard-of"),
        ("number", "language", "nl", "language"),
        ("role", "editor", "en", "editor"),
    ],
)
def test_a_fact_is_said_in_words(name: str, value: Fact, lang: Lang, said: str) -> None:
    assert wording.said(name, value, lang, ZONE) == said
