"""Starting the program: the keys, the tables, the pages and the waiting work."""

import os
import subprocess
import sys
import threading

import django
from django.core.management import call_command
from django.utils import timezone

from afspraak.web import config, keys


def set_up(settings: config.Config) -> None:
    """Makes Django ready with these settings, for this process and those it starts."""
    for name in ("data", "database", "address", "url", "mail"):
        os.environ[f"{config.PREFIX}{name.upper()}"] = str(getattr(settings, name))
    os.environ[f"{config.PREFIX}DEMO"] = str(settings.demo).lower()
    os.environ["DJANGO_SETTINGS_MODULE"] = "afspraak.web.settings"
    keys.read_or_make(settings.data)
    django.setup()


def prepare(settings: config.Config) -> None:
    """Brings the tables up to date, and in a demo fills them."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    if settings.demo:
        from afspraak.web.demo import operations as demo

        demo.open_bakery(now=timezone.now())


def serve(settings: config.Config) -> None:
    """Makes pages until it is stopped, and does the waiting work beside it."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    host, _, port = settings.address.rpartition(":")
    worker = _start_worker() if settings.worker else None
    try:
        Granian(
            "afspraak.web.application:application",
            address=host.strip("[]") or "127.0.0.1",
            port=int(port),
            interface=Interfaces.WSGI,
            workers=settings.processes,
            blocking_threads=4,
            log_access=False,
            log_level=LogLevels.warning,
        ).serve()
    finally:
        if worker:
            worker.terminate()
            worker.wait(timeout=30)


def work(stop: threading.Event) -> None:
    """Does the waiting work until `stop` is set."""
    from afspraak.web.worker import loop

    loop.run(stop)


def _start_worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "afspraak", "worker", "--parent", str(os.getpid())]
    )
