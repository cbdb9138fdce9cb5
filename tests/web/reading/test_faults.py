"""A campaign in bad weather: killed workers, a locked database, a mail server that is down.

Nobody is asked twice and nobody is forgotten. What went out is read at a real mail server.
"""

import collections
import datetime as dt
import email
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from afspraak.web import keys

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
AWHILE = dt.timedelta(minutes=30)  # longer than any claim
KILLED = -signal.SIGKILL
MANY = int(os.environ.get("AFSPRAAK_CAMPAIGN_PEOPLE", "1000"))
"""How many people the large campaign asks. Set it to 10000 for a company of that size."""

POSTGRESQL = os.environ.get("AFSPRAAK_TEST_DATABASE", "")


class Sink:
    """A mail server that keeps what it gets, and refuses whom it is told to."""

    def __init__(self) -> None:
        self.received: list[tuple[str, str]] = []
        self.refused: set[str] = set()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _: list[str]
    ) -> str:
        """Takes a receiver, or says that there is no such one."""
        if address in self.refused:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keeps to whom it was and its Message-ID."""
        content = envelope.content
        assert isinstance(content, bytes)
        message = email.message_from_bytes(content)
        self.received.append((envelope.rcpt_tos[0], message["Message-ID"]))
        return "250 OK"


class Worker:
    """The worker's process, told what to do a line at a time."""

    def __init__(self, data: Path, database: str, port: int) -> None:
        self.data = data
        keys.read_or_make(data)
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("mortal_worker.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={
                **os.environ,
                "AFSPRAAK_DATA": str(data),
                "AFSPRAAK_DATABASE": database,
                "AFSPRAAK_MAIL": f"smtp+plain://127.0.0.1:{port}",
            },
        )

    def do(self, command: str, **values: object) -> Any:
        """What the worker says; that it was not killed is part of it."""
        status, said = self.ends(command, **values)
        assert status == 0, (command, values, status)
        return said

    def ends(self, command: str, **values: object) -> tuple[int, Any]:
        """How a command ended, and what was said."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"do": command, **values}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return answer["status"], answer["said"]

    def stop(self) -> None:
        """Ends the process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=20)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def port() -> int:
    """A free port for the mail server, the same all along."""
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found: int = free.getsockname()[1]
        return found


@pytest.fixture
def sink() -> Sink:
    return Sink()


@pytest.fixture
def mail_server(sink: Sink, port: int) -> Iterator[Controller]:
    """The mail server, running."""
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    yield controller
    if controller.server:
        controller.stop()


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[Worker]:
    """A worker with an empty bakery on SQLite, made once."""
    worker = Worker(tmp_path_factory.mktemp("faults"), "", port)
    worker.do("prepare")
    shutil.copy(worker.data / "afspraak.sqlite3", worker.data / "empty")
    yield worker
    worker.stop()


@pytest.fixture
def empty(started: Worker) -> Callable[..., Worker]:
    """Gives the worker with the bakery as it was in the beginning."""

    def begin_again(name: str = "empty") -> Worker:
        for left in started.data.glob("afspraak.sqlite3*"):
            left.unlink()
        shutil.copy(started.data / name, started.data / "afspraak.sqlite3")
        return started

    return begin_again


def everybody_was_asked_once(sink: Sink, worker: Worker, people: int) -> None:
    """Each person got one mail, whatever went wrong: one Message-ID, at one address."""
    held = collections.defaultdict(set)
    for address, message_id in sink.received:
        held[address].add(message_id)
    assert len(held) == people
    assert {len(each) for each in held.values()} == {1}
    assert worker.do("report") == {"asked": people, "mails": people, "sent": people, "given_up": 0}


def test_a_worker_killed_at_any_step_of_a_small_campaign(
    empty: Callable[..., Worker], sink: Sink, mail_server: Controller
) -> None:
    people = 3
    worker = empty()
    worker.do("fill", people=people)
    steps = worker.do("work", now=NOW.isoformat())
    everybody_was_asked_once(sink, worker, people)

    worker = empty()
    worker.do("fill", people=people)
    shutil.copy(worker.data / "afspraak.sqlite3", worker.data / "filled")
    for step in range(1, steps + 1):
        sink.received.clear()
        worker = empty("filled")
        killed, _ = worker.ends("work", now=NOW.isoformat(), die_at=step)
        worker.do("work", now=(NOW + AWHILE).isoformat())

        assert killed == KILLED, step
        everybody_was_asked_once(sink, worker, people)
        assert len(sink.received) <= people + 1


