"""The handbook's own words, in both languages; every one of them stands in `wording.toml`."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from afspraak.diagnostics import LANGUAGES, Lang


def say(key: str, lang: Lang, /, **values: object) -> str:
    """The words known as `key` in `lang`, with `values` filled in."""
    return _wording()[key][lang].format(**values)


def say_date(day: dt.date, lang: Lang) -> str:
    """A date as people write it: 1 januari 2027, 1 January 2027."""
    return f"{day.day} {say('months', lang).split()[day.month - 1]} {day.year}"


def say_count(key: str, number: int, lang: Lang) -> str:
    """A number with its noun; `key.one` is for 1, `key.many` for the rest."""
    return say(f"{key}.{'one' if number == 1 else 'many'}", lang, number=number)


def keys() -> tuple[str, ...]:
    """Every key there is."""
    return tuple(_wording())


@cache
def _wording() -> Mapping[str, Mapping[Lang, str]]:
    source = files("afspraak.protocol.handbook").joinpath("wording.toml").read_text("utf-8")
    return {
        key: {lang: " ".join(texts[lang].split()) for lang in LANGUAGES}
        for key, texts in tomllib.loads(source).items()
    }
