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
from pyspark.sql.types import (
    DataType,
    IntegerType,
    StringType,
    StructField,
    StructType,
    TimestampNTZType,
    TimestampType,
)

from afspraak.bulk.batches import FOUND, TEXT, TIMES, PostColumns, findings_of_batch
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


def findings(df: DataFrame, pack: Pack, columns: PostColumns, *, now: dt.datetime) -> DataFrame:
    """The findings in `df`: the kept columns of the post, then those of `batches.FOUND`.

    Nothing is checked until Spark needs the outcome. `now` stands in where a post has no time.
    What a rule of the kind `protected` found is for the writer alone and is never among them.
    Raises `UnableToReadPosts` at once, before any job.
    """
    columns.all_in((each.name, _held(each.dataType)) for each in df.schema)
    # mapInArrow stumbles over a name with a dot: numbers go to the workers instead
    posts = df.select(*(df[_quoted(name)].alias(str(n)) for n, name in enumerate(columns.used)))
    shipped = Shipped(pack.hash, df.sparkSession.sparkContext.broadcast(pack.content))

    def check(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            named = batch.rename_columns(list(columns.used))
            found = findings_of_batch(named, checker_of(shipped), columns, now=now)
            yield from found.to_batches()

    kept = [df.schema[name] for name in columns.keep]
    return posts.mapInArrow(check, StructType([*kept, *map(_as_spark, FOUND)]))


def _held(given: DataType) -> str:
    if isinstance(given, StringType):
        return TEXT
    is_time = isinstance(given, TimestampType | TimestampNTZType)
    return TIMES if is_time else given.simpleString()


def _as_spark(found: pa.Field) -> StructField:
    return StructField(found.name, IntegerType() if found.type == pa.int32() else StringType())


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