def test_a_worker_that_is_killed_again_and_again(
    empty: Callable[..., Worker], sink: Sink, mail_server: Controller
) -> None:
    people = 120
    worker = empty()
    worker.do("fill", people=people)

    kills = killed_until_done(worker)

    assert kills > 10
    everybody_was_asked_once(sink, worker, people)
    assert len(sink.received) <= people + kills


def killed_until_done(worker: Worker) -> int:
    """Lets each round live a little longer than the one before; gives how many were killed."""
    now = NOW
    for kills in range(200):
        status, _ = worker.ends("work", now=now.isoformat(), die_at=3 + kills)
        if status == 0:
            return kills
        assert status == KILLED
        now += AWHILE
    raise AssertionError("never done")


def test_a_large_campaign_and_some_kills(
    empty: Callable[..., Worker], sink: Sink, mail_server: Controller
) -> None:
    worker = empty()
    worker.do("fill", people=MANY)

    kills = killed_at(worker, (4, 9, 40, 300, MANY // 2))
    worker.do("work", now=(NOW + 6 * AWHILE).isoformat())

    assert kills == 5
    everybody_was_asked_once(sink, worker, MANY)
    assert len(sink.received) <= MANY + kills


def killed_at(worker: Worker, writes: tuple[int, ...]) -> int:
    """Kills a round at each of these writes; gives how many were killed."""
    ends = [
        worker.ends("work", now=(NOW + round_ * AWHILE).isoformat(), die_at=write)
        for round_, write in enumerate(writes)
    ]
    return sum(status == KILLED for status, _ in ends)


def test_two_workers_at_once_send_each_mail_once(
    empty: Callable[..., Worker], sink: Sink, mail_server: Controller, port: int
) -> None:
    people = 120
    worker = empty()
    worker.do("fill", people=people)
    other = Worker(worker.data, "", port)

    both = [
        threading.Thread(target=each.ends, args=("work",), kwargs={"now": NOW.isoformat()})
        for each in (worker, other)
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
    other.stop()
    worker.do("work", now=(NOW + AWHILE).isoformat())

    everybody_was_asked_once(sink, worker, people)
    assert len(sink.received) == people


def test_a_database_that_is_locked_for_a_while(
    empty: Callable[..., Worker], sink: Sink, mail_server: Controller, port: int
) -> None:
    people = 20
    worker = empty()
    worker.do("fill", people=people)
    holder = Worker(worker.data, "", port)

    holding = threading.Thread(target=holder.ends, args=("hold",), kwargs={"seconds": 2})
    holding.start()
    worker.do("work", now=NOW.isoformat())
    holding.join()
    holder.stop()

    everybody_was_asked_once(sink, worker, people)


def test_a_mail_server_that_is_down_for_an_hour(
    empty: Callable[..., Worker], sink: Sink, port: int
) -> None:
    people = 60
    worker = empty()
    worker.do("fill", people=people)
    for minutes in range(0, 60, 5):
        worker.do("work", now=(NOW + dt.timedelta(minutes=minutes)).isoformat())
    waiting = worker.do("report")

    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        worker.do("work", now=(NOW + dt.timedelta(minutes=62)).isoformat())
    finally:
        controller.stop()

    assert waiting == {"asked": people, "mails": people, "sent": 0, "given_up": 0}
    everybody_was_asked_once(sink, worker, people)
    assert len(sink.received) == people


def test_an_address_that_does_not_exist_keeps_nobody_else_waiting(
    empty: Callable[..., Worker], sink: Sink, mail_server: Controller
) -> None:
    people = 5
    worker = empty()
    worker.do("fill", people=people)
    sink.refused = {"persoon2@bakkerijjansen.nl"}

    worker.do("work", now=NOW.isoformat())
    worker.do("work", now=(NOW + AWHILE).isoformat())

    assert worker.do("report") == {"asked": 5, "mails": 5, "sent": 4, "given_up": 1}
    assert len(sink.received) == 4


@pytest.fixture
def on_postgresql(tmp_path: Path, port: int) -> Iterator[Worker]:
    """A worker with an empty bakery in a PostgreSQL database of its own."""
    name = f"afspraak_faults_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(POSTGRESQL, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
        worker = Worker(tmp_path, f"{POSTGRESQL.rpartition('/')[0]}/{name}", port)
        try:
            worker.do("prepare")
            yield worker
        finally:
            worker.stop()
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


if POSTGRESQL:

    def test_a_worker_that_is_killed_again_and_again_on_postgresql(
        on_postgresql: Worker, sink: Sink, mail_server: Controller
    ) -> None:
        people = 200
        on_postgresql.do("fill", people=people)

        kills = killed_until_done(on_postgresql)

        assert kills > 10
        everybody_was_asked_once(sink, on_postgresql, people)
        assert len(sink.received) <= people + kills
