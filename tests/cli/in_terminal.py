"""Runs a program in a terminal of its own (a pty) and types what it is given."""

import os
import pty
import select
import time
from collections.abc import Sequence
from pathlib import Path

ASKS = "→"
TIMEOUT_SECONDS = 60


def in_terminal(
    words: Sequence[str], *, typed: Sequence[str] = (), folder: Path | None = None, **env: str
) -> tuple[str, int]:
    """What was shown and the exit code. One of `typed` is entered at every question, then Enter."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder or Path.cwd())
        os.environ.update({"TERM": "xterm-256color", "COLUMNS": "80", "LC_ALL": "C.UTF-8", **env})
        if "NO_COLOR" not in env:
            os.environ.pop("NO_COLOR", None)
        os.execv(words[0], list(words))  # noqa: S606 - no shell is the point
    shown, answers = b"", list(typed)
    asked, until = 0, time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], 1)
        try:
            piece = os.read(terminal, 65536) if ready else b""
        except OSError:  # Linux says so when the program has closed its side
            break
        if ready and not piece:
            break
        shown += piece
        while asked < shown.count(ASKS.encode()):
            asked += 1
            os.write(terminal, f"{answers.pop(0) if answers else ''}\n".encode())
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    return shown.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)
