"""Other programs, in an environment of their own, with the same terms and patterns where they can.

Each takes its posts one by one, as its documentation shows. What they find is not confirmed: no
check digits, no look-alikes, no strictness, no conditions. A connection is refused at once, so that
a program that would fetch something while it reads texts is not measured waiting.
"""

import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict

from benchmarks.timing import Outcome, Run, timed


class Given(TypedDict):
    """What a peer is given: the posts, and what to look for in them."""

    terms: list[str]
    patterns: list[str]
    posts: list[str]


def given(task: dict[str, Any]) -> Given:
    """The posts of a task, as many as it asks for."""
    content: Given = json.loads(Path(task["given"]).read_text("utf-8"))
    return {**content, "posts": content["posts"][: task["posts"]]}


def each(count: Callable[[str], int], posts: list[str]) -> Run:
    """A run over the posts; it also tells how many connections were refused."""
    refused = Refused()
    run = timed(lambda: sum(map(count, posts)), len(posts))

    def outcome() -> Outcome:
        before = refused.count
        return {**run(), "connections": refused.count - before}

    return outcome


class Refused:
    """From now on no name is looked up in this process; how often it was tried."""

    def __init__(self) -> None:
        self.count = 0
        socket.getaddrinfo = self._refuse  # type: ignore[assignment]

    def _refuse(self, *_asked: object, **_more: object) -> None:
        self.count += 1
        raise OSError("a benchmark opens no connection")
