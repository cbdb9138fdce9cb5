"""Everything an installation can be told, in one typed place.

A setting comes from the environment (`AFSPRAAK_DATABASE=…`) or from one TOML file
(`database = "…"`), the environment first. What a *company* chooses is never a setting: it stands in
the protocol, or on a screen.
"""

import os
import tomllib
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from afspraak.diagnostics import Text

PREFIX = "AFSPRAAK_"
FILE_VARIABLE = f"{PREFIX}CONFIG"


class UnableToConfigure(Exception):
    """A setting cannot be used; `says` tells which, where and what to do."""

    def __init__(self, says: Text) -> None:
        super().__init__(says["en"])
        self.says = says


def _about(*, nl: str, en: str) -> dict[str, Text]:
    return {"about": {"nl": nl, "en": en}}


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one installation; every field says what it is for."""

    data: Path = field(
        default=Path("afspraak-data"),
        metadata=_about(
            nl="De map met de sleutels en, zonder andere database, de gegevens zelf.",
            en="The folder with the keys and, without another database, the data itself.",
        ),
    )
    database: str = field(
        default="",
        metadata=_about(
            nl="Waar de gegevens staan, zoals `postgresql://naam:wachtwoord@host/afspraak`. "
            "Leeg: SQLite in de map `data`.",
            en="Where the data is, such as `postgresql://name:password@host/afspraak`. "
            "Empty: SQLite in the folder `data`.",
        ),
    )
    address: str = field(
        default="127.0.0.1:8000",
        metadata=_about(
            nl="Op welk adres en welke poort het programma luistert.",
            en="The address and port the program listens on.",
        ),
    )
    url: str = field(
        default="http://localhost:8000",
        metadata=_about(
            nl="Het adres zoals mensen het in hun browser zien; ook voor links in e-mails.",
            en="The address as people see it in their browser; also for links in mails.",
        ),
    )
    demo: bool = field(
        default=False,
        metadata=_about(
            nl="Een verzonnen bakkerij, met inloggen in één klik. Nooit voor echt gebruik.",
            en="An invented bakery, with one-click sign-in. Never for real use.",
        ),
    )
    behind_proxy: bool = field(
        default=False,
        metadata=_about(
            nl="Er staat een reverse proxy voor die `X-Forwarded-Proto` en `X-Forwarded-For` zet.",
            en="A reverse proxy stands in front that sets `X-Forwarded-Proto` and "
            "`X-Forwarded-For`.",
        ),
    )
    mail: str = field(
        default="",
        metadata=_about(
            nl="De mailserver, zoals `smtp://naam:wachtwoord@host:587`. Leeg: er gaat niets uit.",
            en="The mail server, such as `smtp://name:password@host:587`. Empty: nothing goes out.",
        ),
    )
    mail_from: str = field(
        default="Afspraak <afspraak@localhost>",
        metadata=_about(
            nl="De afzender van e-mails.",
            en="The sender of mails.",
        ),
    )
    sign_in: tuple[str, ...] = field(
        default=("code", "password", "passkey"),
        metadata=_about(
            nl="Hoe mensen inloggen: `code`, `password`, `passkey` of `oidc`.",
            en="How people sign in: `code`, `password`, `passkey` or `oidc`.",
        ),
    )
    oidc_name: str = field(
        default="",
        metadata=_about(
            nl="De naam op de knop van single sign-on.",
            en="The name on the single sign-on button.",
        ),
    )
    oidc_issuer: str = field(
        default="",
        metadata=_about(
            nl="Het adres van de OpenID Connect-server. Leeg: geen single sign-on.",
            en="The address of the OpenID Connect server. Empty: no single sign-on.",
        ),
    )
    oidc_client: str = field(
        default="",
        metadata=_about(
            nl="De client-id bij die server.",
            en="The client id at that server.",
        ),
    )
    oidc_secret: str = field(
        default="",
        metadata=_about(
            nl="Het client-geheim bij die server.",
            en="The client secret at that server.",
        ),
    )
    oidc_groups: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            nl="Welke groep welke rol geeft, zoals `hr=editor,it=administrator`.",
            en="Which group gives which role, such as `hr=editor,it=administrator`.",
        ),
    )
    worker: bool = field(
        default=True,
        metadata=_about(
            nl="Of `afspraak serve` zelf het wachtende werk doet.",
            en="Whether `afspraak serve` does the waiting work itself.",
        ),
    )
    processes: int = field(
        default=1,
        metadata=_about(
            nl="Hoeveel processen pagina’s maken. Meer dan één vraagt om PostgreSQL.",
            en="How many processes make pages. More than one asks for PostgreSQL.",
        ),
    )


SECRETS = frozenset({"database", "mail", "oidc_secret"})
"""Settings that may hold a password: never shown."""


def load(environment: Mapping[str, str] | None = None) -> Config:
    """The settings from the environment and the file it names; raises `UnableToConfigure`."""
    given = os.environ if environment is None else environment
    values = _from_file(Path(given[FILE_VARIABLE])) if given.get(FILE_VARIABLE) else {}
    hints = typing.get_type_hints(Config)
    for each in fields(Config):
        variable = f"{PREFIX}{each.name.upper()}"
        if variable in given:
            values[each.name] = _read(given[variable], hints[each.name], variable)
    return Config(**values)


def _from_file(path: Path) -> dict[str, typing.Any]:
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnableToConfigure(
            {
                "nl": f"{path}: dit bestand met instellingen is niet te lezen ({error}).",
                "en": f"{path}: this file of settings cannot be read ({error}).",
            }
        ) from error
    hints = typing.get_type_hints(Config)
    for key in written:
        if key not in hints:
            raise UnableToConfigure(
                {
                    "nl": f"{path}: `{key}` is geen instelling. Kies uit: {', '.join(hints)}.",
                    "en": f"{path}: `{key}` is not a setting. Choose from: {', '.join(hints)}.",
                }
            )
    return {key: _read(value, hints[key], f"{path}: {key}") for key, value in written.items()}


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
        {
            "nl": f"{place}: deze waarde past niet; er wordt {_KINDS[str(wanted)]['nl']} verwacht.",
            "en": f"{place}: this value does not fit; {_KINDS[str(wanted)]['en']} is expected.",
        }
    )


_KINDS: Mapping[str, Text] = {
    str(Path): {"nl": "een map", "en": "a folder"},
    str(str): {"nl": "een tekst", "en": "a text"},
    str(bool): {"nl": "`true` of `false`", "en": "`true` or `false`"},
    str(int): {"nl": "een getal boven nul", "en": "a number above zero"},
    str(tuple[str, ...]): {"nl": "een lijst", "en": "a list"},
}
