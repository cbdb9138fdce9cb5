"""Killed between any two writes of the whole path, and gone on with: as if nothing had been."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from afspraak.web import keys

EVERY_WRITE = bool(os.environ.get("AFSPRAAK_KILL_AT_EVERY_WRITE"))
"""Some are killed at every seventh write; set this to go through all of them."""


class Walker:
    """The walker's process, told what to do a line at a time."""

    def __init__(self, data: Path) -> None:
        self.data = data
        keys.read_or_make(data)
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("mortal_walker.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "AFSPRAAK_DATA": str(data), "AFSPRAAK_DATABASE": ""},
        )

    def ends(self, command: str, **values: object) -> tuple[int, Any]:
        """How a command ended, and what was said."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"do": command, **values}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return answer["status"], answer["said"]

    def begin_again(self) -> None:
        """Puts the tables back as they were in the beginning."""
        for left in self.data.glob("afspraak.sqlite3*"):
            left.unlink()
        shutil.copy(self.data / "empty", self.data / "afspraak.sqlite3")

    def stop(self) -> None:
        """Ends the process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=20)
        self._process.stdout.close()


@pytest.fixture
def walker(tmp_path: Path) -> Iterator[Walker]:
    """A walker with a small bakery."""
    made = Walker(tmp_path)
    assert made.ends("prepare")[0] == 0
    shutil.copy(tmp_path / "afspraak.sqlite3", tmp_path / "empty")
    yield made
    made.stop()


def test_killed_between_any_two_writes_of_agreeing(walker: Walker) -> None:
    status, writes = walker.ends("walk")
    _, whole = walker.ends("told")
    assert (status, whole["states"]) == (0, ["in-force"])
    assert whole["rows"] == [1, 1, 1, 2]

    for write in range(1 if EVERY_WRITE else 2, writes + 1, 1 if EVERY_WRITE else 7):
        walker.begin_again()
        killed, _ = walker.ends("walk", die_at=write)
        again, _ = walker.ends("walk")

        assert (killed, again) == (-signal.SIGKILL, 0), write
        assert walker.ends("told") == (0, whole), write
