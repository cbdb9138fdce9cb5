"""The same function over the same Parquet file: in a loop, in Polars, in DuckDB; see examples/."""

from collections.abc import Iterator
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from afspraak.bulk import ColumnChecker
from afspraak.bulk.batches import FOUND, PostColumns, findings_of_batch
from benchmarks import packs
from benchmarks.timing import Runs, timed

BATCH_ROWS = 100_000
COLUMNS = PostColumns(text="text", keep=("id",))


def prepare(task: dict[str, Any]) -> Runs:
    """Reading alone, then the findings in the whole file by each engine."""
    checker = ColumnChecker(packs.read(task["pack"]))
    source = task["posts"]
    rows = pq.read_metadata(source).num_rows
    schema = {"id": pl.Int64(), **pl.Schema(FOUND)}

    def batches() -> Iterator[pa.RecordBatch]:
        return pq.ParquetFile(source).iter_batches(BATCH_ROWS)  # type: ignore[no-any-return]

    def findings(batch: pa.RecordBatch) -> pa.Table:
        return findings_of_batch(batch, checker, COLUMNS, now=packs.NOW)

    def in_polars(batch: pl.DataFrame) -> pl.DataFrame:
        return pl.DataFrame(findings(batch.to_arrow()))

    def read() -> int:
        return sum(len(each) for each in batches())

    def loop() -> int:
        return pa.concat_tables(map(findings, batches())).num_rows  # type: ignore[no-any-return]

    def polars() -> int:
        posts = pl.scan_parquet(source).select(COLUMNS.used)
        found = posts.map_batches(in_polars, schema=schema, streamable=True)
        return found.collect(engine="streaming").height

    def duck() -> int:
        posts = duckdb.read_parquet(source).select(*map(duckdb.ColumnExpression, COLUMNS.used))
        found = pa.concat_tables(map(findings, posts.to_arrow_reader(BATCH_ROWS)))
        return found.num_rows  # type: ignore[no-any-return]

    each = {"read": read, "loop": loop, "polars": polars, "duckdb": duck}
    return {name: timed(run, rows) for name, run in each.items()}
