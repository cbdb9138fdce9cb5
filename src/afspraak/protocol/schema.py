"""The JSON Schema of the protocol file, from which editors complete and check while you type."""

import dataclasses
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from inspect import getdoc, getmodule

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from afspraak.diagnostics import Lang, Text, pick
from afspraak.protocol.model import Protocol
from afspraak.protocol.shapes import RULE_KEYS

Schema = dict[str, object]

_REF = "#/$defs/{model}"
_NUMBER_OR_TEXT = ["string", "number"]


@cache
def field_texts() -> Mapping[str, Mapping[str, Text]]:
    """What each key of the file is for: by class of the model, then by key."""
    text = resources.files(__package__).joinpath("fields.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def json_schema(kinds: Mapping[str, type], *, lang: Lang = "en") -> Schema:
    """The schema (draft 2020-12) of a protocol file whose rules may be of these kinds.

    It is a little more lenient than `load`: what a list names must exist, for instance, is beyond
    a schema. What it refuses, `load` refuses too.
    """
    schema: Schema = Protocol.model_json_schema(by_alias=True, ref_template=_REF)
    definitions = _mapping(schema.setdefault("$defs", {}))
    rule = _mapping(definitions["Rule"])
    properties = _mapping(rule["properties"])
    del properties["options"]
    properties["kind"] = {"enum": sorted(kinds)}
    # The keys of a kind come in by its name, so a rule as such cannot forbid the others.
    del rule["additionalProperties"]
    rule["allOf"] = [_of_kind(name, kinds[name], definitions) for name in sorted(kinds)]
    _describe({**definitions, "Protocol": schema}, lang)
    _accept_bare_numbers(schema)
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        **schema,
        "title": "Afspraak protocol",
    }


def _of_kind(name: str, options: type, definitions: Schema) -> Schema:
    """If a rule is of this kind, then these are its keys."""
    own: Schema = TypeAdapter(options).json_schema(by_alias=True, ref_template=_REF)
    for key, definition in _mapping(own.pop("$defs", {})).items():
        definitions.setdefault(key, definition)
    keys = {
        key: value
        for key, value in _mapping(own.get("properties", {})).items()
        if key not in RULE_KEYS
    }
    required = [key for key in _required(options) if key not in RULE_KEYS]
    return {
        "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
        "then": {
            "description": _first_line(options),
            "properties": {**dict.fromkeys(sorted(RULE_KEYS), True), **keys},
            "required": required,
            "additionalProperties": False,
        },
    }


def _describe(definitions: Schema, lang: Lang) -> None:
    for name, fields in field_texts().items():
        properties = _mapping(_mapping(definitions[name])["properties"])
        for key, text in fields.items():
            _mapping(properties[key])["description"] = pick(text, lang)


def _required(options: type) -> Iterator[str]:
    if not dataclasses.is_dataclass(options):
        return
    for field in dataclasses.fields(options):
        no_default = field.default is dataclasses.MISSING
        if no_default and field.default_factory is dataclasses.MISSING:
            yield field.name


def _first_line(options: type) -> str:
    """What a kind is for: the first line of its file, which is the page about it."""
    module = getmodule(options)
    return (getdoc(module) or getdoc(options) or "").partition("\n")[0]


def _accept_bare_numbers(node: object) -> None:
    """Lets a text be written as a bare number, as `load` does: `number: 2027.1`."""
    if isinstance(node, list):
        for each in node:
            _accept_bare_numbers(each)
    elif isinstance(node, dict):
        if node.get("type") == "string" and not {"format", "pattern", "enum", "const"} & set(node):
            node["type"] = list(_NUMBER_OR_TEXT)
        for each in node.values():
            _accept_bare_numbers(each)


def _mapping(value: object) -> Schema:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value
