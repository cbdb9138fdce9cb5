"""Forms made from the types of the protocol's model and from the options of a kind of rule.

What stands in them, and what is made of what was typed, is in `filled`.
"""

import dataclasses
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from afspraak.diagnostics import Lang, Text
from afspraak.protocol.shapes import shape_of
from afspraak.web.drafting.editor import words

Kind = Literal[
    "line", "prose", "whole", "yes-no", "date", "choice", "choices", "lines", "items", "rows"
]
Raw = str | Sequence[str] | Sequence[Mapping[str, str]]
"""What stands in a field: one text, several, or rows of texts by column."""

LONG = frozenset({"text", "online", "note", "reason"})
"""Keys whose texts get more than a line."""

SPEAKING = frozenset({"title", "may", "may_not", "name", "message", "until"})
"""Keys whose name says enough."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. `path` is where it stands in its part of the file.

    `owner` and `key` are what it is called by; `default` is what counts when it is left open;
    `columns` are those of rows.
    """

    path: tuple[str, ...]
    kind: Kind
    owner: str
    key: str
    lang: Lang | None = None
    first: Lang = "nl"
    choices: tuple[str, ...] = ()
    default: str = ""
    columns: "tuple[Field, ...]" = ()

    @property
    def name(self) -> str:
        """What it is called in a form."""
        return ".".join(self.path)

    @property
    def label(self) -> Text:
        """What people call it."""
        return words.label(self.owner, self.key)

    @property
    def hint(self) -> Text | None:
        """What it is for, unless what can be chosen says so itself."""
        if self.kind in {"choice", "choices", "items"} or self.key in SPEAKING:
            return None
        return words.hint(self.owner, self.key)


@dataclass(frozen=True, slots=True)
class Known:
    """What the draft offers to choose from."""

    languages: tuple[Lang, ...]
    lists: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()


def fields_of(annotation: object, owner: str, key: str, known: Known) -> list[Field]:
    """The fields of one key of the file, whatever its type."""
    return list(_fields(annotation, (key,), owner, key, known, None))


def of_model(
    model: type, known: Known, *, leave: Sequence[str] = (), owner: str = ""
) -> list[Field]:
    """The fields of every key of a class, but for the keys in `leave`."""
    found: list[Field] = []
    for key, annotation, default in _keys(model):
        if key not in leave:
            name = owner or model.__name__
            found += _fields(annotation, (key,), name, key, known, default)
    return found


def _keys(model: type) -> Iterator[tuple[str, object, object]]:
    if issubclass(model, BaseModel):
        for name, field in model.model_fields.items():
            yield field.alias or name, field.rebuild_annotation(), _default(field)
    elif dataclasses.is_dataclass(model):
        hints = get_type_hints(model, include_extras=True)
        for each in dataclasses.fields(model):
            given = None if each.default is dataclasses.MISSING else each.default
            yield each.name, hints[each.name], given


def _default(field: FieldInfo) -> object:
    return None if field.is_required() else field.get_default(call_default_factory=True)


def _fields(
    annotation: object,
    path: tuple[str, ...],
    owner: str,
    key: str,
    known: Known,
    default: object,
) -> Iterator[Field]:
    shape = shape_of(annotation)
    first = known.languages[0]
    given = {"owner": owner, "key": key, "first": first}
    match shape.form:
        case "words":
            kind: Kind = "prose" if key in LONG else "line"
            for lang in known.languages:
                yield Field((*path, lang), kind, **given, lang=lang)  # type: ignore[arg-type]
        case "keys" if shape.model is not None:
            for name, inner, its_default in _keys(shape.model):
                at = (*path, name)
                if shape.model.__name__ == "Contact":
                    yield from _contact(at, inner, key, name, known)
                else:
                    yield from _fields(inner, at, shape.model.__name__, name, known, its_default)
        case "list":
            yield _list(shape.inner, path, owner, key, known, default)
        case "yes-no":
            told = "true" if default else "false"
            yield Field(path, "yes-no", **given, default=told)  # type: ignore[arg-type]
        case "whole":
            told = "" if default is None else str(default)
            yield Field(path, "whole", **given, default=told)  # type: ignore[arg-type]
        case "date":
            yield Field(path, "date", **given)  # type: ignore[arg-type]
        case _:
            choices = known.people if (owner, key) == ("Clause", "ask") else _literals(annotation)
            told = default if isinstance(default, str) else ""
            kind = "choice" if choices or (owner, key) == ("Clause", "ask") else "line"
            yield Field(path, kind, **given, choices=choices, default=told)  # type: ignore[arg-type]


def _contact(
    path: tuple[str, ...], annotation: object, who: str, name: str, known: Known
) -> Iterator[Field]:
    """Somebody to go to: the role is what one wants to read beside each line."""
    for field in _fields(annotation, path, "Contact", name, known, None):
        yield dataclasses.replace(field, owner=f"Contact:{who}")


def _list(
    inner: object,
    path: tuple[str, ...],
    owner: str,
    key: str,
    known: Known,
    default: object,
) -> Field:
    given = {"owner": owner, "key": key, "first": known.languages[0]}
    choices = _literals(inner)
    if key in {"lists", "networks"}:
        choices = known.lists if key == "lists" else known.networks
        return Field(path, "choices", **given, choices=choices)  # type: ignore[arg-type]
    if choices:
        told = ",".join(map(str, default)) if isinstance(default, tuple) else ""
        return Field(path, "choices", **given, choices=choices, default=told)  # type: ignore[arg-type]
    shape = shape_of(inner)
    if shape.form == "words":
        columns = tuple(
            Field((lang,), "line", owner, key, lang, known.languages[0]) for lang in known.languages
        )
        return Field(path, "rows", **given, columns=columns)  # type: ignore[arg-type]
    if shape.form == "keys" and shape.model is not None:
        columns = tuple(of_model(shape.model, known))
        return Field(path, "rows", **given, columns=columns)  # type: ignore[arg-type]
    kind: Kind = "items" if owner == "Examples" else "lines"
    return Field(path, kind, **given)  # type: ignore[arg-type]


def _literals(annotation: Any) -> tuple[str, ...]:
    """The texts that a type allows, when it allows nothing else."""
    while get_origin(annotation) in {Annotated, Union, types.UnionType}:
        others = [each for each in get_args(annotation) if each is not types.NoneType]
        if get_origin(annotation) is not Annotated and len(others) > 1:
            return ()
        annotation = others[0]
    return tuple(map(str, get_args(annotation))) if get_origin(annotation) is Literal else ()


def under(field: Field, path: tuple[str, ...]) -> Field:
    """The same field one or more steps deeper in the file."""
    return dataclasses.replace(field, path=(*path, *field.path))
