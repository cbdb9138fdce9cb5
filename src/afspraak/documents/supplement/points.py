"""What each clause of the library says, point by point, with the words others use for it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypedDict

from afspraak.diagnostics import LANGUAGES, Lang, Text

Patterns = Mapping[Lang, tuple[re.Pattern[str], ...]]


class _Written(TypedDict, total=False):
    says: Text
    nl: list[str]
    en: list[str]
    not_nl: str
    not_en: str
    like: list[str]


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """One thing a clause says. `words` must all be found, `unless` must not."""

    key: str
    clause: str
    says: Text
    words: Patterns
    unless: Mapping[Lang, re.Pattern[str]]
    like: tuple[str, ...]

    def is_worded(self, sentence: str, context: str, lang: Lang) -> bool:
        """Whether a folded sentence says it in words we know, with what stands just before it."""
        *subject, said = self.words[lang]
        unless = self.unless.get(lang)
        if not said.search(sentence) or (unless and unless.search(sentence)):
            return False
        around = f"{context} {sentence}"
        return all(words.search(around) for words in subject)


@cache
def points() -> Mapping[str, Sequence[Point]]:
    """The points of each clause of the library, by the id of the clause."""
    source = resources.files(__package__).joinpath("points.toml").read_text("utf-8")
    read: Mapping[str, Mapping[str, _Written]] = tomllib.loads(source)
    return {
        clause: tuple(_point(clause, name, written) for name, written in held.items())
        for clause, held in read.items()
    }


@cache
def all_points() -> Sequence[Point]:
    """Every point there is."""
    return tuple(point for held in points().values() for point in held)


def _point(clause: str, name: str, written: _Written) -> Point:
    unless = {"nl": written.get("not_nl"), "en": written.get("not_en")}
    return Point(
        key=f"{clause}.{name}",
        clause=clause,
        says=written["says"],
        words={
            "nl": tuple(re.compile(each) for each in written["nl"]),
            "en": tuple(re.compile(each) for each in written["en"]),
        },
        unless={lang: re.compile(held) for lang in LANGUAGES if (held := unless[lang])},
        like=tuple(written["like"]),
    )
