"""scrubadub with the detectors it has by itself: addresses, numbers, handles; no terms."""

from typing import Any

from scrubadub import Scrubber

from benchmarks.peers import each, given
from benchmarks.timing import Runs


def prepare(task: dict[str, Any]) -> Runs:
    """What it would take out of each post."""
    scrubber = Scrubber()

    def count(post: str) -> int:
        return sum(1 for _ in scrubber.iter_filth(post))

    return {"scrubadub": each(count, given(task)["posts"])}
