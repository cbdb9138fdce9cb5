"""Making pages until it is stopped, with the waiting work beside it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable

from django.utils import timezone

from afspraak.web import config

STOP_SECONDS = 8
"""How long work may go on after the program was asked to stop. What is cut off is done again."""

REST_SECONDS = 1


def serve(settings: config.Config, ready: Callable[[], None]) -> None:
    """Makes pages until it is stopped, and calls `ready` once somebody can open them."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from afspraak.web.database import turn
    from afspraak.web.worker import parent

    os.environ[parent.VARIABLE] = str(os.getpid())
    server = Granian(
        "afspraak.web.application:application",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=settings.processes,
        blocking_threads=4,
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
    )
    server.on_startup(ready)
    stop = threading.Event()
    with turn.running(settings.data):
        helper = threading.Thread(target=_keep_worker, args=(stop,)) if settings.worker else None
        if helper:
            helper.start()
        try:
            server.serve()
        finally:
            stop.set()
            if helper:
                helper.join()


def work(settings: config.Config, parent: int | None = None) -> None:
    """Does the waiting work until it is stopped, or until the program `parent` is gone."""
    from afspraak.web.database import turn
    from afspraak.web.worker import loop
    from afspraak.web.worker import parent as program

    stop = threading.Event()

    def end(number: int, frame: object) -> None:
        del number, frame
        stop.set()
        signal.signal(signal.SIGALRM, _cut_off)
        signal.alarm(STOP_SECONDS)

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, end)
    if parent:
        program.follow(parent, lambda: os.kill(os.getpid(), signal.SIGTERM))
    with turn.running(settings.data):
        loop.run(stop)


def work_once() -> int:
    """Does what is due now and gives how many jobs that were."""
    from afspraak.web.worker import loop

    return loop.once(timezone.now())


def _cut_off(number: int, frame: object) -> None:
    del number, frame
    raise KeyboardInterrupt


def _keep_worker(stop: threading.Event) -> None:
    """Starts the work in a process of its own, and again whenever that ends by itself."""
    while not stop.is_set():
        child = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "afspraak", "worker", "--parent", str(os.getpid())],
            # Ctrl-C reaches a whole terminal; this one is stopped by us.
            start_new_session=True,
        )
        while child.poll() is None and not stop.wait(REST_SECONDS / 4):
            pass
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(STOP_SECONDS + 2)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
