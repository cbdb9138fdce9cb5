"""Spark: the same findings from any partitions, with a pack that each worker compiles once."""

import os
import runpy
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

pytest.importorskip("pyspark", reason="make test installs it; make run does not")

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import expr, lit

from afspraak.bulk import Facts, spark
from afspraak.bulk.batches import FOUND, PostColumns, UnableToReadPosts
from afspraak.engine.compiler import pack_of
from afspraak.engine.pack import Pack
from bulk.example_posts import (
    COLUMNS,
    EXAMPLES,
    NOW,
    PROTOCOL,
    checker,
    dated,
    found_in_whole,
    in_order,
    pack,
    posts,
)

pytestmark = [
    pytest.mark.skipif(not shutil.which("java"), reason="Spark needs Java; .ci/run installs it"),
    pytest.mark.xdist_group("spark"),
]
POSTS = posts(10)
PARTITIONS = 5
LOCAL = {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
OPTIONS: dict[str, bool | float | int | str | None] = {
    "spark.master": "local[2]",
    "spark.driver.memory": "512m",
    # a JVM that lives a minute has no use for its best compiler
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.shuffle.partitions": "2",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "16",
}


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in LOCAL.items():
            patch.setenv(name, value)
        session = SparkSession.builder.config(map=OPTIONS).getOrCreate()
        yield session
        session.stop()


@pytest.fixture(scope="module")
def frame(session: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> DataFrame:
    return read(session, tmp_path_factory.mktemp("posts"), POSTS)


def read(session: SparkSession, folder: Path, posts: pa.Table) -> DataFrame:
    pq.write_table(posts, folder / "posts.parquet")
    return session.read.parquet(str(folder)).repartition(PARTITIONS)


def other_pack() -> Pack:
    return pack_of(PROTOCOL.read_bytes().replace(b"De Gouden Korst", b"De Bolle Smit"))


def collected(findings: DataFrame) -> list[dict[str, object]]:
    return in_order([row.asDict() for row in findings.collect()])


def test_partitions_give_the_findings_of_the_whole(frame: DataFrame) -> None:
    found = spark.findings(frame, pack(), COLUMNS, now=NOW)

    assert found.columns == ["id", *FOUND.names]
    assert collected(found) == found_in_whole(POSTS)


def test_times_with_a_zone_are_those_moments(session: SparkSession, tmp_path: Path) -> None:
    zoned = POSTS.set_column(
        POSTS.schema.get_field_index("at"),
        "at",
        pc.assume_timezone(POSTS["at"], "Asia/Tokyo"),
    )

    found = spark.findings(read(session, tmp_path, zoned), pack(), COLUMNS, now=NOW)

    expected = found_in_whole(zoned)
    assert expected != found_in_whole(POSTS)
    assert collected(found) == expected


def test_what_is_for_the_writer_alone_stays_out(frame: DataFrame) -> None:
    with_it = checker().check(POSTS["text"], now=NOW, protected=True)

    found = collected(spark.findings(frame, pack(), COLUMNS, now=NOW))

    assert "protected-speech" in with_it["rule"].to_pylist()
    assert "protected-speech" not in {each["rule"] for each in found}


def test_a_worker_compiles_a_pack_once(frame: DataFrame) -> None:
    def count(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        list(batches)
        seen = spark.checker_of.cache_info()
        facts = {"worker": os.getpid(), "compiled": seen.misses, "asked": seen.hits + seen.misses}
        yield pa.RecordBatch.from_pylist([facts])

    for made in (pack(), other_pack(), pack(), other_pack()):
        spark.findings(frame, made, COLUMNS, now=NOW).collect()
    counted = frame.mapInArrow(count, "worker long, compiled long, asked long").distinct().collect()

    assert sum(row.asked for row in counted) > 4 * PARTITIONS
    assert all(row.compiled <= 2 for row in counted)


def test_another_pack_gives_other_findings(frame: DataFrame) -> None:
    first, second = (
        {each["rule"] for each in collected(spark.findings(frame, made, COLUMNS, now=NOW))}
        for made in (pack(), other_pack())
    )

    assert first - second == {"rivals"}


def test_what_holds_for_all_posts_is_a_constant_column(frame: DataFrame) -> None:
    columns = PostColumns(as_="whose", network="where", at="when", keep=("id",))
    known = frame.select("id", "text").withColumns(
        {"whose": lit("private"), "where": lit("mastodon"), "when": lit(NOW)}
    )

    found = spark.findings(known, pack(), columns, now=NOW)

    facts = Facts("private", "mastodon", NOW)
    ids = POSTS["id"].to_pylist()
    whole = checker().check(POSTS["text"], facts, now=NOW).to_pylist()
    assert collected(found) == in_order({"id": ids[each["row"]], **each} for each in whole)


def test_names_and_types_that_spark_allows_are_no_hindrance(frame: DataFrame) -> None:
    odd = frame.withColumnsRenamed({"text": "post.`text`", "id": "the id"}).withColumn(
        "pause", expr("make_interval(1)")
    )

    found = spark.findings(odd, pack(), PostColumns(text="post.`text`", keep=("the id",)), now=NOW)

    assert found.columns[0] == "the id"
    assert found.collect()


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (PostColumns(text="tekst"), "there is no column 'tekst'; the names are: id, text, as"),
        (PostColumns(text="id"), "column 'id' should hold text, but holds bigint"),
        (PostColumns(at="network"), "column 'network' should hold timestamps, but holds text"),
        (PostColumns(network="at"), "column 'at' should hold text, but holds timestamps"),
    ],
)
def test_columns_that_cannot_be_used_are_named_before_any_job(
    frame: DataFrame, columns: PostColumns, said: str
) -> None:
    with pytest.raises(UnableToReadPosts, match=said):
        spark.findings(frame, pack(), columns, now=NOW)


def test_the_example_gives_the_findings_of_the_whole(
    session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = dated(POSTS)
    source, target = tmp_path / "posts.parquet", tmp_path / "findings"
    pq.write_table(posts, source)

    monkeypatch.setattr(sys, "argv", ["with_spark.py", str(source), str(PROTOCOL), str(target)])
    runpy.run_path(str(EXAMPLES / "with_spark.py"))

    assert SparkSession.getActiveSession() is session
    assert in_order(pq.read_table(target).to_pylist()) == found_in_whole(posts)
