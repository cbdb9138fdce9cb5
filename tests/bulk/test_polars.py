"""Polars: the same findings, from a script and from any batches it makes."""

from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest

from afspraak.bulk.batches import FOUND, findings_of_batch
from bulk.example_posts import (
    COLUMNS,
    NOW,
    checker,
    dated,
    found_in_whole,
    in_order,
    posts,
    run_example,
)

POSTS = posts(10)


def test_the_example_gives_the_findings_of_the_whole(tmp_path: Path) -> None:
    posts = dated(POSTS)
    pq.write_table(posts, tmp_path / "posts.parquet", row_group_size=64)

    run_example("with_polars.py", tmp_path / "posts.parquet", tmp_path / "findings.parquet")

    found = pl.read_parquet(tmp_path / "findings.parquet")
    assert in_order(found.to_dicts()) == found_in_whole(posts)


@pytest.mark.parametrize("size", [1, 50, 1000])
def test_batches_of_any_size_give_the_findings_of_the_whole(size: int) -> None:
    sizes = []

    def findings(batch: pl.DataFrame) -> pl.DataFrame:
        sizes.append(len(batch))
        return pl.DataFrame(findings_of_batch(batch.to_arrow(), checker(), COLUMNS, now=NOW))

    frame = pl.DataFrame(POSTS).lazy()
    schema = {"id": pl.Int64(), **pl.Schema(FOUND)}
    with pl.Config(streaming_chunk_size=size):
        found = frame.map_batches(findings, schema=schema, streamable=True).collect(
            engine="streaming"
        )

    assert in_order(found.to_dicts()) == found_in_whole(POSTS)
    assert max(sizes) <= size
