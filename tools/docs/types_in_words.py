"""What a value may be, in words, read from a JSON Schema."""

from collections.abc import Mapping
from typing import Any

from afspraak.diagnostics import Lang, Text

Node = Mapping[str, Any]

LIST: Text = {"nl": "lijst van {item}", "en": "list of {item}"}
FROM: Text = {"nl": "lijst met keuze uit {item}", "en": "list with a choice of {item}"}
BY_NAME: Text = {"nl": "per naam: {item}", "en": "by name: {item}"}
PER_LANGUAGE: Text = {"nl": "tekst, of per taal", "en": "text, or one per language"}
BOOLEAN: Text = {"nl": "`true` of `false`", "en": "`true` or `false`"}
WHOLE: Text = {"nl": "geheel getal", "en": "whole number"}
SPAN: Text = {"nl": "{least} tot en met {most}", "en": "{least} to {most}"}
DATE: Text = {"nl": "datum", "en": "date"}
MOMENT: Text = {"nl": "datum, of datum en tijd", "en": "date, or date and time"}
NAME: Text = {"nl": "naam", "en": "name"}
TEXT: Text = {"nl": "tekst", "en": "text"}
TEXTS: Text = {"nl": "teksten", "en": "texts"}
REQUIRED: Text = {"nl": "verplicht", "en": "required"}
NOTHING: Text = {"nl": "niets", "en": "nothing"}
INSIDE: Text = {"nl": "zie daar", "en": "see there"}
NOT_SET: Text = {"nl": "leeg", "en": "empty"}


def in_words(node: Node, lang: Lang, links: Mapping[str, str]) -> str:
    """The type of a value; `links` gives what stands for a class of the schema, by its name."""
    if "$ref" in node:
        return links[node["$ref"].rpartition("/")[2]]
    if "anyOf" in node:
        return _any_of([each for each in node["anyOf"] if each.get("type") != "null"], lang, links)
    if "enum" in node:
        return ", ".join(f"`{each}`" for each in node["enum"])
    if "const" in node:
        return f"`{node['const']}`"
    kind = node.get("type")
    if kind == "array":
        sort = FROM if "enum" in node["items"] else LIST
        item = in_words(node["items"], lang, links)
        return sort[lang].format(item=TEXTS[lang] if item == TEXT[lang] else item)
    if kind == "object":
        inside = [*node.get("patternProperties", {}).values(), node.get("additionalProperties")]
        return BY_NAME[lang].format(item=in_words(inside[0] or {}, lang, links))
    return _plain(node, lang)


def default_in_words(node: Node, lang: Lang, *, required: bool) -> str:
    """What holds when the key is left out."""
    if required:
        return f"**{REQUIRED[lang]}**"
    default = node.get("default")
    if isinstance(default, dict) and any(value is not None for value in default.values()):
        return INSIDE[lang]
    if default is None or isinstance(default, dict):
        return NOTHING[lang]
    if isinstance(default, list):
        return ", ".join(f"`{each}`" for each in default) or NOT_SET[lang]
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def _any_of(choices: list[Node], lang: Lang, links: Mapping[str, str]) -> str:
    if any({"nl", "en"} <= set(each.get("properties", {})) for each in choices):
        return PER_LANGUAGE[lang]
    words = [in_words(each, lang, links) for each in choices]
    return {"nl": " of ", "en": " or "}[lang].join(dict.fromkeys(words))


def _plain(node: Node, lang: Lang) -> str:
    if node.get("type") == "boolean":
        return BOOLEAN[lang]
    if node.get("type") == "integer":
        span = SPAN[lang].format(least=node.get("minimum"), most=node.get("maximum"))
        return f"{WHOLE[lang]} ({span})" if "maximum" in node else WHOLE[lang]
    if node.get("format") == "date":
        return DATE[lang]
    if "T" in node.get("pattern", ""):
        return MOMENT[lang]
    return NAME[lang] if "pattern" in node else TEXT[lang]
