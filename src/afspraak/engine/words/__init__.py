"""Phrases the kinds look for: one TOML file a kind, beside this one."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from afspraak.engine import fold
from afspraak.engine.rule import Pattern, WordSet

QUOTATION = WordSet(
    patterns=(
        Pattern('"[ !#-~]{1,200}"', left="", right=""),
        Pattern("'[ -&(-~]{1,200}'"),
    )
)
"""A stretch between quotation marks, on one line; folded text has straight marks only."""


@cache
def phrases(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The named sets of phrases of a kind; a set within a table is called `table.set`."""
    text = resources.files(__name__).joinpath(f"{kind}.toml").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for name, value in tomllib.loads(text).items():
        if isinstance(value, dict):
            found |= {f"{name}.{inner}": tuple(listed) for inner, listed in value.items()}
        else:
            found[name] = tuple(value)
    return found


def combined(*sets: Iterable[str]) -> tuple[str, ...]:
    """Every phrase made of one from each set, in order: (onze,) and (zaak,) give `onze zaak`."""
    made = [""]
    for each in sets:
        made = [f"{before} {one}".strip() for before in made for one in each]
    return tuple(dict.fromkeys(made))


def one_of(words: Iterable[str], *, optional: bool = False) -> str:
    """A regular expression for any of the words, the longest first.

    `optional` also allows none of them, and eats the space behind the word.
    """
    folded = {fold.fold(word).text for word in words}
    choice = "|".join(sorted(folded, key=lambda word: (-len(word), word)))
    return f"(?:(?:{choice}) )?" if optional else f"(?:{choice})"


def hashtags(tags: Iterable[str]) -> Pattern:
    """A pattern for any of the tags, which may end in a class with a repeat."""
    choice = "|".join(sorted(tags, key=lambda tag: ("[" not in tag, -len(tag), tag)))
    return Pattern(f"#(?:{choice})", left="")
