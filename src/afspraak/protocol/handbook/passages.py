"""Texts of the company made ready for a reader: in the wanted language, without odd characters."""

import re
import unicodedata

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.protocol.handbook.content import Passage
from afspraak.protocol.model import Words

# Left-to-right and right-to-left overrides can make a line read as something else than it says.
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT = frozenset("\n\t")
_UNSHOWN = frozenset({"Cc", "Cs", "Co", "Cn"})

_WORD = re.compile(r"[^\W\d_]+")
# Small words that stand in nearly every sentence of one language and in none of the other.
_DUTCH = """
aan bij dat de die dit een en ga goed gaan het hij hoe ik jij jouw kan leuk maar mee met mijn morgen
naar niet nieuwe nog nu ons onze ook op te twee uit van vandaag volgende voor vraag waar wat wij wil
zijn zo
"""
_ENGLISH = """
a and are at before by can come could for from good has have here i if it its love more my new next
not on our out she should than that the their there they this to today tomorrow what who will with
you your
"""
_TELLING: dict[Lang, frozenset[str]] = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
}


def passage(words: Words, lang: Lang) -> Passage:
    """The text in `lang`, or in the language there is, which then says so."""
    for wanted in (lang, *LANGUAGES):
        if text := words.get(wanted):
            return Passage(clean(text), wanted)
    return Passage("", lang)


def post(text: str, lang: Lang) -> Passage:
    """An example post with the language it seems to be in; in doubt, `lang`."""
    found = {word.casefold() for word in _WORD.findall(text)}
    other: Lang = "en" if lang == "nl" else "nl"
    elsewhere = len(found & _TELLING[other]) > len(found & _TELLING[lang])
    return Passage(clean(text), other if elsewhere else lang)


def generic(text: Passage) -> Passage:
    """A message of the check with an ellipsis for what a post would fill in."""
    return Passage(re.sub(r"\{[a-z_]+\}\.?", "…", text.text), text.lang)


def clean(text: str) -> str:
    """The text without control characters, unassigned ones and changes of direction."""
    if text.replace("\n", " ").isprintable():  # nearly every text, and much quicker
        return text.strip()
    return "".join(
        character
        for character in text.replace("\r\n", "\n").replace("\r", "\n")
        if character in _KEPT
        or not (unicodedata.category(character) in _UNSHOWN or character in _DIRECTION)
    ).strip()
