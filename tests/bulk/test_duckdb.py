"""DuckDB: the same findings, from a script and from any batches it makes."""

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from afspraak.bulk.batches import findings_of_batch
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
    pq.write_table(posts, tmp_path / "posts.parquet")

    run_example("with_duckdb.py", tmp_path / "posts.parquet", tmp_path / "findings.parquet")

    found = pq.read_table(tmp_path / "findings.parquet")
    assert in_order(found.to_pylist()) == found_in_whole(posts)


@pytest.mark.parametrize("size", [50, 1000])
def test_batches_of_any_size_give_the_findings_of_the_whole(size: int) -> None:
    with duckdb.connect() as connection:
        batches = connection.from_arrow(POSTS).to_arrow_reader(size)
        found = pa.concat_tables(
            findings_of_batch(batch, checker(), COLUMNS, now=NOW) for batch in batches
        )

    assert in_order(found.to_pylist()) == found_in_whole(POSTS)
