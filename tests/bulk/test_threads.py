"""One checker serves several threads at once, as Polars and DuckDB ask of it."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pytest

from afspraak.bulk import ColumnChecker
from afspraak.bulk.batches import findings_of_batch
from bulk.example_posts import COLUMNS, NOW, found_in_whole, in_order, pack, posts

THREADS = 4
POSTS = posts(20)
BATCHES = [POSTS.slice(at, 20) for at in range(0, len(POSTS), 20)]


@pytest.fixture(autouse=True)
def _switching_often() -> Iterator[None]:
    """Has threads take turns as often as they can, so that a clash does not wait for chance."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def found_by_threads(checker: ColumnChecker) -> list[dict[str, object]]:
    def findings(batch: pa.Table) -> pa.Table:
        return findings_of_batch(batch, checker, COLUMNS, now=NOW)

    with ThreadPoolExecutor(THREADS) as threads:
        return in_order(pa.concat_tables(threads.map(findings, BATCHES)).to_pylist())


def test_four_threads_find_what_one_finds() -> None:
    checker = ColumnChecker(pack())

    assert found_by_threads(checker) == found_in_whole(POSTS)


def test_threads_and_checkers_come_and_go() -> None:
    expected = found_in_whole(POSTS)
    long_lived = ColumnChecker(pack())

    for _ in range(3):
        assert found_by_threads(ColumnChecker(pack())) == expected
        assert found_by_threads(long_lived) == expected
