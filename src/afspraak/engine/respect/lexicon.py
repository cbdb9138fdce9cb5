"""The lexicon of `respect`: words and phrases by name, from the data files of this folder."""

import itertools
import re
import tomllib
from functools import cache
from importlib import resources

_FILES = ("targets", "insults", "slurs", "groups", "exclusion", "misspelt", "threats", "guards")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_DIGITS = str.maketrans("aeio", "4310")


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of one list, with every choice `{a|b}` written out and its misspellings."""
    right = (each for raw in _entries(name) for each in _written_out(raw))
    return tuple(dict.fromkeys((*right, *_misspelt(f"{name}_misspelt"))))


@cache
def with_digits(name: str) -> tuple[str, ...]:
    """The words of one list with digits for one vowel or for all: kl0otzak, kl00tz4k."""
    return tuple(dict.fromkeys(each for word in _entries(name) for each in _digits(word)))


@cache
def compound_patterns() -> tuple[str, ...]:
    """Regular expressions for swearing put before a noun for people: kutmarokkaan, k4nkerhomo.

    The second has the swearing masked; two patterns pass over a text sooner than one.
    """
    nouns = f"(?:[ -]?{_one_of('people')}|-?{_one_of('persons')})(?:'?s|en|je|tjes?|jes?)?"
    return f"{_one_of('prefixes')}{nouns}", f"(?:{_lists()['masked_prefixes']}){nouns}"


@cache
def starred_pattern() -> str:
    """A regular expression for insults with stars in them: kl**tzak, b*tch."""
    return f"{_one_of('starred_starts')}[*]{{1,3}}{_one_of('starred_ends')}"


def _misspelt(name: str) -> list[str]:
    """Every way to drop, swap or part letters once, or to put digits; the ends stay as they are."""
    if name not in _lists():
        return []
    forms: list[str] = []
    for word in _entries(name):
        inner = range(1, len(word) - 1)
        forms += [word[:i] + word[i].translate(_DIGITS) + word[i + 1 :] for i in inner]
        forms.append(word.translate(_DIGITS))
        forms += [word[:i] + word[i + 1 :] for i in inner]
        forms += [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in inner]
        forms.append(" ".join(word))
        forms += [f"{word[:i]} {word[i:]}" for i in (*inner, len(word) - 1)]
    words_after_all = {*_entries("no_misspelling")}
    return [form for form in forms if " ".join(form.split()) not in words_after_all]


def _digits(word: str) -> list[str]:
    runs = re.finditer(r"[aeio]+", word)
    one = [word[: m.start()] + m[0].translate(_DIGITS) + word[m.end() :] for m in runs]
    return [*one, word.translate(_DIGITS)]


def _one_of(name: str) -> str:
    return f"(?:{'|'.join(_entries(name))})"


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
