"""What this machine does at all: a string folded by Python itself, memory copied."""

from typing import Any

import numpy as np
import pyarrow.parquet as pq

from benchmarks.timing import Latency, Outcome, Runs, Spent


def prepare(task: dict[str, Any]) -> Runs:
    """`casefold()` of the posts whose latency is measured, and a copy of many bytes."""
    posts = pq.read_table(task["posts"])["text"].to_pylist()
    latency = Latency(task["attempts"])
    source = np.ones(task["copied_bytes"], np.uint8)
    target = np.empty_like(source)

    def copy() -> Outcome:
        spent = Spent()
        with spent.counting():
            np.copyto(target, source)
        return spent.on(len(source))

    return {"casefold": lambda: latency.over(str.casefold, posts), "copy": copy}
