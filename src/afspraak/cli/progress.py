"""A bar on the terminal for work that takes longer than a moment."""

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

from afspraak.cli.language import say

SHOWN_AFTER_SECONDS = 1.0


@contextlib.contextmanager
def bar(what: str) -> Iterator[Callable[[float, int], None]]:
    """Gives a function to call with the part that is done (0 to 1) and the posts until now.

    The bar is on stderr, on a terminal only, and goes when the work is done.
    """
    if not sys.stderr.isatty():
        yield lambda _share, _posts: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    shown = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = shown.add_task(what, total=1.0, rate="")
    began = time.monotonic()

    def advance(share: float, posts: int) -> None:
        passed = time.monotonic() - began
        if passed >= SHOWN_AFTER_SECONDS:
            shown.start()
            rate = f"{posts / passed:,.0f} {say(nl='berichten/s', en='posts/s')}"
            shown.update(task, completed=share, rate=rate)

    try:
        yield advance
    finally:
        shown.stop()
