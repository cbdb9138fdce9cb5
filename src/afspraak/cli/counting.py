"""How far a long copy is, on a terminal, when it takes longer than a moment."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from afspraak.cli.scan_progress import PATIENCE_SECONDS, number


@contextmanager
def shown(unit: str) -> Iterator[Callable[[int, int], None]]:
    """Gives what to tell how many of how many `unit` are done; a bar on stderr if that is one."""
    if not sys.stderr.isatty():
        yield lambda done, total: None  # noqa: ARG005 - nobody looks
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    bar = Progress(
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[said]}"),
        console=Console(stderr=True),
        transient=True,
    )
    began = time.monotonic()
    task = bar.add_task("", total=1.0, said="")

    def tell(done: int, total: int) -> None:
        if time.monotonic() - began < PATIENCE_SECONDS:
            return
        if not bar.live.is_started:
            bar.start()
        bar.update(task, completed=done / max(total, 1), said=f"{number(done)} {unit}")

    try:
        yield tell
    finally:
        bar.stop()


def size(count: int) -> str:
    """Bytes as people say them: 1.2 MB."""
    from afspraak.cli.language import say

    value, unit = float(count), "B"
    for larger in ("kB", "MB", "GB"):
        if value < 1000:
            break
        value, unit = value / 1000, larger
    digits = f"{value:.0f}" if unit == "B" or value >= 10 else f"{value:.1f}"
    return f"{digits.replace('.', say(nl=',', en='.'))} {unit}"
