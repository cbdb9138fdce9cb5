"""JSON Lines: every line an object with the same sort of keys."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import json as arrow

from afspraak.bulk.files import utf8
from afspraak.bulk.files.batch import SAMPLE_BYTES, Batch, Place
from afspraak.bulk.files.lines import Block, Lines
from afspraak.bulk.files.unable import LOOK_AT_IT, NOT_UTF8, BadRow, UnableToRead
from afspraak.diagnostics import Text

MOST_OPEN = 1000
"""A line with more brackets is read by Python: Arrow's parser ends the process on deep nesting."""
NOT_JSON: Text = {"nl": "geen JSON", "en": "not JSON"}
NO_OBJECT: Text = {"nl": "geen JSON-object", "en": "not a JSON object"}
HALF_SIGN: Text = {
    "nl": "half een teken (een losse surrogaat)",
    "en": "half a character (a lone surrogate)",
}


class JsonLinesReader:
    """A file of JSON objects, one a line. Keys inside an object are called `outer.inner`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines = Lines(path)
        block = next(self._lines.blocks(Place(), SAMPLE_BYTES))
        batch = _read(block, 0, ())
        if not batch.table.num_columns and batch.bad:
            first = batch.bad[0]
            raise UnableToRead(path, first.problem, LOOK_AT_IT, line=first.line)
        self.sample = batch.table
        self.schema = batch.table.schema

    def batches(
        self,
        columns: Sequence[str],
        since: Place,
        *,
        besides: Sequence[str] = (),  # noqa: ARG002
    ) -> Iterator[Batch]:
        """The lines from `since` on, with every column there is. Raises `UnableToRead`."""
        row = since.row
        for block in self._lines.blocks(since):
            batch = _read(block, row, columns)
            row = batch.next.row
            yield batch


def _read(block: Block, first: int, columns: Sequence[str]) -> Batch:
    content, start = block.content, block.start
    size = content.count(b"\n") + (not content.endswith(b"\n"))
    bad: tuple[BadRow, ...] = ()
    table = _at_once(content, size, columns)
    rows = np.arange(first, first + size)
    if table is None:
        table, good, wrong = _line_by_line(content, columns)
        rows = np.array(good, np.int64) + first
        bad = tuple(BadRow(first + i, start.line + i, problem) for i, problem in wrong)
    after = Place(first + size, start.offset + len(content), start.line + content.count(b"\n"))
    return Batch(table, pa.array(rows, pa.int64()), bad, after, block.share)


def _at_once(content: bytes, size: int, columns: Sequence[str]) -> pa.Table | None:
    """All lines by Arrow's parser; None where it would not read them as we do."""
    if not _is_plain(content, size) or not utf8.is_utf8(content):
        return None
    try:
        table = arrow.read_json(
            pa.BufferReader(content),
            read_options=arrow.ReadOptions(use_threads=False, block_size=len(content) + 1),
            parse_options=arrow.ParseOptions(
                explicit_schema=pa.schema(
                    [(each, pa.string()) for each in columns if "." not in each]
                ),
                newlines_in_values=False,
                unexpected_field_behavior="infer",
            ),
        )
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return None
    if table.num_rows != size:
        return None
    while any(pa.types.is_struct(kind) for kind in table.schema.types):
        table = table.flatten()
    return _with(table, columns)


def _with(table: pa.Table, columns: Sequence[str]) -> pa.Table | None:
    """The table with the columns that were asked for, as texts; None where they are not."""
    for name in columns:
        found = table.schema.get_all_field_indices(name)
        if not found:
            table = table.append_column(name, pa.nulls(table.num_rows, pa.string()))
        elif len(found) > 1 or not utf8.is_text(table.schema.field(name).type):
            return None
    return table


def _is_plain(content: bytes, size: int) -> bool:
    """Whether every line is one object or none is, with brackets that are not too deep.

    Where every line starts with { and ends with }, no object can go on in the next line: } before
    { is never right inside one.
    """
    data = np.frombuffer(content, np.uint8)
    ends = np.flatnonzero(data == ord("\n"))
    if len(ends) < size:
        ends = np.append(ends, len(data))
    starts = np.concatenate(([0], ends[:-1] + 1))
    last = ends - 1
    if b"\r\n" in content:
        last = last - (data[np.maximum(last, 0)] == ord("\r"))
    if (last <= starts - 1).any():
        return False
    if (data[starts] != ord("{")).any() or (data[last] != ord("}")).any():
        return False
    opening = (data | 32) == ord("{")  # [ differs from { by this bit
    if np.count_nonzero(opening) - size <= MOST_OPEN:
        return True
    return bool(np.add.reduceat(opening, starts, dtype=np.int64).max() <= MOST_OPEN)


def _line_by_line(
    content: bytes, columns: Sequence[str]
) -> tuple[pa.Table, list[int], list[tuple[int, Text]]]:
    """The lines one by one: the good ones, their numbers, and what is wrong with the others."""
    good: list[int] = []
    wrong: list[tuple[int, Text]] = []
    objects: list[dict[str, str | None]] = []
    for i, line in enumerate(content.removesuffix(b"\n").split(b"\n")):
        if not line.strip():
            good.append(i)
            objects.append({})
            continue
        made = _object(line, columns)
        if isinstance(made, dict):
            good.append(i)
            objects.append(made)
        else:
            wrong.append((i, made[0]))
    names = dict.fromkeys([*columns, *(name for each in objects for name in each)])
    arrays = [pa.array([each.get(name) for each in objects], pa.string()) for name in names]
    return pa.table(arrays, names=list(names)), good, wrong


def _object(line: bytes, columns: Sequence[str]) -> dict[str, str | None] | tuple[Text]:
    try:
        fields = json.loads(line.decode(), parse_constant=_no_constant)
    except UnicodeDecodeError:
        return (NOT_UTF8,)
    except json.JSONDecodeError as error:
        column = error.colno
        return ({"nl": f"geen JSON (teken {column})", "en": f"not JSON (character {column})"},)
    except (ValueError, RecursionError):
        return (NOT_JSON,)
    if not isinstance(fields, dict):
        return (NO_OBJECT,)
    for name in columns:
        value = fields.get(name)
        if not isinstance(value, str | None):
            return ({"nl": f"`{name}` is geen tekst", "en": f"`{name}` is not a text"},)
    try:
        return dict(_flat("", fields))
    except UnicodeEncodeError:
        return (HALF_SIGN,)
    except RecursionError:
        return (NOT_JSON,)


def _flat(prefix: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """The values under their whole names, what is no text as JSON."""
    for key, value in fields.items():
        name = f"{prefix}{key}"
        name.encode()
        if isinstance(value, dict):
            yield from _flat(f"{name}.", value)
        elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
            for each in value:
                yield from _flat(f"{name}.", each if isinstance(each, dict) else {})
        elif value is None:
            yield name, None
        else:
            text = value if isinstance(value, str) else json.dumps(value)
            text.encode()
            yield name, text


def _no_constant(name: str) -> None:
    raise ValueError(name)
