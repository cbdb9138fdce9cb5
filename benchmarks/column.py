"""A column of posts: the whole check, and Hyperscan alone on the same buffers as its limit.

The limit is what Hyperscan needs to search the same bytes with the checker's own two databases,
with a callback that does nothing.
"""

from collections.abc import Callable, Iterator
from typing import Any

import hyperscan
import pyarrow.parquet as pq

from afspraak.bulk import ColumnChecker, column, segment
from benchmarks import packs
from benchmarks.timing import Outcome, Run, Runs, Spent, timed


def prepare(task: dict[str, Any]) -> Runs:
    """Both runs for a pack and the first posts of a column."""
    posts = pq.read_table(task["posts"])["text"].slice(0, task["items"])
    checker = ColumnChecker(packs.read(task["pack"]))
    return {
        "raw": _raw(checker, posts),
        "column": timed(lambda: checker.check(posts, now=packs.NOW).num_rows, len(posts)),
    }


def _raw(checker: ColumnChecker, posts: Any) -> Run:
    """Hyperscan over the buffers that the checker makes of the column, and nothing else."""
    scans = list(_scans(checker))

    def outcome() -> Outcome:
        spent, scanned = Spent(), 0
        for _, chunk in column.chunks(posts, column.CHUNK_ROWS):
            content, _ = segment.buffer_of(chunk)
            scanned += len(content)
            with spent.counting():
                for scan in scans:
                    scan(content)
        return spent.on(len(posts), bytes=scanned)

    return outcome


def _scans(checker: ColumnChecker) -> Iterator[Callable[[bytes], None]]:
    # the very databases, which nobody else needs to see
    for kept in (checker._words, checker._patterns):  # noqa: SLF001
        if kept._database is not None:  # noqa: SLF001
            yield _scan(kept._database)  # noqa: SLF001


def _scan(database: Any) -> Callable[[bytes], None]:
    scratch = hyperscan.Scratch(database)

    def scan(content: bytes) -> None:
        database.scan(content, match_event_handler=_nothing, scratch=scratch)

    return scan


def _nothing(_number: int, _start: int, _end: int, _flags: int, _context: object) -> None:
    pass
