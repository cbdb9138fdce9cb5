"""One post at a time with the draft executor, which needs the standard library alone."""

import time
from typing import Any

import pyarrow.parquet as pq

from afspraak.engine.draft import Checker
from afspraak.engine.post import Post
from benchmarks import packs
from benchmarks.timing import Latency, Outcome, Runs


def prepare(task: dict[str, Any]) -> Runs:
    """A round over posts of equal length; it also tells how long the checker took to build."""
    pack = packs.read(task["pack"])
    posts = pq.read_table(task["posts"])["text"].to_pylist()
    start = time.process_time()
    checker = Checker(pack)
    built = (time.process_time() - start) * 1e3
    latency = Latency(task["attempts"])

    def draft() -> Outcome:
        told = latency.over(lambda text: checker.check(Post(text), now=packs.NOW), posts)
        return {**told, "build_ms": built, "pack_bytes": len(pack.content)}

    return {"draft": draft}
