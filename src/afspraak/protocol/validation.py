"""From pydantic's errors to problems with a place."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from afspraak.diagnostics import Diagnostic, Place, Text
from afspraak.protocol.choosing import closest, either
from afspraak.protocol.problems import problem
from afspraak.protocol.tree import Entries, Node, Path, Places, Scalar, Sequence, follow

_WANTED: dict[str, Text] = {
    "text": {"nl": "een tekst", "en": "a text"},
    "list": {"nl": "een lijst", "en": "a list"},
    "mapping": {"nl": "een groep met sleutels", "en": "a group of keys"},
    "whole": {"nl": "een heel getal", "en": "a whole number"},
    "yes-no": {"nl": "ja of nee (`true` of `false`)", "en": "yes or no (`true` or `false`)"},
    "date": {"nl": "een datum", "en": "a date"},
    "time": {"nl": "een tijd", "en": "a time"},
    "choice": {"nl": "een keuze", "en": "a choice"},
}
_SHAPE_ERRORS = {
    "string_type": "text",
    "tuple_type": "list",
    "list_type": "list",
    "set_type": "list",
    "frozen_set_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dataclass_type": "mapping",
    "dict_type": "mapping",
    "mapping_type": "mapping",
    "int_type": "whole",
    "bool_type": "yes-no",
    "date_type": "date",
    "time_type": "time",
}
"""Pydantic's complaints about the shape of a value, with the shape it wanted."""

_SCALAR_ERRORS = re.compile("(int|bool|date|time)_(parsing|from_|type)")
"""What `reading` has already said, better, of a text that is no number, date, time or yes/no."""

_CHOICE = re.compile(r"'((?:[^'\\]|\\.)*)'")


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a complaint is about: what stands at `path`."""

    path: Path
    node: Node | None
    places: Places

    @property
    def key(self) -> str:
        return name_of(self.path)

    @property
    def place(self) -> Place:
        return self.places.of(self.path)

    @property
    def key_place(self) -> Place:
        return self.places.of_key(self.path)


def diagnostics(
    error: ValidationError,
    places: Places,
    *,
    prefix: Path = (),
    meant: Collection[Path] = (),
) -> Iterator[Diagnostic]:
    """A problem for everything that pydantic refuses in the value at `prefix`.

    What is missing is no problem when it is `meant` by a key that was told to be unknown.
    """
    for details in error.errors(include_url=False):
        if details["type"] == "missing" and (*prefix, *details["loc"]) in meant:
            continue
        found = _diagnostic(details, places, prefix)
        if found is not None:
            yield found


def name_of(path: Path) -> str:
    """What people call the thing at `path`: its key, or that of the list it is in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "afspraak")


def _diagnostic(details: ErrorDetails, places: Places, prefix: Path) -> Diagnostic | None:
    """What pydantic says, as one problem; nothing where `reading` has said it already."""
    is_key = "[key]" in details["loc"]
    path = (*prefix, *(step for step in details["loc"] if step != "[key]"))
    path, missing = _there(places.root, path)
    subject = _Subject(path, follow(places.root, *path), places)
    kind = details["type"]
    if kind == "missing":
        return problem("P032", places.of(path), key=str(missing), where=_where(path))
    if is_key:
        return problem("P041", subject.key_place, value=subject.key)
    if not isinstance(subject.node, Scalar):
        return _about_group(kind, subject, details.get("ctx", {}))
    if subject.node.is_empty:
        return problem("P033", subject.key_place, key=subject.key)
    if kind in _SHAPE_ERRORS and not _SCALAR_ERRORS.match(kind):
        return _wrong_shape(subject, _SHAPE_ERRORS[kind])
    return _about_text(kind, subject, subject.node, details.get("ctx", {}))


def _about_group(kind: str, subject: _Subject, context: Mapping[str, object]) -> Diagnostic | None:
    """A list, or a group of keys, where it may not stand or of the wrong size."""
    match kind:
        case "too_short" if _holds(subject.node, context["min_length"]):
            # Pydantic counts only the items it could read, and has told what is wrong with them.
            return None
        case "too_short":
            least = str(context["min_length"])
            return problem("P043", subject.key_place, key=subject.key, least=least)
        case "too_long":
            most = str(context["max_length"])
            return problem("P044", subject.key_place, key=subject.key, most=most)
        case "literal_error":
            return _wrong_shape(subject, "choice")
        case _ if kind in _SHAPE_ERRORS:
            return _wrong_shape(subject, _SHAPE_ERRORS[kind])
    return problem("P045", subject.place, key=subject.key)


def _holds(node: Node | None, least: object) -> bool:
    return isinstance(node, Sequence) and isinstance(least, int) and len(node.items) >= least


def _about_text(
    kind: str, subject: _Subject, node: Scalar, context: Mapping[str, object]
) -> Diagnostic | None:
    key, value = subject.key, node.text
    match kind:
        case "literal_error":
            return _not_a_choice(node, key, _CHOICE.findall(str(context.get("expected", ""))))
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            limit = str(next(iter(context.values()), ""))
            side = "low" if kind.startswith("greater") else "high"
            return problem("P036", node.place, variant=side, key=key, value=value, limit=limit)
        case "string_pattern_mismatch":
            return problem("P041", node.place, value=value)
        case "string_too_long":
            return problem("P042", node.place, key=key, most=str(context["max_length"]))
        case "string_too_short":
            return problem("P033", node.place, key=key)
        case _ if _SCALAR_ERRORS.match(kind):
            return None
    return problem("P045", node.place, key=key)


def _there(root: Node, path: Path) -> tuple[Path, str | int]:
    """The part of `path` that is in the file, and the first step that is not."""
    for length in range(len(path), 0, -1):
        if follow(root, *path[:length]) is not None:
            return path[:length], path[length] if length < len(path) else ""
    return (), path[0] if path else ""


def _where(path: Path) -> Text:
    key = next((step for step in reversed(path) if isinstance(step, str)), None)
    if key is None:
        return {"nl": "het bestand", "en": "the file"}
    if isinstance(path[-1], int):
        return {"nl": f"dit deel van `{key}`", "en": f"this item of `{key}`"}
    return {"nl": f"`{key}`", "en": f"`{key}`"}


def _wrong_shape(subject: _Subject, wanted: str) -> Diagnostic:
    is_text = isinstance(subject.node, Scalar)
    variant = wanted if wanted in {"text", "mapping"} or (wanted == "list" and is_text) else ""
    return problem(
        "P034",
        subject.place,
        variant=variant,
        key=subject.key,
        wanted=_WANTED[wanted],
        found=_WANTED[_form(subject.node)],
    )


def _form(node: Node | None) -> str:
    match node:
        case Sequence():
            return "list"
        case Entries():
            return "mapping"
        case _:
            return "text"


def _not_a_choice(node: Scalar, key: str, choices: list[str]) -> Diagnostic:
    close = closest(node.text, choices)
    known = either(choices)
    if close is None:
        return problem("P037", node.place, key=key, value=node.text, known=known)
    return problem(
        "P037", node.place, variant="close", key=key, value=node.text, known=known, close=close
    )
