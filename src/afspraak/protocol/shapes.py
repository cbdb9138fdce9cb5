"""What a type of the model means to somebody who fills in the file."""

import dataclasses
import datetime as dt
import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from afspraak.diagnostics import Lang
from afspraak.protocol.model import Rule

RULE_KEYS = frozenset(
    field.alias or name for name, field in Rule.model_fields.items() if name != "options"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A type, taken apart: `form` says which of the other parts count."""

    form: Literal["words", "keys", "mapping", "list", "whole", "yes-no", "date", "time", "text"]
    keys: Mapping[str, object] = dataclasses.field(default_factory=dict)
    inner: object = str
    model: type | None = None


def shape_of(annotation: object) -> Shape:
    """The shape of a field's type; anything unknown is a text, which pydantic then judges."""
    bare = _bare(annotation)
    origin, arguments = get_origin(bare), get_args(bare)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        is_words = arguments[0] == Lang
        return Shape("words") if is_words else Shape("mapping", inner=arguments[1])
    if origin in {tuple, list, set, frozenset}:
        return Shape("list", inner=arguments[0])
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        keys = {
            field.alias or name: field.rebuild_annotation()
            for name, field in bare.model_fields.items()
        }
        return Shape("keys", keys=keys, model=bare)
    if isinstance(bare, type) and dataclasses.is_dataclass(bare):
        return Shape("keys", keys=get_type_hints(bare, include_extras=True), model=bare)
    forms: dict[object, Shape] = {
        bool: Shape("yes-no"),
        int: Shape("whole"),
        dt.date: Shape("date"),
        dt.time: Shape("time"),
    }
    return forms.get(bare, Shape("text"))


def _bare(annotation: Any) -> Any:
    """The type without `Annotated` and without `| None`; the first of several others."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in {Union, types.UnionType}:
            others = [each for each in get_args(annotation) if each is not types.NoneType]
            if len(others) > 1:
                return str
            annotation = others[0]
        else:
            return annotation
