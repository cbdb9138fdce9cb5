"""The lexicon of `respect`: words and phrases by name, from the data files of this folder."""

import itertools
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

_FILES = ("targets", "insults", "slurs", "groups", "threats", "guards")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_DIGITS = str.maketrans("aeio", "4310")
_MASKED = {"a": "a4@*", "e": "e3*", "i": "i1*", "o": "o0*", "u": "u*"}
MAX_STRETCH = 9
"""How often a letter may be repeated: kuuuut."""


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of one list, with every choice `{a|b}` written out."""
    return tuple(dict.fromkeys(each for raw in _entries(name) for each in _written_out(raw)))


@cache
def with_digits(name: str) -> tuple[str, ...]:
    """The words of one list with digits for one vowel or for all: kl0otzak, kl00tz4k."""
    return tuple(dict.fromkeys(each for word in _entries(name) for each in _digits(word)))


@cache
def compound_pattern() -> str:
    """A regular expression for swearing put before a noun for people: kutmarokkaan, k4nkerhomo."""
    swearing = _one_of(masked(each) for each in _entries("prefixes"))
    people = _one_of(masked(each) for each in _entries("people"))
    persons = _one_of(_entries("persons"))
    return f"{swearing}(?:[ -]?{people}|-?{persons})(?:'?s|en|je|tjes?|jes?)?"


@cache
def masked_pattern() -> str:
    """A regular expression for insults with letters hidden: kl**tzak, b@stard."""
    return _one_of(masked(each) for each in (*_entries("leet"), *_entries("leet_slurs")))


def masked(word: str) -> str:
    """A regular expression for `word` with vowels stretched, hidden or as digits."""
    runs = ((letter, len(list(run))) for letter, run in itertools.groupby(word))
    return "".join(
        f"[{_MASKED[letter]}]{{{length},{MAX_STRETCH}}}" if letter in _MASKED else letter * length
        for letter, length in runs
    )


def _digits(word: str) -> list[str]:
    runs = re.finditer(r"[aeio]+", word)
    one = [word[: m.start()] + m[0].translate(_DIGITS) + word[m.end() :] for m in runs]
    return [*one, word.translate(_DIGITS)]


def _one_of(branches: Iterable[str]) -> str:
    return f"(?:{'|'.join(branches)})"


@cache
def _entries(name: str) -> tuple[str, ...]:
    entries = (each.strip() for each in _lists()[name].split(","))
    return tuple(each for each in entries if each)


def _written_out(entry: str) -> list[str]:
    pieces = _CHOICE.split(entry)
    choices = [piece.split("|") if n % 2 else [piece] for n, piece in enumerate(pieces)]
    return [" ".join("".join(each).split()) for each in itertools.product(*choices)]


@cache
def _lists() -> dict[str, str]:
    folder = resources.files(__package__)
    lists: dict[str, str] = {}
    for file in _FILES:
        read = tomllib.loads((folder / f"{file}.toml").read_text("utf-8"))
        if twice := lists.keys() & read.keys():
            raise ValueError(f"{file}.toml: {', '.join(sorted(twice))} stands in another file too")
        lists |= read
    return lists
