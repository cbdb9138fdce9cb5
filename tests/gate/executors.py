"""The executors behind one question: what do you find in these posts?

Each answers with a list a post, or with None where it cannot take the post.
"""

import atexit
import datetime as dt
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pyarrow as pa

from afspraak.bulk import ColumnChecker, Facts
from afspraak.engine.draft import Checker
from afspraak.engine.pack import Pack
from afspraak.engine.post import Post
from engine.browser.executor import NodeExecutor
from engine.reference import Found

Findings = list[Found]
Executor = Callable[[Sequence[Post], dt.datetime], list[Findings | None]]


def draft(pack: Pack, checker_of: Callable[[Pack], Checker] = Checker) -> Executor:
    """The executor of the command line and the server."""
    checker = checker_of(pack)
    rules = pack.data["rules"]

    def check(post: Post, now: dt.datetime) -> Findings:
        return [
            Found(rules[hit.rule]["id"], hit.span.start, hit.span.end, hit.part)
            for hit in checker.check(post, now=now)
        ]

    return lambda posts, now: [check(post, now) for post in posts]


def column(pack: Pack, checker_of: type[ColumnChecker] = ColumnChecker) -> Executor:
    """The executor of archives. Pictures and half surrogate pairs are not for columns."""
    checker = checker_of(pack, cache=cache_folder())

    def check(posts: Sequence[Post], now: dt.datetime) -> list[Findings | None]:
        table = checker.check(*as_column(posts), now=now, protected=True)
        return by_row(table, posts)

    return check


@cache
def cache_folder() -> Path:
    """A folder for compiled databases: most tests search for the same."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    return Path(folder)


def as_column(posts: Sequence[Post]) -> tuple[pa.Array, Facts]:
    """Posts as a column of texts and the facts beside it; a null for what has no UTF-8."""
    at = [post.at for post in posts]
    zone = "UTC" if any(each is not None and each.tzinfo for each in at) else None
    return (
        pa.array([post.text if _is_utf8(post.text) else None for post in posts], pa.string()),
        Facts(
            as_=pa.array([post.as_ for post in posts], pa.string()),
            network=pa.array([post.network for post in posts], pa.string()),
            at=pa.array(at, pa.timestamp("us", tz=zone)),
        ),
    )


def by_row(table: pa.Table, posts: Sequence[Post]) -> list[Findings | None]:
    """A table of findings as lists a post. Its bytes must say the same as its code points."""
    found: list[Findings | None] = [
        [] if _is_utf8(post.text) and not post.media else None for post in posts
    ]
    for row in table.to_pylist():
        findings, text = found[row["row"]], posts[row["row"]].text
        if findings is None:
            continue
        start, end = row["start"], row["end"]
        in_bytes = (len(text[:start].encode()), len(text[:end].encode()))
        if (row["start_byte"], row["end_byte"]) != in_bytes:
            raise ValueError(f"bytes and code points differ: {text!r} {row}")
        findings.append(Found(row["rule"], start, end, row["part"]))
    return found


def _is_utf8(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def browser(pack: Pack) -> Executor:
    """The executor of the page, in one Node for as long as the tests run."""
    node = NodeExecutor(pack)
    atexit.register(node.__enter__().__exit__, None, None, None)
    return in_browser(node)


def in_browser(page: NodeExecutor) -> Executor:
    """The executor of the page in a Node or page that runs."""

    def check(posts: Sequence[Post], now: dt.datetime) -> list[Findings | None]:
        return [
            [Found(each["rule"], each["start"], each["end"], each["part"]) for each in findings]
            for findings in page.findings_of(posts, now)
        ]

    return check


ALL: dict[str, Callable[[Pack], Executor]] = {
    "draft": draft,
    "column": column,
    "browser": browser,
}
"""The executors that must say what the reference says."""
