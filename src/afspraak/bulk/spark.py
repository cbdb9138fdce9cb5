"""A Spark DataFrame of posts checked against a pack (extra: spark).

The pack travels once, as a broadcast, and every Python worker compiles it once, whatever the
number of its tasks. Workers import this module to do so: Afspraak has to be installed there too.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import pyarrow as pa
from pyspark import Broadcast
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_type
from pyspark.sql.types import StructType

from afspraak.bulk.batches import FOUND, Columns, findings_of_batch
from afspraak.bulk.column import ColumnChecker
from afspraak.engine.pack import Pack, read

PACKS_KEPT = 4
"""Packs that a worker keeps compiled: workers outlive a job, and a protocol changes at times."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A pack on its way to the workers. Two are equal when their packs are."""

    hash: str
    content: Broadcast[bytes] = field(compare=False)


@lru_cache(maxsize=PACKS_KEPT)
def checker_of(shipped: Shipped) -> ColumnChecker:
    """What this worker checks with, compiled when it first meets the pack."""
    return ColumnChecker(read(shipped.content.value))


def findings(df: DataFrame, pack: Pack, columns: Columns, *, now: dt.datetime) -> DataFrame:
    """The findings in `df`: the kept columns of the post, then those of `batches.FOUND`.

    Nothing is checked until Spark needs the outcome. `now` stands in where a post has no time.
    What a rule of the kind `protected` found is for the writer alone and is never among them.
    Raises `UnableToUseColumns` at once, before any job.
    """
    columns.all_in(_as_arrow(df, columns))
    posts = df.select(*(df[_quoted(name)] for name in columns.used))
    shipped = Shipped(pack.hash, df.sparkSession.sparkContext.broadcast(pack.content))

    def check(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            found = findings_of_batch(batch, checker_of(shipped), columns, now=now)
            yield from found.to_batches()

    kept = [posts.schema[name] for name in columns.keep]
    return posts.mapInArrow(check, StructType([*kept, *from_arrow_schema(FOUND)]))


def _as_arrow(df: DataFrame, columns: Columns) -> pa.Schema:
    """The columns as Arrow has them. What is not used may be of a type that Arrow does not know."""
    return pa.schema(
        (each.name, to_arrow_type(each.dataType) if each.name in columns.used else pa.null())
        for each in df.schema
    )


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
