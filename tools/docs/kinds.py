"""A page for each kind of rule, from its docstring, its options and its cases."""

import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter
from tools.docs import Pages, both, fenced, page, table
from tools.docs.types_in_words import Node, default_in_words, in_words

from afspraak.diagnostics import Lang, Text
from afspraak.engine import kinds
from afspraak.engine.kinds import Kind

CASES = Path(__file__).parents[2] / "tests" / "engine" / "cases"
_FENCE = re.compile(r"^```(yaml|posts[^\n]*)\n(.*?)^```", re.M | re.S)
_MARK = re.compile(r"⟦(.*?)\|([a-z0-9-]+)⟧", re.S)

CERTAINTY: dict[str, Text] = {
    "certain": {
        "nl": "Zeker: het gaat om wat er letterlijk staat, om een telling of om een "
        "controlecijfer. Wat minder zeker is, staat hierboven.",
        "en": "Certain: it goes by what is literally there, by a count or by a check digit. What "
        "is less sure is said above.",
    },
    "hint": {
        "nl": "Een hint: de regel leest taal, en taal laat ruimte. Hij kan het mis hebben; de "
        "schrijver beslist.",
        "en": "A hint: the rule reads language, and language leaves room. It can be wrong; the "
        "writer decides.",
    },
}
WORDS: dict[Lang, dict[str, str]] = {
    "nl": {
        "options": "Opties",
        "key": "Sleutel",
        "type": "Wat het is",
        "default": "Als het ontbreekt",
        "every": "Naast `id`, `severity` en wat verder voor "
        "[elke regel](../protocol-file.nl.md#regel) geldt.",
        "certainty": "Hoe zeker",
        "says": "Wat het zegt",
        "own": "Heeft de regel geen eigen `message` of `advice`, dan staat er:",
        "more": "Meer voorbeelden",
        "tested": "Deze regels en berichten zijn proeven die bij elke verandering draaien. "
        "Ertussen staan scheldwoorden en verzonnen gegevens.",
        "found": "Gevonden",
        "clear": "Met rust gelaten",
        "none": "niets",
        "index": "Soorten regels",
        "intro": "Wat een regel in het protocol kan nakijken. `kind` kiest de soort.",
        "kind": "Soort",
        "what": "Wat het doet",
    },
    "en": {
        "options": "Options",
        "key": "Key",
        "type": "What it is",
        "default": "Left out",
        "every": "Beside `id`, `severity` and what else holds for"
        " [every rule](../protocol-file.en.md#rule).",
        "certainty": "How certain",
        "says": "What it says",
        "own": "Without a `message` or `advice` of its own, a rule says:",
        "more": "More examples",
        "tested": "These rules and posts are tests that run at every change. Some hold insults or "
        "made-up personal data.",
        "found": "Found",
        "clear": "Left alone",
        "none": "nothing",
        "index": "Kinds of rule",
        "intro": "What a rule of the protocol can check. `kind` chooses the kind.",
        "kind": "Kind",
        "what": "What it does",
    },
}


def pages() -> Pages:
    """A page a kind and language, and an index."""
    made = {}
    for lang, path in both("reference/kinds/README"):
        made[path] = _index(lang)
    for kind in kinds.all_kinds().values():
        for lang, path in both(f"reference/kinds/{kind.name}"):
            made[path] = _page(kind, lang)
    return made


def rows(lang: Lang, folder: str = "") -> list[tuple[str, ...]]:
    """Every kind with a link to its page, what it does, and how certain it is."""
    return [
        (
            f"[`{name}`]({folder}{name}.{lang}.md)",
            kinds.summary(name, lang),
            {"certain": {"nl": "zeker", "en": "certain"}, "hint": {"nl": "hint", "en": "hint"}}[
                kind.certainty
            ][lang],
        )
        for name, kind in kinds.all_kinds().items()
    ]


def index_table(lang: Lang, folder: str = "") -> str:
    """The table of all kinds."""
    words = WORDS[lang]
    return table((words["kind"], words["what"], words["certainty"]), rows(lang, folder))


