"""The other side of `benchmarks.serve`: a process that is asked for one run at a time."""

import json
import subprocess
from pathlib import Path
from typing import IO, Any, Self, cast

from benchmarks.timing import Outcome

ROOT = Path(__file__).parents[1]
LAST_LINES = 3


class UnableToServe(Exception):
    """The process stopped, or cannot measure here; the text says why."""


class Child:
    """One module with one task, in the Python that has what it needs."""

    def __init__(self, module: str, task: dict[str, Any], *, python: str, log: Path) -> None:
        self._command = [python, "-m", "benchmarks.serve", module]
        self._task = task
        self._log = log
        self.runs: list[str] = []

    def __enter__(self) -> Self:
        with self._log.open("wb") as said:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                encoding="utf-8",
            )
        return self

    def __exit__(self, *_raised: object) -> None:
        self._process.communicate()

    def prepare(self) -> None:
        """Waits until it can run. Raises `UnableToServe`."""
        told = self._ask(json.dumps(self._task))
        if "left_out" in told:
            raise UnableToServe(told["left_out"])
        self.runs = told["runs"]

    def run(self, name: str) -> Outcome:
        """One run. Raises `UnableToServe`."""
        outcome: Outcome = self._ask(name)
        return outcome

    def _ask(self, line: str) -> Any:
        asked, told = cast("IO[str]", self._process.stdin), cast("IO[str]", self._process.stdout)
        try:
            asked.write(f"{line}\n")
            asked.flush()
        except BrokenPipeError:
            raise UnableToServe(self._last_words()) from None
        answer = told.readline()
        if not answer:
            raise UnableToServe(self._last_words())
        return json.loads(answer)

    def _last_words(self) -> str:
        self._process.wait()
        said = self._log.read_text("utf-8", "replace").splitlines()
        return " / ".join(said[-LAST_LINES:]) or f"stopped with {self._process.returncode}"
