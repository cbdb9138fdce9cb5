"""Whether a document is Dutch or English, by the little words."""

import re

from afspraak.diagnostics import Lang

_NL = frozenset({
    "de", "het", "een", "en", "van", "op", "te", "dat", "die", "niet", "voor", "met", "aan",
    "zijn", "wordt", "je", "bij", "om", "ook", "als",
})  # fmt: skip
_EN = frozenset({
    "the", "a", "and", "of", "to", "that", "this", "not", "for", "with", "on", "are", "be", "you",
    "at", "or", "as", "by", "it", "must",
})  # fmt: skip
_WORD = re.compile(r"[a-z]+")
ENOUGH_WORDS = 20_000


def language(text: str) -> Lang:
    """The language that most of the little words are of; Dutch when it is a draw."""
    words = _WORD.findall(text.lower())[:ENOUGH_WORDS]
    english = sum(word in _EN for word in words)
    return "en" if english > sum(word in _NL for word in words) else "nl"
