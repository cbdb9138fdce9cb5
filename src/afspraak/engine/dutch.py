"""Dutch plurals and diminutives of a term, for lists that ask for them.

Spelling rules with the stress left out: where Dutch spelling depends on stress that letters do
not show, every candidate is given. A form nobody writes finds nothing, so too many does no harm;
what is avoided is a form that is another word (*bom* gives *bommen*, never *bomen*).
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Literal

Form = Literal["plural", "diminutive"]

_VOWELS = "aeiouyàáâäèéêëìíîïòóôöùúûü"
_SHORT = re.compile(rf"(?:^|[^{_VOWELS}]|qu)[aeiou][bcdfgklmnpqrstvz]$")
_LONG = re.compile(r"(aa|ee|oo|uu)([bcdfghklmnpqrstvwz])$")
_SYLLABLE = re.compile(rf"ij|[{_VOWELS}]+")
_VOICED = {"f": "v", "s": "z"}
_FINAL_E = {"é": "ee", "è": "ee", "ê": "ee", "ë": "ee"}
_NO_SIBILANT = "sxz"
_ENDINGS = (
    ("heid", "heden"),
    ("man", "lieden", "lui", "mensen"),
    ("um", "a"),
    ("us", "i"),
    ("is", "es"),
    ("ex", "ices"),
    ("ix", "ices"),
)


def forms(term: str, wanted: tuple[Form, ...]) -> tuple[str, ...]:
    """The term and the asked-for forms of its last word, each once, the term itself first."""
    head, word = _last_word(term)
    found = [term]
    if word:
        if "plural" in wanted:
            found += [head + form for form in plurals(word)]
        if "diminutive" in wanted:
            found += [head + form for form in diminutives(word)]
    return tuple(dict.fromkeys(found))


def plurals(word: str) -> tuple[str, ...]:
    """How the plural of one word may be spelled: `raam` gives `ramen` (and `raams`)."""
    return tuple(dict.fromkeys(_plurals(word)))


def diminutives(word: str) -> tuple[str, ...]:
    """How the diminutive of one word may be spelled, singular and plural."""
    return tuple(
        dict.fromkeys(form + ending for form in _diminutives(word) for ending in ("", "s"))
    )


def _last_word(term: str) -> tuple[str, str]:
    cut = max(term.rfind(separator) for separator in " -_/") + 1
    word = term[cut:]
    return (term[:cut], word) if len(word) > 1 and word[-1].isalpha() else (term, "")


def _plurals(word: str) -> Iterator[str]:
    lower = word.lower()
    yield from _irregular(word, "plural")
    yield from _learned_plurals(word)
    if lower[-1] == "e" or lower[-1] in _FINAL_E:
        yield from (word + "s", word + "n")
        if lower.endswith("oe"):
            yield word + "en"
        elif lower.endswith(("ee", "ie")):
            yield from (word + "ën", word[:-1] + "ën")
    elif lower[-1] in "aiouy" and not lower.endswith(("ei", "ui", "ij")):
        yield from (word + "'s", word + "s")
    else:
        yield from (stem + "en" for stem in _stems(word))
        if lower[-1] not in _NO_SIBILANT:
            yield word + "s"
        if word.isupper():
            yield word + "'s"


def _learned_plurals(word: str) -> Iterator[str]:
    for ending, *others in _ENDINGS:
        if word.lower().endswith(ending) and len(word) > len(ending) + 2:
            yield from (word[: -len(ending)] + other for other in others)


def _stems(word: str) -> Iterator[str]:
    """The word as it is written before *-en*: brief → briev, bal → ball, raam → ram."""
    lower = word.lower()
    last = word[-1]
    if _LONG.search(lower):
        single = word[:-2] + last
        yield single
        if lower[-1] in _VOICED:
            yield word[:-2] + _VOICED[lower[-1]]
    elif _SHORT.search(lower):
        yield word + last
        if len(_SYLLABLE.findall(lower)) > 1:
            yield word
    else:
        yield word
        if lower[-1] in _VOICED:
            yield word[:-1] + _VOICED[lower[-1]]


def _diminutives(word: str) -> Iterator[str]:
    lower = word.lower()
    yield from _irregular(word, "diminutive")
    if lower[-1] in _VOWELS or lower.endswith(("ij", "w")):
        yield from _after_vowel(word)
    else:
        yield from _after_consonant(word)
    if word.isupper():
        yield from (word + "'tje", word + "'je")


def _after_vowel(word: str) -> Iterator[str]:
    lower = word.lower()
    yield word + "tje"
    if lower[-1] in _FINAL_E:
        yield word[:-1] + "eetje"
    elif lower[-1] in "aou":
        yield from (word + word[-1] + "tje", word + "'tje")
    elif lower[-1] in "iy":
        yield from (word + "etje", word + "'tje")
    elif lower[-1] == "e":
        yield from _without_e(word)


def _after_consonant(word: str) -> Iterator[str]:
    lower = word.lower()
    doubled = word + word[-1] if _SHORT.search(lower) else word
    if lower.endswith("ing"):
        yield from (word[:-1] + "kje", word + "etje")
    elif lower[-1] == "m":
        yield from (word + "pje", doubled + "etje")
    elif lower[-1] in "lnr" or lower.endswith("ng"):
        yield from (word + "tje", doubled + "etje")
    else:
        yield word + "je"
        if lower[-1] in "bdgpt" and doubled != word:
            yield doubled + "etje"


def _without_e(word: str) -> Iterator[str]:
    """A long vowel before the lost e is written so: machine → machientje."""
    stem, lower = word[:-1], word.lower()
    if lower.endswith("ine"):
        yield stem[:-1] + "entje"
    elif len(stem) > 2 and lower[-3] in "aou" and lower[-2] in "dlnrt":
        yield stem[:-1] + lower[-3] + lower[-2] + ("tje" if lower[-2] in "lnr" else "je")


def _irregular(word: str, form: Form) -> Iterator[str]:
    """Forms by the table, also as the last part of a compound: `zwembad` → `zwembaden`."""
    lower = word.lower()
    for start in range(len(lower) - 1):
        for ending in _table()[form].get(lower[start:], ()):
            yield word[:start] + ending


@cache
def _table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    text = resources.files("afspraak.engine.words").joinpath("dutch.toml").read_text("utf-8")
    return {
        form: {word: tuple(endings) for word, endings in words.items()}
        for form, words in tomllib.loads(text).items()
    }
