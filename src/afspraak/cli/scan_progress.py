"""How far a scan is, on a terminal: a bar with rate and time left, when it takes longer."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from afspraak.cli.language import say

PATIENCE_SECONDS = 1.0
"""What is done sooner shows no bar."""


class Tell(Protocol):
    """Hears how far a scan is: posts checked in this run and before, and the share of all input."""

    def __call__(self, posts: int, share: float) -> None:
        """Shows it."""


@contextmanager
def shown(before: int) -> Iterator[Tell]:
    """A bar on stderr if that is a terminal, else nothing. `before` posts were checked earlier."""
    if not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    left = say(nl="nog", en="left")
    bar = Progress(
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[said]}"),
        TextColumn(left),
        TimeLeft(),
        console=Console(stderr=True),
        transient=True,
    )
    began = time.monotonic()
    task = bar.add_task("", total=1.0, said="")

    def tell(posts: int, share: float) -> None:
        seconds = time.monotonic() - began
        if seconds < PATIENCE_SECONDS:
            return
        if not bar.live.is_started:
            bar.start()
        rate = round((posts - before) / seconds)
        unit = say(nl="berichten", en="posts")
        said = f"{number(posts)} {unit} · {number(rate)}/s"
        bar.update(task, completed=share, said=said)

    try:
        yield tell
    finally:
        bar.stop()


def number(value: int) -> str:
    """A number as the reader's language groups it: 1.234.567, or 1,234,567."""
    return f"{value:,}".replace(",", say(nl=".", en=","))


def _nothing(posts: int, share: float) -> None:
    del posts, share
