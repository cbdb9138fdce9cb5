"""What stands in a field for a part of a file, what was typed in it, and what to write for it.

What is in the file and what was typed are compared as they are on the screen, as texts: so only
what somebody really changed is written.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from django.http import QueryDict

from afspraak.protocol import editing
from afspraak.web.drafting.editor import prose
from afspraak.web.drafting.editor.fields import Field, Raw

_YES = frozenset({"true", "yes", "on"})
_NUMBER = re.compile(r"[0-9]{1,18}")


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
