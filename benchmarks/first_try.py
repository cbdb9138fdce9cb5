"""What an expert would try first: Hyperscan with UTF8 and UCP, called for every post.

All terms and patterns are in one database, and nothing it finds is confirmed. Terms stand in it as
they are, for this mode knows no word boundaries.
"""

import re
from collections.abc import Sequence
from typing import Any

import hyperscan
import pyarrow.parquet as pq

from benchmarks import corpus
from benchmarks.timing import Runs, timed

FLAGS = hyperscan.HS_FLAG_CASELESS | hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_UCP


def prepare(task: dict[str, Any]) -> Runs:
    """The first try at these terms and patterns, over the first posts of a column."""
    posts = pq.read_table(task["posts"])["text"].slice(0, task["items"]).to_pylist()
    database = compiled([*map(re.escape, corpus.terms(task["terms"])), *task["patterns"]])
    scratch = hyperscan.Scratch(database)
    found: list[tuple[int, int]] = []

    def keep(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
        found.append((number, end))

    def check() -> int:
        found.clear()
        for post in posts:
            database.scan(post.encode(), match_event_handler=keep, scratch=scratch)
        return len(found)

    return {"first try": timed(check, len(posts))}


def accepted(regexes: Sequence[str]) -> list[str]:
    """The patterns that this mode can compile; it calls the others too large."""
    return [regex for regex in regexes if _is_accepted(regex)]


def _is_accepted(regex: str) -> bool:
    try:
        compiled([regex])
    except hyperscan.error:
        return False
    return True


def compiled(expressions: Sequence[str]) -> Any:
    """The expressions as one database. Raises hyperscan.error."""
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[each.encode() for each in expressions],
        ids=list(range(len(expressions))),
        elements=len(expressions),
        flags=FLAGS,
    )
    return database
