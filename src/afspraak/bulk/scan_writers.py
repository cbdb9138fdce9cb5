"""Findings in a file: Parquet, JSON Lines or CSV, the same bytes however the batches were cut."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from afspraak.bulk.scan_table import SCHEMA, compact

ROWS = 65_536
"""Rows are written so many at a time, so that a file does not tell where a scan was interrupted."""


class Write(Protocol):
    """Writes tables of `SCHEMA` to an open file."""

    def __call__(self, tables: Iterable[pa.Table], file: BinaryIO) -> None:
        """Raises `OSError`."""


def write_parquet(tables: Iterable[pa.Table], file: BinaryIO) -> None:
    """One row group for every `ROWS` findings."""
    with parquet.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
        for table in even(tables):
            writer.write_table(table, row_group_size=ROWS)


def write_csv(tables: Iterable[pa.Table], file: BinaryIO) -> None:
    """A header, then a line for each finding."""
    plain = _plain(SCHEMA.empty_table()).schema
    with csv.CSVWriter(
        file, plain, write_options=csv.WriteOptions(quoting_style="needed")
    ) as writer:
        for table in even(tables):
            writer.write_table(_plain(table))


def write_jsonl(tables: Iterable[pa.Table], file: BinaryIO) -> None:
    """An object a line, with the columns as keys."""
    for table in even(tables):
        parts: list[pa.Scalar | pa.ChunkedArray] = []
        for i, name in enumerate(SCHEMA.names):
            parts.append(pa.scalar(f"{', ' if i else '{'}{json.dumps(name)}: "))
            parts.append(_as_json(table[name]))
        lines = pc.binary_join_element_wise(*parts, pa.scalar("}\n"), "")
        for chunk in lines.chunks:
            file.write("".join(chunk.to_pylist()).encode())


WRITERS: dict[str, Write] = {
    ".parquet": write_parquet,
    ".csv": write_csv,
    ".jsonl": write_jsonl,
    ".ndjson": write_jsonl,
}
"""By the ending of the output's name."""


def even(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows in tables of `ROWS` each, the last one shorter."""
    rest = SCHEMA.empty_table()
    for table in tables:
        rest = pa.concat_tables([rest, table])
        while rest.num_rows >= ROWS:
            yield compact(rest.slice(0, ROWS))
            rest = rest.slice(ROWS)
    if rest.num_rows:
        yield compact(rest)


def _plain(table: pa.Table) -> pa.Table:
    columns = [
        column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
        for column in table.columns
    ]
    return pa.table(columns, names=table.column_names)


def _as_json(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not pa.types.is_dictionary(column.type):
        return column.cast(pa.string())
    return pa.chunked_array(
        [
            pa.array(
                [json.dumps(each, ensure_ascii=False) for each in chunk.dictionary.to_pylist()],
                pa.string(),
            ).take(chunk.indices)
            for chunk in column.chunks
        ],
        pa.string(),
    )
