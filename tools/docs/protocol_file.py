"""The page about the protocol file, from its model, its texts and the bakery's example."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.docs import Pages, both, fenced, kinds, page, table
from tools.docs.types_in_words import default_in_words, in_words

from afspraak.diagnostics import Lang, Text, pick
from afspraak.engine.kinds import options_of_kinds
from afspraak.protocol.schema import field_texts, json_schema

EXAMPLE = Path(__file__).parents[2] / "examples" / "bakery.yaml"

SECTIONS: tuple[tuple[str, Text, str], ...] = (
    ("Organisation", {"nl": "Organisatie", "en": "Organisation"}, "organisation"),
    ("Edition", {"nl": "Uitgave", "en": "Edition"}, "edition"),
    ("Representation", {"nl": "Vertegenwoordiging", "en": "Representation"}, ""),
    ("Value", {"nl": "Kernwaarde", "en": "Value"}, "values"),
    ("People", {"nl": "Mensen", "en": "People"}, "people"),
    ("Contact", {"nl": "Contact", "en": "Contact"}, ""),
    ("WorkTime", {"nl": "Werktijd", "en": "Working hours"}, "work_time"),
    ("TermList", {"nl": "Lijst", "en": "List"}, "lists"),
    ("Clause", {"nl": "Artikel", "en": "Clause"}, "clause:open-about-job"),
    ("Rule", {"nl": "Regel", "en": "Rule"}, "rule:projects"),
    ("Examples", {"nl": "Voorbeelden", "en": "Examples"}, ""),
    ("ExamplePost", {"nl": "Voorbeeld met feiten", "en": "Example with facts"}, ""),
    ("ExampleMedia", {"nl": "Beeld bij een voorbeeld", "en": "Picture with an example"}, ""),
    ("Accounts", {"nl": "Accounts", "en": "Accounts"}, "accounts"),
    ("ProfessionalAccount", {"nl": "Werkaccount", "en": "Professional account"}, ""),
    ("Questions", {"nl": "Vragen", "en": "Questions"}, "questions"),
    ("Desk", {"nl": "Redactie", "en": "Desk"}, "desk"),
    ("Retention", {"nl": "Bewaren", "en": "Retention"}, "retention"),
)
"""Class of the model, its heading, and what of the example shows it."""

WORDS: Mapping[str, Text] = {
    "title": {"nl": "# Het protocolbestand", "en": "# The protocol file"},
    "intro": {
        "nl": "Eén YAML-bestand, formaat 1. Sleutels zijn Engels. Een tekst mag een gewone tekst "
        "zijn, in de eerste van `languages`, of `{nl: …, en: …}`; langere teksten zijn Markdown. "
        "Een sleutel die hier niet staat, is een fout met een plaats "
        "([P031](problems.nl.md#p031)). De voorbeelden komen uit `examples/bakery.yaml`.",
        "en": "One YAML file, format 1. Keys are English. A text may be a plain text, in the first "
        "of `languages`, or `{nl: …, en: …}`; longer texts are Markdown. A key that is not listed "
        "here is a problem with a place ([P031](problems.en.md#p031)). The examples come from "
        "`examples/bakery.yaml`.",
    },
    "whole": {"nl": "## Het geheel", "en": "## The whole"},
    "key": {"nl": "Sleutel", "en": "Key"},
    "type": {"nl": "Wat het is", "en": "What it is"},
    "default": {"nl": "Als het ontbreekt", "en": "Left out"},
    "for": {"nl": "Waarvoor", "en": "What it is for"},
    "kinds": {
        "nl": "Elke soort regel heeft daarnaast eigen sleutels:",
        "en": "Each kind of rule has keys of its own beside these:",
    },
}


def pages() -> Pages:
    """The page in each language."""
    return {path: _page(lang) for lang, path in both("reference/protocol-file")}


def _page(lang: Lang) -> str:
    schema: dict[str, Any] = json_schema(options_of_kinds(), lang=lang)
    links = {name: _link(title[lang]) for name, title, _ in SECTIONS}
    parts = [WORDS["title"][lang], WORDS["intro"][lang], WORDS["whole"][lang]]
    parts.append(_keys("Protocol", schema, links, lang))
    for name, title, shown in SECTIONS:
        parts.append(f"## {title[lang]}")
        parts.append(_keys(name, schema["$defs"][name], links, lang))
        if name == "Rule":
            parts += [WORDS["kinds"][lang], kinds.index_table(lang, "kinds/")]
        if shown:
            parts.append(fenced(_excerpt(shown), "yaml"))
    source = "src/afspraak/protocol/model.py & fields.toml & examples/bakery.yaml"
    return page(lang, source, *parts)


def _link(title: str) -> str:
    return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"


def _keys(name: str, node: dict[str, Any], links: Mapping[str, str], lang: Lang) -> str:
    required = set(node.get("required", ()))
    rows = []
    for key, text in field_texts()[name].items():
        value = node["properties"][key]
        rows.append(
            (
                f"`{key}`",
                in_words(value, lang, links),
                default_in_words(value, lang, required=key in required),
                pick(text, lang),
            )
        )
    head = tuple(WORDS[word][lang] for word in ("key", "type", "default", "for"))
    return table(head, rows)


def _excerpt(shown: str) -> str:
    """A part of the example: a key at the top, or one clause or rule by its id."""
    text = EXAMPLE.read_text("utf-8")
    what, _, name = shown.partition(":")
    if not name:
        found = re.search(rf"^{what}:.*\n(?:(?: .*)?\n)*", text, re.M)
    else:
        indent = {"clause": 2, "rule": 6}[what] * " "
        found = re.search(rf"^{indent}- id: {name}\n(?:{indent}  .*\n)+", text, re.M)
    if found is None:
        raise LookupError(shown)
    opening = {"clause": "clauses:\n", "rule": "    rules:\n"}.get(what, "")
    return (opening + found[0]).rstrip()
