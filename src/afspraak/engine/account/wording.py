"""The sentences of the account check, filled in for one organisation."""

from collections.abc import Iterator, Mapping

from afspraak.diagnostics import LANGUAGES, Lang, Text
from afspraak.engine.account.lexicon import Lexicon
from afspraak.engine.account.suggestions import Ideas
from afspraak.engine.account.verdict import Seen, Verdict


class Wording:
    """Fills the texts of the pack; what is quoted is never searched for placeholders."""

    def __init__(self, lexicon: Lexicon, network: str) -> None:
        self._lexicon = lexicon
        self._texts = lexicon.data["texts"]
        self._fixed = {
            "organisation": lexicon.data["organisation"],
            "network": lexicon.rules(network)["called"],
        }

    def evidence(self, says: str, text: str) -> Text:
        """What a reader makes of the piece of evidence `text`."""
        return self._fill(f"evidence.{says}", {lang: {"text": text} for lang in LANGUAGES})

    def takes(self, reason: str) -> Text:
        """How a follower takes the account."""
        return self._fill(f"takes.{reason}", {})

    def advice(self, verdict: Verdict, seen: Seen, ideas: Ideas) -> Iterator[Text]:
        """What one may do about it: never an order, and nothing that cannot be filled in."""
        names = {"handle": "".join(ideas.work[:1]), "private": "".join(ideas.private[:1])}
        values = {lang: {**names, "line": ideas.bio[lang]} for lang in LANGUAGES}
        for key in _advice(verdict, seen, ideas, self._lexicon):
            yield self._fill(f"advice.{key}", values)

    def _fill(self, key: str, values: Mapping[Lang, Mapping[str, str]]) -> Text:
        return {
            lang: _filled(self._texts[key][lang], {**self._fixed, **values.get(lang, {})})
            for lang in LANGUAGES
        }


def _filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with each `{name}` replaced once, from left to right."""
    parts = text.split("{")
    filled = parts[0]
    for part in parts[1:]:
        name, _, rest = part.partition("}")
        filled += values[name] + rest
    return filled


def _advice(verdict: Verdict, seen: Seen, ideas: Ideas, lexicon: Lexicon) -> Iterator[str]:
    """The keys of the advice for this reading, the most important first."""
    facts = {
        "disclaimer": seen.says("disclaimer"),
        "no-disclaimer": not seen.says("disclaimer"),
        "work": bool(ideas.work),
        "private": bool(ideas.private),
        "no-private": not ideas.private and seen.names_us,
        "business": seen.business,
    }
    for key, *holds in lexicon.data["advice"].get(verdict.reason, [[verdict.reason]]):
        if all(facts[hold] for hold in holds):
            yield key
