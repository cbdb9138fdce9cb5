"""A process of its own for what is measured together: `python -m benchmarks.serve MODULE`.

The module has a function `prepare(task)` that gives runs by name, or raises `UnableToMeasure`.
The task comes as a line of JSON and is answered with the names; then every line names a run, and
is answered with its outcome. Peers need only the standard library beside themselves here.
"""

import importlib
import json
import os
import sys
from typing import Any


class UnableToMeasure(Exception):
    """Something that would be measured is not on this machine; the text says what."""


def main() -> None:
    """Serves until the other side closes."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer

    def answer(given: object) -> None:
        answers.write(f"{json.dumps(given)}\n")
        answers.flush()

    task: dict[str, Any] = json.loads(sys.stdin.readline())
    try:
        runs = importlib.import_module(sys.argv[1]).prepare(task)
    except (UnableToMeasure, ImportError) as error:
        answer({"left_out": str(error)})
        return
    answer({"runs": list(runs)})
    for name in sys.stdin:
        answer(runs[name.rstrip("\n")]())


if __name__ == "__main__":
    # the module measured raises the class of the imported module, not that of `__main__`
    importlib.import_module("benchmarks.serve").main()
