"""Forms made from the types of the protocol's model and from the options of a kind of rule.

What is in the file and what was typed are compared as they are on the screen, as texts: so only
what somebody really changed is written.
"""

import dataclasses
import datetime as dt
import re
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from django.http import QueryDict
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from afspraak.diagnostics import Lang, Text
from afspraak.protocol import editing
from afspraak.protocol.shapes import shape_of
from afspraak.web.drafting.editor import prose, words

Kind = Literal[
    "line", "prose", "whole", "yes-no", "date", "choice", "choices", "lines", "items", "rows"
]
Raw = str | Sequence[str] | Sequence[Mapping[str, str]]
"""What stands in a field: one text, several, or rows of texts by column."""

LONG = frozenset({"text", "online", "note", "reason"})
"""Keys whose texts get more than a line."""

_YES = frozenset({"true", "yes", "on"})
_NUMBER = re.compile(r"[0-9]{1,18}")


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
        if self.kind in {"choice", "choices"}:
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


def raw(field: Field, part: object) -> Raw:
    """What stands in the field for this part of a file."""
    value = _value(field, part)
    match field.kind:
        case "yes-no":
            told = str(value).lower() in _YES if isinstance(value, str) else field.default == "true"
            return "true" if told else "false"
        case "choices":
            chosen = list(map(str, value)) if isinstance(value, list) else []
            if value is None and field.default:
                return field.default.split(",")
            return chosen
        case "lines":
            return "\n".join(map(str, value)) if isinstance(value, list) else _text(value)
        case "items":
            return [_text(each) for each in value] if isinstance(value, list) else []
        case "rows":
            rows = value if isinstance(value, list) else []
            return [{column.name: _cell(column, row) for column in field.columns} for row in rows]
        case "prose":
            return prose.flowing(_text(value))
        case _:
            return _text(value) or field.default


def is_odd(field: Field, part: object) -> bool:
    """Whether the file has something here that this field cannot show without losing words."""
    value = _value(field, part)
    match field.kind:
        case "choices" | "items" | "lines":
            texts = isinstance(value, list) and all(isinstance(each, str) for each in value)
            return value is not None and not texts
        case "rows":
            if value is None:
                return False
            known = {column.path[0] for column in field.columns}
            return not isinstance(value, list) or any(
                not isinstance(row, str) and not (isinstance(row, dict) and set(row) <= known)
                for row in value
            )
        case _:
            return isinstance(value, list | dict)


def posted(field: Field, data: QueryDict, *, under: str = "") -> Raw:
    """What was typed in the field; `under` goes before its name."""
    name = under + field.name
    match field.kind:
        case "yes-no":
            return "true" if data.get(name) == "true" else "false"
        case "choices":
            return data.getlist(name)
        case "items":
            return [each for each in map(_clean, data.getlist(name)) if each]
        case "rows":
            columns = {
                column.name: data.getlist(f"{name}.{column.name}") for column in field.columns
            }
            length = max(map(len, columns.values()), default=0)
            rows = [
                {key: _clean(typed[i]) if i < len(typed) else "" for key, typed in columns.items()}
                for i in range(length)
            ]
            return [row for row in rows if any(row.values())]
        case "lines":
            lines = map(str.strip, _clean(data.get(name, "")).split("\n"))
            return "\n".join(line for line in lines if line)
        case _:
            return _clean(data.get(name, ""))


def typed_in(fields: Sequence[Field], data: QueryDict, part: object) -> dict[str, Raw]:
    """Everything that was typed. Where somebody chose between two versions, what they chose.

    `part` is what stands in the version of the file that the page was about.
    """
    found: dict[str, Raw] = {}
    for field in fields:
        pick = data.get(f"pick.{field.name}")
        if pick == "theirs":
            found[field.name] = raw(field, part)
        elif pick == "both":
            found[field.name] = posted(field, data, under="own.")
        elif not is_odd(field, part):
            found[field.name] = posted(field, data)
    return found


def changes(
    fields: Sequence[Field], part: object, typed: Mapping[str, Raw]
) -> dict[tuple[str, ...], editing.Value]:
    """What to write in this part of a file to make it what was typed; empty when it is that."""
    found: dict[tuple[str, ...], editing.Value] = {}
    for field in fields:
        if field.name not in typed or typed[field.name] == raw(field, part):
            continue
        if is_odd(field, part):
            continue
        new = typed[field.name]
        if field.lang is None:
            found[field.path] = written(field, new)
        else:
            path = field.path[:-1]
            there = found.get(path, editing.value_at(part, path))
            found[path] = _with_word(field, there, str(new))
    return found


def written(field: Field, new: Raw) -> editing.Value:
    """What was typed as a value for the file; None for nothing."""
    match field.kind:
        case "rows":
            return [_row(field, row) for row in new if isinstance(row, Mapping)] or None
        case "choices" | "items":
            return [str(each) for each in new] or None
        case "lines":
            return [line for line in str(new).split("\n") if line] or None
        case "yes-no":
            return new == "true"
        case "whole" if _NUMBER.fullmatch(str(new)):
            return int(str(new))
        case "date":
            return _day(str(new))
        case "prose":
            return prose.broken(str(new)) or None
        case _:
            return str(new) or None


def _row(field: Field, row: Mapping[str, str]) -> editing.Value:
    value: dict[str, editing.Value] = {}
    for column in field.columns:
        typed = row.get(column.name, "")
        if not typed:
            continue
        into = value
        for step in column.path[:-1]:
            inner = into.setdefault(step, {})
            into = inner if isinstance(inner, dict) else {}
        into[column.path[-1]] = (
            [each for each in re.split(r"[,\s]+", typed) if each]
            if column.kind in {"lines", "choices"}
            else written(column, typed)
        )
    only = tuple(value) == (field.first,) and all(column.lang for column in field.columns)
    return value[field.first] if only and len(field.columns) == 1 else value


def _with_word(field: Field, there: object, new: str) -> editing.Value:
    """The texts with one language changed; a text that names no language stays so if it can."""
    text = prose.broken(new) if field.kind == "prose" else new
    texts: dict[str, editing.Value] = (
        {str(key): str(each) for key, each in there.items() if each is not None}
        if isinstance(there, dict)
        else {field.first: str(there)}
        if there
        else {}
    )
    if text:
        texts[str(field.lang)] = text
    else:
        texts.pop(str(field.lang), None)
    if isinstance(there, str) and set(texts) == {field.first}:
        return texts[field.first]
    return texts or None


def _cell(column: Field, row: object) -> str:
    if isinstance(row, str):
        return row if column.lang == column.first else ""
    value = editing.value_at(row, column.path)
    if value is None and column.lang == column.first:
        whole = editing.value_at(row, column.path[:-1]) if column.path[:-1] else None
        value = whole if isinstance(whole, str) else None
    return ", ".join(map(str, value)) if isinstance(value, list) else _text(value)


def _value(field: Field, part: object) -> object:
    if field.lang is not None:
        whole = editing.value_at(part, field.path[:-1])
        if isinstance(whole, str):
            return whole if field.lang == field.first else None
    return editing.value_at(part, field.path)


def _text(value: object) -> str:
    return value.rstrip("\n") if isinstance(value, str) else ""


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()


def _day(text: str) -> editing.Value:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return text or None


def under(field: Field, path: tuple[str, ...]) -> Field:
    """The same field one or more steps deeper in the file."""
    return dataclasses.replace(field, path=(*path, *field.path))
