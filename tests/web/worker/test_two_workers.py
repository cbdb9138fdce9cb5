"""Two workers beside each other, as real processes, never do one job twice at once."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from web.installing import SERVER, Installation, new_database

WORK = """
import sys, threading, time
import django; django.setup()
from afspraak.web.worker import jobs, loop

log = open({log!r}, "a", buffering=1)

def work(now):
    log.write(f"{{time.monotonic_ns()}} begin {{loop.NAME}}\\n")
    time.sleep(0.05)
    log.write(f"{{time.monotonic_ns()}} end {{loop.NAME}}\\n")
    return 0

jobs._DECLARED.clear()
jobs._DECLARED["test.work"] = jobs.Periodic("test.work", 0, work)
jobs.autodiscover_modules = lambda name: None
loop.REST_SECONDS = 0.01
stop = threading.Event()
threading.Timer(1.5, stop.set).start()
loop.run(stop)
"""


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"] if SERVER else ["sqlite"])
def test_one_job_is_never_done_twice_at_once(kind: str, tmp_path: Path) -> None:
    with ExitStack() as opened:
        database = opened.enter_context(new_database()) if kind == "postgresql" else ""
        here = Installation(tmp_path / "data", database)
        assert here.afspraak("worker", "--once").returncode == 0
        script = WORK.format(log=str(tmp_path / "log"))
        workers = [
            subprocess.Popen([sys.executable, "-c", script], env=here.environment) for _ in range(2)
        ]
        assert [worker.wait(timeout=60) for worker in workers] == [0, 0]

    lines = sorted(
        (tmp_path / "log").read_text().splitlines(), key=lambda line: int(line.split()[0])
    )
    turns = [tuple(line.split()[1:]) for line in lines]
    begun = [name for what, name in turns if what == "begin"]
    assert turns == [(what, name) for name in begun for what in ("begin", "end")]
    assert len(begun) > 5
