"""The languages a person can choose: each in its own words, and in the words of both."""

from collections.abc import Mapping

from afspraak.diagnostics import Text

LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
SAID: Mapping[str, Text] = {
    "nl": {"nl": "Nederlands", "en": "Dutch"},
    "en": {"nl": "Engels", "en": "English"},
}