def _index(lang: Lang) -> str:
    words = WORDS[lang]
    source = "src/afspraak/engine/kinds/"
    return page(lang, source, f"# {words['index']}", words["intro"], index_table(lang))


def _page(kind: Kind, lang: Lang) -> str:
    words = WORDS[lang]
    module = kind.name.replace("-", "_")
    inside = f"nl/{kind.name}.md" if lang == "nl" else f"{module}.py"
    source = f"src/afspraak/engine/kinds/{inside} & tests/engine/cases/{kind.name}.md"
    message, advice = kind.message[lang], kind.advice[lang]
    return page(
        lang,
        source,
        f"# `{kind.name}`",
        kinds.explain(kind.name, lang),
        f"## {words['options']}",
        words["every"],
        _options(kind, lang),
        f"## {words['certainty']}",
        CERTAINTY[kind.certainty][lang],
        f"## {words['says']}",
        words["own"],
        f"> {message}\n>\n> {advice}",
        f"## {words['more']}",
        words["tested"],
        _examples(kind.name, lang),
    )


def _options(kind: Kind, lang: Lang) -> str:
    schema = TypeAdapter(kind.options).json_schema(by_alias=True)
    inner: dict[str, Node] = schema.get("$defs", {})
    tables = [_keys(schema, inner, lang)]
    for name, node in inner.items():
        tables += [f"`{_key_of(name, schema)}`:", _keys(node, inner, lang)]
    return "\n\n".join(tables)


def _keys(schema: Node, inner: dict[str, Node], lang: Lang) -> str:
    words = WORDS[lang]
    links = {
        name: "{" + ", ".join(f"`{key}`" for key in node["properties"]) + "}"
        for name, node in inner.items()
    }
    required = set(schema.get("required", ()))
    return table(
        (words["key"], words["type"], words["default"]),
        [
            (
                f"`{key}`",
                in_words(node, lang, links),
                default_in_words(node, lang, required=key in required),
            )
            for key, node in schema["properties"].items()
        ],
    )


def _key_of(name: str, schema: Node) -> str:
    keys: Mapping[str, Node] = schema["properties"]
    return next(key for key, node in keys.items() if name in str(node))


def _examples(name: str, lang: Lang) -> str:
    found: dict[str, list[str]] = {}
    clear: dict[str, list[str]] = {}
    rules = ""
    for fence in _FENCE.finditer((CASES / f"{name}.md").read_text("utf-8")):
        head, body = fence.groups()
        if head == "yaml":
            rules = body
            continue
        for line in body.splitlines():
            if line.strip() and not line.startswith("%"):
                _sort(line, head.split()[1:], found, clear)
    words = WORDS[lang]
    return "\n\n".join(
        (
            fenced(rules, "yaml"),
            f"### {words['found']}",
            _groups(found, lang),
            f"### {words['clear']}",
            _groups(clear, lang),
        )
    )


def _sort(
    line: str, facts: list[str], found: dict[str, list[str]], clear: dict[str, list[str]]
) -> None:
    """Puts a post where it belongs, under the facts that are known of it."""
    given = dict(each.split("=", 1) for each in facts)
    names = [mark[2] for mark in _MARK.finditer(line)]
    names += filter(None, given.pop("expect", "").split(","))
    title = " ".join(f"{key}={value}" for key, value in given.items())
    shown = _MARK.sub(r"⟦\1⟧", line)
    if names:
        found.setdefault(title, []).append(f"{shown}  ← {', '.join(dict.fromkeys(names))}")
    else:
        clear.setdefault(title, []).append(shown)


def _groups(posts: dict[str, list[str]], lang: Lang) -> str:
    parts = []
    for title, lines in posts.items():
        parts += [f"`{title}`"] if title else []
        parts.append(fenced("\n".join(lines), "text"))
    return "\n\n".join(parts) or WORDS[lang]["none"]
