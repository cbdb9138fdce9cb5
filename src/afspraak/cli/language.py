"""The reader's language: `--lang`, then AFSPRAAK_LANG, then the locale, else English."""

import os
from collections.abc import Sequence
from pathlib import Path

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.replaying.voice import Voice

_chosen: list[Lang] = ["en"]
_said: list[str] = [""]


def choose(arguments: Sequence[str]) -> None:
    """Fixes the language of everything the program says, from its arguments and surroundings."""
    wanted = _asked_for(arguments)
    _said[0] = wanted
    _chosen[0] = (wanted if wanted in LANGUAGES else "en") if wanted else _of_surroundings()
    # click's own words ("Usage", "No such option") go through gettext
    if _chosen[0] == "nl":
        import gettext

        os.environ["LANGUAGE"] = "nl"
        gettext.bindtextdomain("afspraak", str(Path(__file__).parent / "locale"))
        gettext.textdomain("afspraak")


def lang() -> Lang:
    """The chosen language."""
    return _chosen[0]


def voice() -> Voice:
    """What says things in the chosen language."""
    return Voice(_chosen[0])


def said_as_option() -> str:
    """What `--lang` said; empty when it was left out."""
    return _said[0]


def say(*, nl: str, en: str) -> str:
    """Whichever of the two the reader wants."""
    return nl if _chosen[0] == "nl" else en


def _asked_for(arguments: Sequence[str]) -> str:
    for i, argument in enumerate(arguments):
        if argument == "--lang" and i + 1 < len(arguments):
            return arguments[i + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return ""


def _of_surroundings() -> Lang:
    for variable in ("AFSPRAAK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "nl" if value.startswith("nl") else "en"
    return "en"
