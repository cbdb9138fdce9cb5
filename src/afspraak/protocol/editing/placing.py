"""A value put in its place among what is there, new keys in the order of the file format."""

from collections.abc import Mapping, Sequence

from afspraak.protocol.editing.refusing import UnableToEdit, refused
from afspraak.protocol.editing.rendering import Value
from afspraak.protocol.model import Protocol
from afspraak.protocol.shapes import Shape, shape_of

Path = tuple[str | int, ...]


def placed(content: Value, path: Path, value: Value) -> Value:
    """`content` with `value` at `path`; what is on the way and missing is made."""
    return _placed(content, path, value, shape_of(Protocol), path)


def _placed(content: Value, path: Path, value: Value, shape: Shape, whole: Path) -> Value:
    if not path:
        return value
    step, *rest = path
    if isinstance(content, Sequence) and not isinstance(content, str):
        index = _index(content, step)
        if index is None:
            raise UnableToEdit(refused("gone", path="/".join(map(str, whole))))
        items = list(content)
        items[index] = _placed(items[index], tuple(rest), value, shape_of(shape.inner), whole)
        return items
    there = dict(content) if isinstance(content, Mapping) else {}
    name = str(step)
    inner = shape.keys.get(name) if shape.form == "keys" else shape.inner
    new = _placed(there.get(name), tuple(rest), value, shape_of(inner), whole)
    if name in there or new is None:
        return {key: new if key == name else each for key, each in there.items()}
    order = list(shape.keys)
    later = set(order[order.index(name) + 1 :]) if name in order else set()
    result: dict[str, Value] = {}
    for key, each in there.items():
        if key in later and name not in result:
            result[name] = new
        result[key] = each
    return result if name in result else {**result, name: new}


def _index(items: Sequence[Value], step: str | int) -> int | None:
    if isinstance(step, int):
        return step if 0 <= step < len(items) else None
    return next(
        (i for i, each in enumerate(items) if isinstance(each, Mapping) and each.get("id") == step),
        None,
    )
