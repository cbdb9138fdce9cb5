"""The same findings by Spark on this machine, and what Spark needs to hand over the rows at all."""

import os
import shutil
import sys
from typing import Any

import pyarrow.parquet as pq

from benchmarks import packs
from benchmarks.engines import BATCH_ROWS, COLUMNS
from benchmarks.serve import UnableToMeasure
from benchmarks.timing import Runs, timed
from benchmarks.tree import cpu_of_tree

OPTIONS: dict[str, bool | float | int | str | None] = {
    "spark.master": "local[2]",
    "spark.driver.memory": "1g",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH_ROWS),
}


def prepare(task: dict[str, Any]) -> Runs:
    """The findings of the whole file, and every batch given back as it came."""
    if not shutil.which("java"):
        raise UnableToMeasure("Spark needs Java, which is not on this machine")
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    from pyspark.sql import SparkSession  # noqa: PLC0415

    from afspraak.bulk import spark  # noqa: PLC0415

    pack, source = packs.read(task["pack"]), task["posts"]
    session = SparkSession.builder.config(map=OPTIONS).getOrCreate()
    posts = session.read.parquet(source)

    def checked() -> int:
        return spark.findings(posts, pack, COLUMNS, now=packs.NOW).count()

    def identity() -> int:
        return posts.mapInArrow(lambda batches: batches, posts.schema).count()

    rows = pq.read_metadata(source).num_rows
    runs = {"spark": checked, "identity": identity}
    return {name: timed(run, rows, cpu_of_tree) for name, run in runs.items()}
