"""The page about what `afspraak doctor` can say, from `web/system_checks.toml`."""

import tomllib
from pathlib import Path

from tools.docs import Pages, both, page

from afspraak.diagnostics import Lang, Text

SOURCE = "src/afspraak/web/system_checks.toml"
WORDS: dict[str, Text] = {
    "intro": {
        "nl": "# Wat `afspraak doctor` nakijkt\n\nMet E: het werkt niet, of het is niet veilig. "
        "Met W: het werkt, maar kijk ernaar. Wie de machine beheert, ziet hetzelfde bij "
        "Inrichten.",
        "en": "# What `afspraak doctor` looks at\n\nWith E: it does not work, or is not safe. With "
        "W: it works, but look at it. Who runs the machine sees the same under Set-up.",
    },
    "help": {"nl": "Uitweg", "en": "Way out"},
    "why": {"nl": "Waarom", "en": "Why"},
}


def pages() -> Pages:
    """The page in each language."""
    text = (Path(__file__).parents[2] / SOURCE).read_text("utf-8")
    told = tomllib.loads(text)
    return {
        path: page(
            lang,
            SOURCE,
            WORDS["intro"][lang],
            *(_check(code, texts[lang], lang) for code, texts in told.items()),
        )
        for lang, path in both("reference/system-checks")
    }


def _check(code: str, told: dict[str, str], lang: Lang) -> str:
    return "\n".join(
        [
            f"## `afspraak.{code}`",
            "",
            f"> {told['says']}",
            "",
            f"- {WORDS['why'][lang]}: {told['why']}",
            f"- {WORDS['help'][lang]}: {told['help']}",
        ]
    )
