"""Values as YAML: short things on one line, texts as blocks, and always back as they were."""

import datetime as dt
import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afspraak.protocol import yaml_text
from afspraak.protocol.editing.refusing import UnableToEdit, refused

Value = str | int | bool | dt.date | None | Sequence["Value"] | Mapping[str, "Value"]

WIDTH = yaml_text.WIDTH
STEP = 2
PLAIN = "plain"
"""The style of a text that stands in the file without quotes."""

_NOT_TEXT = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_NUMBER = re.compile(r"[0-9]{1,18}|[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Rendered:
    """What follows a key or a dash on its own line, and the lines below it."""

    first: str
    below: tuple[str, ...] = ()


def same(written: object, value: Value) -> bool:
    """Whether what stands in the file (as `spans.plain` gives it) already is `value`."""
    match value:
        case None:
            return written is None
        case bool():
            return isinstance(written, str) and written.lower() in _YES_NO[value]
        case str():
            return isinstance(written, str) and written.rstrip("\n") == value.rstrip("\n")
        case int() | dt.date():
            return written == str(value)
        case Mapping():
            wanted = {key: each for key, each in value.items() if each is not None}
            there = (
                {key: each for key, each in written.items() if each is not None}
                if isinstance(written, dict)
                else None
            )
            return (
                there is not None
                and set(there) == set(wanted)
                and all(same(there[key], each) for key, each in wanted.items())
            )
        case _:
            return (
                isinstance(written, list)
                and len(written) == len(value)
                and all(map(same, written, value))
            )


_YES_NO = {True: frozenset({"true", "yes", "on"}), False: frozenset({"false", "no", "off"})}


def clean(value: Value) -> Value:
    """`value` with `\\n` for every line break; raises `UnableToEdit` for what no file can hold."""
    match value:
        case str():
            text = value.replace("\r\n", "\n").replace("\r", "\n")
            strange = _NOT_TEXT.search(text)
            if strange:
                name = f"U+{ord(strange.group()):04X}"
                raise UnableToEdit(refused("character", character=name))
            return text
        case Mapping():
            return {str(clean(key)): clean(each) for key, each in value.items()}
        case Sequence():
            return [clean(each) for each in value]
        case _:
            return value


def inline(value: Value, style: str = "") -> str:
    """`value` on one line, whatever it is; a text keeps the quotes of `style`."""
    match value:
        case str():
            return _scalar(value, style)
        case bool():
            return "true" if value else "false"
        case None:
            return '""'
        case int() | dt.date():
            return str(value)
        case Mapping():
            pairs = [(key, each) for key, each in value.items() if each is not None]
            return "{" + ", ".join(f"{_scalar(k)}: {inline(each)}" for k, each in pairs) + "}"
        case _:
            return "[" + ", ".join(inline(each) for each in value if each is not None) + "]"


def render(value: Value, indent: int, room: int, style: str = "") -> Rendered:
    """`value` behind a key or dash that leaves `room` on its line; what is below gets `indent`."""
    if isinstance(value, str):
        return _text(value, indent, room, style)
    if isinstance(value, Mapping | Sequence):
        flow = inline(value) if reads_on_one_line(value) else None
        if flow is not None and len(flow) <= room:
            return Rendered(flow)
        return Rendered("", tuple(block_lines(value, indent)))
    return Rendered(inline(value))


def reads_on_one_line(value: Value) -> bool:
    """Whether a list or mapping is simple enough for `{…}` or `[…]`."""
    return _depth(value) <= 2 and not _has_lines(value)


def block_lines(value: Mapping[str, Value] | Sequence[Value], indent: int) -> list[str]:
    """A list or mapping in block style, as lines."""
    lines: list[str] = []
    before = " " * indent
    if isinstance(value, Mapping):
        for key, each in value.items():
            if each is not None:
                lines += entry_lines(key, each, indent)
        return lines or [before + "{}"]
    for each in value:
        if each is not None:
            lines += item_lines(each, indent)
    return lines or [before + "[]"]


def entry_lines(key: str, value: Value, indent: int) -> list[str]:
    """`key: value` as lines."""
    name = _scalar(key)
    rendered = render(value, indent + STEP, WIDTH - indent - len(name) - 2)
    first = f"{' ' * indent}{name}:{' ' if rendered.first else ''}{rendered.first}"
    return [first, *rendered.below]


def item_lines(value: Value, indent: int) -> list[str]:
    """`- value` as lines."""
    before = " " * indent
    rendered = render(value, indent + STEP, WIDTH - indent - STEP)
    if rendered.first:
        return [f"{before}- {rendered.first}", *rendered.below]
    head, *rest = rendered.below
    return [f"{before}- {head.lstrip()}", *rest]


def _text(value: str, indent: int, room: int, style: str) -> Rendered:
    """A text as a block where that reads well or the file already has one."""
    # A line break at the very end belongs to the layout, as the loader reads it.
    value = value.rstrip("\n")
    words = value.split(" ")
    folds = "\n" not in value and all(words) and value == value.strip()
    if folds and (style == ">" or (style != "|" and len(inline(value, style)) > room)):
        width = max(WIDTH - indent, 40)
        wrapped = textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)
        if len(words) > 1 and " ".join(wrapped) == value and not _ESCAPED.search(value):
            return Rendered(">-", tuple(" " * indent + line for line in wrapped))
    if ("\n" in value or style == "|") and _can_be_literal(value):
        before = " " * indent
        lines = tuple(before + line if line else "" for line in value.split("\n"))
        return Rendered("|", lines)
    return Rendered(inline(value, style))


def _can_be_literal(value: str) -> bool:
    return (
        bool(value.strip())
        and value[0] not in " \t\n"
        and not _ESCAPED.search(value)
        and not any(line != "" and not line.strip() for line in value.split("\n"))
    )


def _scalar(value: str, style: str = "") -> str:
    if style == "'" and "\n" not in value and not _ESCAPED.search(value):
        return "'" + value.replace("'", "''") + "'"
    if style != '"':
        quoted = yaml_text.scalar(value)
        if not quoted.startswith('"'):
            return quoted
        # A number or date that stood without quotes keeps standing so.
        if style == PLAIN and _NUMBER.fullmatch(value):
            return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)


def _depth(value: Value) -> int:
    match value:
        case str():
            return 0
        case Mapping():
            return 1 + max((_depth(each) for each in value.values()), default=0)
        case Sequence():
            return 1 + max((_depth(each) for each in value), default=0)
        case _:
            return 0


def _has_lines(value: Value) -> bool:
    match value:
        case str():
            return "\n" in value.rstrip("\n")
        case Mapping():
            return any(_has_lines(each) for each in value.values())
        case Sequence():
            return any(_has_lines(each) for each in value)
        case _:
            return False
