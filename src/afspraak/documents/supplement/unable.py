"""Why a document cannot be taken, in both languages, each with the way out."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from afspraak.diagnostics import Lang, Text, pick


class UnableToRead(Exception):
    """The document cannot be taken; `reason` is a code of `unable.toml`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def problem(self) -> Text:
        """What is the matter."""
        return _reasons()[self.reason]["problem"]

    @property
    def way_out(self) -> Text:
        """What to do about it."""
        return _reasons()[self.reason]["way_out"]

    def said(self, lang: Lang) -> str:
        """Both, as one line for a reader."""
        return f"{pick(self.problem, lang)}; {pick(self.way_out, lang)}"


def reasons() -> tuple[str, ...]:
    """Every reason there is, by its code."""
    return tuple(_reasons())


@cache
def _reasons() -> Mapping[str, Mapping[str, Text]]:
    source = resources.files(__package__).joinpath("unable.toml").read_text("utf-8")
    read: Mapping[str, Mapping[str, Text]] = tomllib.loads(source)
    return read
