"""Starting and stopping as a machine does it: real processes in folders of their own."""

import fcntl
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from afspraak.web.database import turn
from web.browsing import free_port
from web.installing import SECONDS, Installation

Started = subprocess.Popen[bytes]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A folder in which nothing was started yet."""
    return Installation(tmp_path_factory.mktemp("here") / "data")


def start(here: Installation, port: int) -> tuple[Started, Path]:
    log = here.data.parent / f"log-{port}"
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "afspraak", "serve", "--address", f"127.0.0.1:{port}"],
            env={**here.environment, "AFSPRAAK_LANG": "en"},
            stdout=file,
            stderr=file,
        )
    return process, log


def wait_until_open(port: int) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/login/", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("it did not open")


def children(process: Started) -> list[int]:
    path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    found = path.read_text().split()
    for task in Path(f"/proc/{process.pid}/task").iterdir():
        found += (task / "children").read_text().split()
    return sorted({int(child) for child in found})


def gone(pids: list[int]) -> bool:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if not any(_lives(pid) for pid in pids):
            return True
        time.sleep(0.1)
    return False


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_two_that_start_at_once_share_one_database(here: Installation) -> None:
    ports = [free_port(), free_port()]
    started = [start(here, port) for port in ports]
    try:
        for port in ports:
            wait_until_open(port)
        links = {
            re.findall(r"/setup/owner/(\S+)/", log.read_text("utf-8"))[0] for _, log in started
        }
    finally:
        for process, _ in started:
            process.terminate()
    assert [process.wait(timeout=SECONDS) for process, _ in started] == [0, 0]
    assert len(links) == 2
    assert not any("Traceback" in log.read_text("utf-8") for _, log in started)


def test_a_database_that_another_is_making_is_judged_when_it_is_made(tmp_path: Path) -> None:
    here = Installation(tmp_path)
    half = sqlite3.connect(tmp_path / "afspraak.sqlite3")
    with (tmp_path / turn.NAME).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        half.execute(
            "CREATE TABLE django_migrations (id INTEGER, app TEXT, name TEXT, applied TEXT)"
        )
        half.commit()
        waiting = subprocess.Popen(
            [sys.executable, "-m", "afspraak", "worker", "--once"],
            env=here.environment,
            stderr=subprocess.PIPE,
        )
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(timeout=4)
        half.execute("DROP TABLE django_migrations")
        half.commit()
    _, said = waiting.communicate(timeout=SECONDS)

    assert (waiting.returncode, b"another program" in said) == (0, False)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_is_left_however_it_stops(here: Installation, how: signal.Signals) -> None:
    port = free_port()
    process, _ = start(here, port)
    wait_until_open(port)
    below = children(process)

    process.send_signal(how)
    code = process.wait(timeout=SECONDS)

    assert len(below) == 2  # one that makes pages, one that works
    assert code == (0 if how != signal.SIGKILL else -signal.SIGKILL)
    assert gone(below)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def refused(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What it said, once it is sure that it left as it should."""
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


def test_a_port_in_use_is_named_with_another_one(here: Installation, taken: int) -> None:
    lines = refused(here.afspraak("serve", "--address", f"127.0.0.1:{taken}"))

    assert lines[0] == (
        f"afspraak: the program cannot listen on 127.0.0.1:{taken} (another program listens there)"
    )
    assert f"--address 127.0.0.1:{taken + 1}" in lines[1]


def test_a_folder_that_cannot_be_is_named(here: Installation, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    lines = refused(here.afspraak("serve", "--data", file, "--address", f"127.0.0.1:{free_port()}"))

    assert lines[0].startswith(f"afspraak: nothing can be kept in the folder {file}")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    here = Installation(tmp_path)
    (tmp_path / "afspraak.sqlite3").write_bytes(b"no database at all, but long enough" * 50)

    lines = refused(here.afspraak("serve", "--address", f"127.0.0.1:{free_port()}"))

    assert lines[0] == "afspraak: this file is no SQLite database"


def test_a_database_that_is_away_is_named(tmp_path: Path) -> None:
    here = Installation(tmp_path, f"postgresql://a:b@127.0.0.1:{free_port()}/c")

    lines = refused(here.afspraak("serve", "--address", f"127.0.0.1:{free_port()}"))

    assert lines[0].startswith("afspraak: the database does not answer (postgresql: ")


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    here = Installation(tmp_path / "data")
    assert here.afspraak("worker", "--once").returncode == 0
    here.python(
        "from django.db import connection\n"
        "from django.db.migrations.recorder import MigrationRecorder\n"
        "MigrationRecorder(connection).record_applied('people', '9999_later')\n"
    )

    lines = refused(here.afspraak("worker", "--once"))

    assert lines[0] == "afspraak: this database is of a newer version of Afspraak"
