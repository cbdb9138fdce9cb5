"""Everything that can be wrong with a protocol file: one code, one meaning, for ever.

The texts stand in `problems.toml`. A code is never given a second meaning and never used again
after it has gone.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from afspraak.diagnostics import LANGUAGES, Diagnostic, Lang, Place, Text

Filled = str | Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that can be wrong. `helps` holds the usual help as "" and its variants by name.

    `fails` and `mended` are pieces of a protocol file that show it, where YAML can show it.
    """

    code: str
    level: str
    message: Text
    helps: Mapping[str, Text]
    why: Text
    fails: str
    mended: str


class UnableToLoad(Exception):
    """The file is no usable protocol; `diagnostics` holds everything that was found, by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics, key=by_place))
        super().__init__(
            "; ".join(f"{each.code} {each.problem['en']}" for each in self.diagnostics[:3])
        )


def by_place(diagnostic: Diagnostic) -> tuple[Place, str]:
    """The order in which diagnostics are shown."""
    return diagnostic.place, diagnostic.code


@cache
def all_problems() -> Mapping[str, Problem]:
    """Every problem by its code, in order."""
    text = resources.files(__package__).joinpath("problems.toml").read_text(encoding="utf-8")
    return {code: _problem(code, given) for code, given in sorted(tomllib.loads(text).items())}


def problem(
    code: str,
    place: Place,
    given: Mapping[str, Filled] | None = None,
    *,
    variant: str = "",
    also: tuple[tuple[Place, Text], ...] = (),
    **named: Filled,
) -> Diagnostic:
    """The diagnostic of problem `code` at `place`; what is given fills its texts, by language."""
    values = {**(given or {}), **named}
    known = all_problems()[code]
    return Diagnostic(
        code=code,
        level=known.level,
        problem=_fill(known.message, values),
        help=_fill(known.helps[variant], values),
        place=place,
        also=also,
    )


def explain(code: str, lang: Lang) -> str:
    """The page about a problem, in Markdown; `KeyError` for a code that does not exist."""
    known = all_problems()[code]
    words = _WORDS[lang]
    parts = [f"# {code}: {known.message[lang]}", known.why[lang].strip()]
    if known.fails:
        parts += [f"## {words['fails']}", f"```yaml\n{known.fails.strip()}\n```"]
    if known.mended:
        parts += [f"## {words['mended']}", f"```yaml\n{known.mended.strip()}\n```"]
    helps = "\n".join(f"- {text[lang]}" for text in known.helps.values())
    parts += [f"## {words['help']}", helps]
    return "\n\n".join(parts) + "\n"


_WORDS: Mapping[Lang, Mapping[str, str]] = {
    "nl": {
        "fails": "Zo gaat het mis",
        "mended": "Zo is het goed",
        "help": "Wat het programma aanraadt",
    },
    "en": {
        "fails": "What goes wrong",
        "mended": "What is right",
        "help": "What the program advises",
    },
}


def _problem(code: str, given: Mapping[str, object]) -> Problem:
    helps = {
        key.removeprefix("help").removeprefix("_"): _text(value)
        for key, value in given.items()
        if key.startswith("help")
    }
    return Problem(
        code=code,
        level=str(given.get("level", "error")),
        message=_text(given["message"]),
        helps=helps,
        why=_text(given["why"]),
        fails=str(given.get("fails", "")),
        mended=str(given.get("mended", "")),
    )


def _text(value: object) -> Text:
    if not isinstance(value, Mapping):
        raise TypeError(value)
    return {lang: str(value[lang]) for lang in LANGUAGES}


def _fill(template: Text, values: Mapping[str, Filled]) -> Text:
    return {
        lang: template[lang].format_map(
            {key: value if isinstance(value, str) else value[lang] for key, value in values.items()}
        )
        for lang in LANGUAGES
    }
