"""The CPU time of a process with everything it started, as Spark's Java and its workers."""

import os
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_of_tree() -> float:
    """Seconds that this process and its descendants used so far; others only where /proc is."""
    return time.process_time() + sum(_seconds(each) for each in _descendants(os.getpid()))


def _descendants(process: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        fields = _fields(int(entry.name))
        if fields:
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found, waiting = [], [process]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def _seconds(process: int) -> float:
    # user and system, of the process and of what it started and outlived
    return sum(map(int, _fields(process)[11:15])) / TICKS


def _fields(process: int) -> list[str]:
    """What stands behind the name in /proc/…/stat; nothing when the process is gone."""
    try:
        return (
            Path(f"/proc/{process}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        )
    except OSError:
        return []
