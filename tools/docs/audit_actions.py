"""The page about what the log can hold, from the `actions.py` of every web feature."""

import importlib
from pathlib import Path

from tools.docs import Pages, both, page, table

from afspraak.diagnostics import Lang, Text
from afspraak.web.audit.actions import Action

WEB = Path(__file__).parents[2] / "src/afspraak/web"
INTRO: Text = {
    "nl": "# Handelingen in het logboek\n\nWat het logboek kan bevatten. Wat persoonlijk is, staat "
    "apart en kan worden gewist; dan blijft de regel staan met *gewist* op die plek. Waar een "
    "termijn staat, gebeurt dat na zoveel dagen vanzelf. Anders gaat het met de persoon mee.",
    "en": "# Actions in the log\n\nWhat the log can hold. What is personal stands apart and can be "
    "erased; then the entry stays, with *erased* in that place. Where a term stands, that happens "
    "by itself after so many days. Otherwise it goes with the person.",
}
HEAD: dict[Lang, tuple[str, ...]] = {
    "nl": ("Code", "Wat er staat", "Feiten", "Persoonlijk", "Dagen"),
    "en": ("Code", "What it says", "Facts", "Personal", "Days"),
}


def pages() -> Pages:
    """The page in each language."""
    held = sorted(_actions(), key=lambda each: each.key)
    return {
        path: page(
            lang,
            "src/afspraak/web/*/actions.py",
            INTRO[lang],
            table(HEAD[lang], [_row(each, lang) for each in held]),
        )
        for lang, path in both("reference/audit-actions")
    }


def _actions() -> list[Action]:
    found = []
    for path in sorted(WEB.glob("*/actions.py")):
        module = importlib.import_module(f"afspraak.web.{path.parent.name}.actions")
        found += [
            each
            for each in vars(module).values()
            if isinstance(each, Action) and each.key.startswith(f"{path.parent.name}.")
        ]
    return found


def _row(action: Action, lang: Lang) -> tuple[str, ...]:
    return (
        f"`{action.key}`",
        action.says[lang],
        ", ".join(f"`{each}`" for each in action.facts),
        ", ".join(f"`{each}`" for each in action.personal),
        str(action.keep_days or ""),
    )
