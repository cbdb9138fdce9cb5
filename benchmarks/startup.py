"""Whole commands, and how long a checker takes from its pack to ready, each in a new process."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks import packs
from benchmarks.timing import Outcome, Run, Runs, Spent

STARTS = {
    "column, databases cached": "cached",
    "column, first time": "compiled",
    "draft": "draft",
}


def prepare(task: dict[str, Any]) -> Runs:
    """Commands as people give them, and the starts of both executors on this machine."""
    folder = Path(task["folder"])
    afspraak = str(Path(sys.executable).with_name("afspraak"))
    env = {"XDG_CACHE_HOME": str(folder / "cache"), "PATH": os.defpath, "LANG": "C.UTF-8"}
    new = [afspraak, "new", str(folder), "--yes", "--name", packs.NAME]
    subprocess.run(new, env=env, check=True, capture_output=True)
    check = [afspraak, "check", "--protocol", f"{folder}/protocol.yaml", "Vers brood!"]
    fresh = folder / "first"

    def first() -> Outcome:
        shutil.rmtree(fresh, ignore_errors=True)
        return command(check, {**env, "XDG_CACHE_HOME": str(fresh)})

    start = [sys.executable, "-m", "benchmarks.start", task["pack"], str(folder / "databases")]
    return {
        "python -c pass": lambda: command([sys.executable, "-c", "pass"], env),
        "afspraak --help": lambda: command([afspraak, "--help"], env),
        "afspraak check, first time": first,
        "afspraak check, pack cached": lambda: command(check, env),
        **{name: _started([*start, how]) for name, how in STARTS.items()},
    }


def command(arguments: list[str], env: dict[str, str]) -> Outcome:
    """A command from start to end, by the clocks of its process."""
    spent = Spent()
    with spent.counting(_children):
        subprocess.run(arguments, env=env, check=True, capture_output=True)
    return spent.on(1)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _started(arguments: list[str]) -> Run:
    def outcome() -> Outcome:
        told = subprocess.run(arguments, check=True, stdout=subprocess.PIPE).stdout
        outcome: Outcome = json.loads(told)
        return outcome

    return outcome
