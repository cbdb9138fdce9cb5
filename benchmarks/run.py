"""Measures everything in one run: `make bench`, or `python -m benchmarks.run --help`.

Every round measures each thing once, so that a machine that is busy for a while disturbs all of
them alike, and ratios are made within a round. The first round warms up and does not count.
"""

import argparse
import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import machine, report
from benchmarks.children import ROOT, Child, UnableToServe
from benchmarks.prepared import Prepared
from benchmarks.scale import FULL, QUICK
from benchmarks.stages import PARTS, Stage
from benchmarks.timing import Outcome

ROUNDS = 5
HERE = Path(__file__).parent
ELSEWHERE = ROOT / "build/bench"
TWEETS = "AFSPRAAK_TWEETS"


def main() -> None:
    """Measures, and writes results.json, results.md and results.svg."""
    asked = _asked()
    scale = QUICK if asked.quick else FULL
    results: dict[str, Any] = {
        "measured_on": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": machine.machine(),
        "versions": machine.versions(with_peers="peers" not in asked.without),
        "rounds": asked.rounds,
        "scale": asdict(scale),
        "left_out": dict.fromkeys(asked.without, "not asked for"),
    }
    if not asked.tweets:
        results["left_out"]["real posts"] = f"no file was given with --tweets or {TWEETS}"
    with tempfile.TemporaryDirectory() as folder:
        _tell("preparing packs and posts")
        made = Prepared(Path(folder), scale, asked.tweets)
        parts = [part for name, part in PARTS.items() if name not in asked.without]
        plan = [stage for part in parts for stage in part(scale, made)]
        smallest = scale.rules[0]
        tried = made.patterns(smallest)[: scale.per_row_patterns]
        results["scale"] |= {
            "patterns": len(made.patterns(smallest)),
            "refused_patterns": len(tried) - len(made.accepted_patterns(smallest)),
        }
        results["runs"] = _measured(plan, asked.rounds, Path(folder), results["left_out"])
    target: Path = asked.output or (ELSEWHERE if asked.quick else HERE)
    report.write(results, target)
    print((target / "results.md").read_text("utf-8"))


def _measured(
    plan: Sequence[Stage], rounds: int, folder: Path, left_out: dict[str, str]
) -> dict[str, dict[str, list[Outcome]]]:
    """Of each stage and each of its runs, an outcome for every round; what fails is left out."""

    def leave_out(name: str, error: Exception) -> None:
        left_out[name] = str(error)
        _tell(f"left out: {name}: {error}")

    with ExitStack() as stack:
        children: dict[str, Child] = {}

        def start(stage: Stage) -> None:
            log = folder / f"{stage.name}.log"
            child = Child(stage.module, stage.task, python=stage.python, log=log)
            try:
                stack.enter_context(child).prepare()
            except (UnableToServe, FileNotFoundError) as error:
                leave_out(stage.name, error)
            else:
                children[stage.name] = child
                _tell(f"ready to measure: {stage.name}")

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(start, plan))
        told = {stage.name: _Told(children[stage.name]) for stage in plan if stage.name in children}
        for n in range(rounds + 1):
            started = time.monotonic()
            pairs = [(name, run) for name, each in told.items() for run in each.outcomes]
            # there and back: what is always measured first has no advantage of it
            for name, run in pairs if n % 2 else reversed(pairs):
                _tell(f"round {n} of {rounds}: {name}, {run}", for_now=True)
                if name in told:
                    try:
                        told[name].run(run, counts=n > 0)
                    except UnableToServe as error:
                        leave_out(name, error)
                        del told[name]
            _tell(f"round {n} of {rounds}: {time.monotonic() - started:.0f} s")
    return {name: each.outcomes for name, each in told.items()}


class _Told:
    """What the runs of a child told so far."""

    def __init__(self, child: Child) -> None:
        self._child = child
        self.outcomes: dict[str, list[Outcome]] = {run: [] for run in child.runs}

    def run(self, name: str, *, counts: bool) -> None:
        outcome = self._child.run(name)
        if counts:
            self.outcomes[name].append(outcome)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=_at_least_one, default=None, help=f"usually {ROUNDS}")
    parser.add_argument("--quick", action="store_true", help="tiny numbers, to see that it works")
    parser.add_argument("--without", nargs="*", default=[], choices=PARTS)
    parser.add_argument("--tweets", type=Path, help=f"a file of real posts, or set {TWEETS}")
    parser.add_argument("--output", type=Path, help="the folder for the results")
    asked = parser.parse_args()
    asked.rounds = asked.rounds or (2 if asked.quick else ROUNDS)
    if not asked.tweets and os.environ.get(TWEETS):
        asked.tweets = Path(os.environ[TWEETS])
    return asked


def _at_least_one(written: str) -> int:
    rounds = int(written)
    if rounds < 1:
        raise ValueError(written)
    return rounds


def _tell(text: str, *, for_now: bool = False) -> None:
    if not for_now:
        print(f"\r\033[K{text}" if sys.stderr.isatty() else text, file=sys.stderr, flush=True)
    elif sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
