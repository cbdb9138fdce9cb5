"""Phrases the kinds look for: one TOML file a kind, beside this one."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources


@cache
def phrases(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The named sets of phrases of a kind, as people write them."""
    text = resources.files(__name__).joinpath(f"{kind}.toml").read_text("utf-8")
    return {name: tuple(listed) for name, listed in tomllib.loads(text).items()}


def combined(*sets: Iterable[str]) -> tuple[str, ...]:
    """Every phrase made of one from each set, in order: (onze,) and (zaak,) give `onze zaak`."""
    made = [""]
    for each in sets:
        made = [f"{before} {one}".strip() for before in made for one in each]
    return tuple(dict.fromkeys(made))
