"""The page about every setting, from `web/config/fields.py`."""

import typing
from dataclasses import MISSING, Field, fields

from tools.docs import Pages, both, page

from afspraak.diagnostics import Lang, Text
from afspraak.web import config
from afspraak.web.config import Config

SOURCE = "src/afspraak/web/config/fields.py"
WORDS: dict[str, Text] = {
    "intro": {
        "nl": "# Instellingen\n\nWat je een installatie kunt zeggen. Wat een *organisatie* kiest, "
        "is nooit een instelling: het staat in het protocol of op een scherm.\n\nEen instelling "
        "komt uit een optie van de opdracht (`--database`), anders uit de omgeving "
        '(`AFSPRAAK_DATABASE=…`), anders uit één TOML-bestand (`database = "…"`) dat je noemt '
        "met `--config` of `AFSPRAAK_CONFIG`. Een waarde die niet past, wordt bij de start "
        "genoemd, met wat er wel mag. De map `data` in een bestand is gerekend vanaf dat bestand.",
        "en": "# Settings\n\nWhat you can tell an installation. What an *organisation* chooses is "
        "never a setting: it stands in the protocol or on a screen.\n\nA setting comes from an "
        "option of the command (`--database`), else from the environment "
        '(`AFSPRAAK_DATABASE=…`), else from one TOML file (`database = "…"`) that you name with '
        "`--config` or `AFSPRAAK_CONFIG`. A value that does not fit is named at the start, with "
        "what is allowed. The folder `data` in a file counts from that file.",
    },
    "kind": {"nl": "Soort", "en": "Kind"},
    "default": {"nl": "Standaard", "en": "Default"},
    "example": {"nl": "Voorbeeld", "en": "Example"},
    "empty": {"nl": "leeg", "en": "empty"},
    "secret": {
        "nl": "Hier kan een wachtwoord in staan: Afspraak toont deze waarde nergens.",
        "en": "This may hold a password: Afspraak shows this value nowhere.",
    },
    "other": {
        "nl": "## Geen instelling, wel een variabele\n\n- `AFSPRAAK_CONFIG`: het TOML-bestand met "
        "instellingen.\n- `AFSPRAAK_LANG`: de taal van de opdrachten, `nl` of `en`.",
        "en": "## No setting, but a variable\n\n- `AFSPRAAK_CONFIG`: the TOML file with "
        "settings.\n- `AFSPRAAK_LANG`: the language of the commands, `nl` or `en`.",
    },
}


def pages() -> Pages:
    """The page in each language."""
    hints = typing.get_type_hints(Config)
    return {
        path: page(
            lang,
            SOURCE,
            WORDS["intro"][lang],
            *(_setting(each, hints[each.name], lang) for each in fields(Config)),
            WORDS["other"][lang],
        )
        for lang, path in both("reference/settings")
    }


def _setting(each: "Field[object]", hint: object, lang: Lang) -> str:
    variable = f"{config.PREFIX}{each.name.upper()}"
    lines = [
        f"## `{each.name}`",
        "",
        each.metadata["about"][lang],
        "",
        f"- {WORDS['kind'][lang]}: {config.KINDS[str(hint)][lang]}",
        f"- {WORDS['default'][lang]}: {_default(each, lang)}",
        f"- {WORDS['example'][lang]}: `{variable}={_quoted(each.metadata['example'])}`",
    ]
    if each.name in config.SECRETS:
        lines += ["", WORDS["secret"][lang]]
    return "\n".join(lines)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _default(each: "Field[object]", lang: Lang) -> str:
    value = each.default
    if value is MISSING or value in {"", ()}:
        return WORDS["empty"][lang]
    if isinstance(value, tuple):
        return f"`{','.join(value)}`"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"
