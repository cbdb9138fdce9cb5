"""How much more memory it takes to check a column than to read it, by the number of rows.

Each measurement is a process of its own that holds the checker, gives back what building it left
over, and then reads a Parquet file batch by batch; `peak_bytes` is the highest its memory rose
from there.
"""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.serve import UnableToMeasure
from benchmarks.timing import Outcome, Runs

COUNTS_PEAKS = Path("/proc/self/clear_refs")
WAYS = ("read", "check")


def prepare(task: dict[str, Any]) -> Runs:
    """Reading alone and reading with checking, for each file."""
    if not COUNTS_PEAKS.exists():
        raise UnableToMeasure("only Linux tells the highest memory since a moment")
    return {
        f"{way} {rows}": partial(_in_new_process, way, posts, task)
        for rows, posts in task["posts"].items()
        for way in WAYS
    }


def _in_new_process(way: str, posts: str, task: dict[str, Any]) -> Outcome:
    command = [sys.executable, "-m", "benchmarks.peak", way, posts, task["pack"], task["cache"]]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    outcome: Outcome = json.loads(told)
    return outcome
