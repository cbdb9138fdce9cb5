"""The index of each folder of docs/: its pages by title."""

from pathlib import Path

from tools.docs import Pages, both, page

from afspraak.diagnostics import Lang, Text

FOLDERS: dict[str, dict[str, Text]] = {
    "tutorial": {
        "title": {"nl": "Leren door te doen", "en": "Tutorials"},
        "line": {
            "nl": "Stap voor stap, zonder iets te weten. Elke opdracht op deze bladzijden wordt "
            "als proef uitgevoerd.",
            "en": "Step by step, with nothing known beforehand. Every command on these pages is "
            "run as a test.",
        },
    },
    "how-to": {
        "title": {"nl": "Hoe doe ik …", "en": "How-to"},
        "line": {
            "nl": "Recepten voor één ding dat je wilt doen.",
            "en": "Recipes for one thing that you want to do.",
        },
    },
    "reference": {
        "title": {"nl": "Naslag", "en": "Reference"},
        "line": {
            "nl": "Alles wat er is, gemaakt uit de code.",
            "en": "Everything there is, made from the code.",
        },
    },
    "explanation": {
        "title": {"nl": "Uitleg", "en": "Explanation"},
        "line": {
            "nl": "Hoe het werkt en waarom het zo is.",
            "en": "How it works and why it is so.",
        },
    },
    "decisions": {
        "title": {"nl": "Besluiten", "en": "Decisions"},
        "line": {
            "nl": "Wat we besloten bij het bouwen, met de reden; in het Engels.",
            "en": "What was decided in building, and why.",
        },
    },
}
TITLE: Text = {"nl": "# Documentatie", "en": "# Documentation"}
DEVELOPERS: Text = {
    "nl": "## Voor wie meebouwt (in het Engels)",
    "en": "## For developers",
}
GLOSSARY: Text = {
    "nl": "- [Woordenlijst](glossary.md): één woord voor één ding, in het Nederlands en Engels.",
    "en": "- [Glossary](glossary.md): one word for one thing, in Dutch and English.",
}
OTHER: Text = {"nl": "[English]({path})", "en": "[Nederlands]({path})"}


def pages(docs: Path, made: Pages) -> Pages:
    """An index a folder and language, and one of the whole; a folder's own README stays."""
    indexes: dict[str, str] = {}
    for lang, path in both("README"):
        indexes[path] = page(
            lang, "tools/docs/indexes.py", TITLE[lang], _folders(lang), _other(lang)
        )
    for name, texts in FOLDERS.items():
        titles = _titles(docs, name, made)
        for lang, path in both(f"{name}/README"):
            parts = (f"# {texts['title'][lang]}", texts["line"][lang], *_lists(titles, lang))
            indexes[path] = page(lang, "tools/docs/indexes.py", *parts, _other(lang))
    return indexes


def _folders(lang: Lang) -> str:
    lines = [
        f"- [{texts['title'][lang]}]({name}/README.{lang}.md): {texts['line'][lang]}"
        for name, texts in FOLDERS.items()
    ]
    return "\n".join((*lines, GLOSSARY[lang]))


def _titles(docs: Path, folder: str, made: Pages) -> dict[str, str]:
    """The title of each page of a folder, and of the index of a folder inside it."""
    stored = {
        f"{folder}/{path.relative_to(docs / folder).as_posix()}": path.read_text("utf-8")
        for path in sorted((docs / folder).rglob("*.md"))
    }
    texts = {
        path: text for path, text in {**stored, **made}.items() if path.startswith(f"{folder}/")
    }
    return {
        path.removeprefix(f"{folder}/"): _title(text)
        for path, text in sorted(texts.items())
        if not path.startswith(f"{folder}/README") and _is_listed(path.removeprefix(f"{folder}/"))
    }


def _is_listed(path: str) -> bool:
    return "/" not in path or path.partition("/")[2].startswith("README.")


def _title(text: str) -> str:
    return next(line[2:] for line in text.splitlines() if line.startswith("# "))


def _lists(titles: dict[str, str], lang: Lang) -> list[str]:
    own = _lines({path: title for path, title in titles.items() if path.endswith(f".{lang}.md")})
    rest = _lines(
        {path: title for path, title in titles.items() if not path.endswith((".nl.md", ".en.md"))}
    )
    if not own or not rest:
        return [own or rest]
    return [own, DEVELOPERS[lang], rest]


def _lines(titles: dict[str, str]) -> str:
    return "\n".join(f"- [{title}]({path})" for path, title in titles.items())


def _other(lang: Lang) -> str:
    other = "en" if lang == "nl" else "nl"
    return OTHER[lang].format(path=f"README.{other}.md")
