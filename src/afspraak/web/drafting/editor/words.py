"""What the editor calls the keys of the file and what can be chosen for them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from afspraak.diagnostics import LANGUAGES, Text
from afspraak.protocol.filling import network_name
from afspraak.protocol.schema import field_texts


@cache
def _words() -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads(
        resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    )


def label(owner: str, key: str) -> Text:
    """The name of `key` in `owner`: a class of the protocol's model, or a kind of rule.

    `Contact:press` is the contact for the press.
    """
    owner, _, who = owner.partition(":")
    if who:
        whose, what = label("People", who), label(owner, key)
        return {lang: f"{whose[lang]}: {what[lang].lower()}" for lang in LANGUAGES}
    return _text(_words().get(owner, {}).get(key), key)


def hint(owner: str, key: str) -> Text | None:
    """What `key` is for, where that is told."""
    return field_texts().get(owner, {}).get(key)


def choice(owner: str, key: str, value: str) -> Text:
    """What `value` stands for when it is chosen for `key`; itself when nothing is known."""
    if key == "networks":
        return dict.fromkeys(LANGUAGES, network_name(value))
    known = _words()["choices"].get(f"{owner}.{key}")
    return _text(known.get(value) if isinstance(known, Mapping) else None, value)


def _text(pair: object, otherwise: str) -> Text:
    if isinstance(pair, list):
        return {"nl": str(pair[0]), "en": str(pair[1])}
    return {"nl": otherwise, "en": otherwise}
