"""The four words in which a check speaks, the same on every screen."""

from collections.abc import Mapping
from typing import Literal

from afspraak.diagnostics import Text

Tone = Literal["info", "good", "care", "ask", "stop"]

WORDS: Mapping[str, Text] = {
    "stop": {"nl": "niet doen", "en": "stop"},
    "ask": {"nl": "eerst vragen", "en": "ask first"},
    "note": {"nl": "let op", "en": "take care"},
    "info": {"nl": "goed om te weten", "en": "good to know"},
}
TONES: Mapping[str, Tone] = {"stop": "stop", "ask": "ask", "note": "care", "info": "info"}
