"""Words and phrases to look for, kept in TOML files beside the rules that use them."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from afspraak.diagnostics import LANGUAGES, Lang

Patterns = Mapping[Lang, re.Pattern[str]]

_REFERENCE = re.compile(r"<([a-z-]+)>")


@cache
def phrases(package: str, name: str) -> Mapping[str, Patterns]:
    """The expressions of `name.toml` in a package, by their name in the file.

    An expression looks for whole words in folded text. Its lines are joined, a space stands for
    any white space, and `<name>` for the phrases of that name.
    """
    file = resources.files(package).joinpath(f"{name}.toml")
    read: Mapping[str, Mapping[Lang, str]] = tomllib.loads(file.read_text("utf-8"))
    return {
        key: {lang: _compile(read, key, lang) for lang in LANGUAGES if lang in words}
        for key, words in read.items()
    }


def _compile(read: Mapping[str, Mapping[Lang, str]], key: str, lang: Lang) -> re.Pattern[str]:
    spaced = _expand(read, key, lang).replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)")


def _expand(read: Mapping[str, Mapping[Lang, str]], key: str, lang: Lang) -> str:
    joined = read[key][lang].replace("\n", "")
    return _REFERENCE.sub(lambda match: _expand(read, match[1], lang), joined)
