"""The findings in a Parquet file of posts, with Polars, a batch at a time.

python examples/with_polars.py posts.parquet protocol.yaml findings.parquet
"""

import datetime as dt
import sys
from pathlib import Path

import polars as pl

from afspraak.bulk import ColumnChecker
from afspraak.bulk.batches import FOUND, PostColumns, findings_of_batch
from afspraak.engine.compiler import pack_of

source, protocol, target = sys.argv[1:]

columns = PostColumns(text="text", as_="as", network="network", at="at", keep=("id",))
checker = ColumnChecker(pack_of(Path(protocol).read_bytes()))
now = dt.datetime.now(dt.UTC)


def findings(batch: pl.DataFrame) -> pl.DataFrame:
    return pl.DataFrame(findings_of_batch(batch.to_arrow(), checker, columns, now=now))


posts = pl.scan_parquet(source).select(columns.used)
schema = {"id": posts.collect_schema()["id"], **pl.Schema(FOUND)}
posts.map_batches(findings, schema=schema, streamable=True).sink_parquet(target)
