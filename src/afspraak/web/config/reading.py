"""Reading the settings from a command, the environment and a file."""

import os
import tomllib
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

from afspraak.diagnostics import Text
from afspraak.web.config.fields import FILE_VARIABLE, PREFIX, Config, UnableToConfigure
from afspraak.web.config.wrong import CHECKS


def load(
    environment: Mapping[str, str] | None = None, told: Mapping[str, object] | None = None
) -> Config:
    """The settings: what was `told` on the command line, then the environment, then the file that
    it names. Raises `UnableToConfigure`.
    """
    given = os.environ if environment is None else environment
    values: dict[str, typing.Any] = {}
    places: dict[str, str] = {}
    if given.get(FILE_VARIABLE):
        path = Path(given[FILE_VARIABLE])
        for key, value in _from_file(path).items():
            values[key], places[key] = value, f"{path}: {key}"
    hints = typing.get_type_hints(Config)
    for each in fields(Config):
        variable = f"{PREFIX}{each.name.upper()}"
        if variable in given:
            values[each.name] = _read(given[variable], hints[each.name], variable)
            places[each.name] = variable
    for key, value in (told or {}).items():
        values[key], places[key] = value, f"--{key.replace('_', '-')}"
    made = Config(**values)
    for name, check in CHECKS.items():
        if name in places and (wrong := check(made)):
            says, allowed = wrong
            place = places[name]
            raise UnableToConfigure(
                {lang: f"{place}: {text}" for lang, text in says.items()}, allowed
            )
    return made if made.url else replace(made, url=f"http://localhost:{made.port}")


def _from_file(path: Path) -> dict[str, typing.Any]:
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise UnableToConfigure(
            {
                "nl": f"{path}: dit bestand met instellingen is niet te lezen ({why})",
                "en": f"{path}: this file of settings cannot be read ({why})",
            },
            {
                "nl": "kijk de naam, de rechten en de regels van TOML na",
                "en": "check the name, the permissions and the rules of TOML",
            },
        ) from error
    hints = typing.get_type_hints(Config)
    for key in written:
        if key not in hints:
            raise UnableToConfigure(
                {
                    "nl": f"{path}: `{key}` is geen instelling",
                    "en": f"{path}: `{key}` is not a setting",
                },
                {
                    "nl": f"kies uit: {', '.join(hints)}",
                    "en": f"choose from: {', '.join(hints)}",
                },
            )
    read = {key: _read(value, hints[key], f"{path}: {key}") for key, value in written.items()}
    if "data" in read:
        # A folder in the file is beside the file, wherever the program was started.
        read["data"] = path.resolve().parent / typing.cast("Path", read["data"])
    return read


def _read(value: object, wanted: object, place: str) -> object:
    """`value` as the type that the field has."""
    if wanted is Path and isinstance(value, str) and value:
        return Path(value)
    if wanted is str and isinstance(value, str):
        return value.strip()
    if wanted is bool:
        known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.strip().lower() in known:
            return known[value.strip().lower()]
    if wanted is int and str(value).strip().isdecimal() and int(str(value)) > 0:
        return int(str(value))
    if isinstance(wanted, types.GenericAlias):
        items = value.split(",") if isinstance(value, str) else value
        if isinstance(items, list):
            return tuple(str(item).strip() for item in items if str(item).strip())
    raise UnableToConfigure(
        {"nl": f"{place}: deze waarde past niet", "en": f"{place}: this value does not fit"},
        {
            "nl": f"er wordt {KINDS[str(wanted)]['nl']} verwacht",
            "en": f"{KINDS[str(wanted)]['en']} is expected",
        },
    )


KINDS: Mapping[str, Text] = {
    str(Path): {"nl": "een map", "en": "a folder"},
    str(str): {"nl": "een tekst", "en": "a text"},
    str(bool): {"nl": "`true` of `false`", "en": "`true` or `false`"},
    str(int): {"nl": "een getal boven nul", "en": "a number above zero"},
    str(tuple[str, ...]): {"nl": "een lijst", "en": "a list"},
}
