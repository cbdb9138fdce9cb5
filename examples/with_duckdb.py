"""The findings in a Parquet file of posts, with DuckDB, a batch at a time.

python examples/with_duckdb.py posts.parquet protocol.yaml findings.parquet
"""

import datetime as dt
import sys
from pathlib import Path

import duckdb
import pyarrow as pa

from afspraak.bulk import ColumnChecker
from afspraak.bulk.batches import PostColumns, findings_of_batch
from afspraak.engine.compiler import pack_of

source, protocol, target = sys.argv[1:]

columns = PostColumns(text="text", as_="as", network="network", at="at", keep=("id",))
checker = ColumnChecker(pack_of(Path(protocol).read_bytes()))
now = dt.datetime.now(dt.UTC)

posts = duckdb.read_parquet(source).select(*map(duckdb.ColumnExpression, columns.used))
batches = posts.to_arrow_reader(100_000)  # a function in SQL would get 2,048 posts at a time
found = pa.concat_tables(findings_of_batch(each, checker, columns, now=now) for each in batches)
duckdb.from_arrow(found).write_parquet(target)
