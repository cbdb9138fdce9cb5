"""Fingerprints of a protocol: of what people sign, and of everything.

Both are taken of the values, not of the file: another layout, order of keys or way of quoting
gives the same hash. A field that has its default counts as left out, so that a program that learns
a new field gives an old protocol the hash it had. Defaults of format 1 therefore never change.
"""

import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Mapping

from pydantic import BaseModel

from afspraak.protocol.model import Protocol, Rule

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

UNSIGNED = frozenset({"edition", "lists", "people", "questions", "desk"})
"""What may change without a new edition, besides `organisation.contacts`."""


def text_hash(protocol: Protocol) -> str:
    """The hash of what people read and sign: everything that needs a new edition to change."""
    whole = canonical(protocol)
    signed = {key: value for key, value in whole.items() if key not in UNSIGNED}
    organisation = signed["organisation"]
    if isinstance(organisation, dict):
        signed["organisation"] = {k: v for k, v in organisation.items() if k != "contacts"}
    return _sha256(signed)


def protocol_hash(protocol: Protocol) -> str:
    """The hash of the whole protocol."""
    return _sha256(canonical(protocol))


def canonical(protocol: Protocol) -> dict[str, Json]:
    """The protocol as JSON values, keyed as in the file; what has its default is left out."""
    return _model(protocol)


def written_options(rule: Rule) -> dict[str, Json]:
    """The options of a rule, keyed as in the file; what has its default is left out."""
    if isinstance(rule.options, Mapping):
        return {str(key): _json(value) for key, value in rule.options.items()}
    return _fields(rule.options)


def _model(part: BaseModel) -> dict[str, Json]:
    """A part of the protocol. A rule's options stand beside its other keys, as in the file."""
    result: dict[str, Json] = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(part, Rule) and name == "options":
            result.update(written_options(part))
        elif field.is_required() or value != field.get_default(call_default_factory=True):
            result[field.alias or name] = _json(value)
    return result


def _fields(value: object) -> dict[str, Json]:
    """A dataclass: the options of a kind of rule, or a part of them."""
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return {}
    result: dict[str, Json] = {}
    for field in dataclasses.fields(value):
        default = (
            field.default
            if field.default_factory is dataclasses.MISSING
            else field.default_factory()
        )
        given = getattr(value, field.name)
        if given != default:
            result[field.name] = _json(given)
    return result


def _json(value: object) -> Json:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case dt.date() | dt.time():
            return value.isoformat()
        case BaseModel():
            return _model(value)
        case Mapping():
            return {str(key): _json(each) for key, each in value.items()}
        case list() | tuple():
            return [_json(each) for each in value]
        case set() | frozenset():
            return sorted((_json(each) for each in value), key=repr)
        case _ if dataclasses.is_dataclass(value):
            return _fields(value)
    raise TypeError(type(value))


def _sha256(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
