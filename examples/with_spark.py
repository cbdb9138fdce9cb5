"""The findings in a Parquet file of posts, with Spark.

spark-submit examples/with_spark.py posts.parquet protocol.yaml findings.parquet
"""

import datetime as dt
import sys
from pathlib import Path

from pyspark.sql import SparkSession

from afspraak.bulk import spark
from afspraak.bulk.batches import PostColumns
from afspraak.engine.compiler import pack_of

source, protocol, target = sys.argv[1:]

columns = PostColumns(text="text", as_="as", network="network", at="at", keep=("id",))
pack = pack_of(Path(protocol).read_bytes())
now = dt.datetime.now(dt.UTC)

session = SparkSession.builder.getOrCreate()
session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 100_000)
posts = session.read.parquet(source)
spark.findings(posts, pack, columns, now=now).write.parquet(target)
