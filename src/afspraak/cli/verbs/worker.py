"""`afspraak worker`: the waiting work, without pages."""

import os
import signal
import threading

import click

from afspraak.cli import options
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave


@click.command(
    help=say(
        nl="Doe het wachtende werk: e-mails, herinneringen, opruimen.",
        en="Do the waiting work: mails, reminders, clearing up.",
    )
)
@click.option("--once", is_flag=True)
@click.option("--parent", type=int, hidden=True)
@options.lang
def command(*, once: bool, parent: int | None) -> None:
    """Works until it is stopped, or until the program that started it is gone."""
    from afspraak.web import config, serving

    try:
        serving.set_up(config.load())
    except config.UnableToConfigure as unable:
        leave(unable.says[lang()], "afspraak doctor")
    if once:
        from django.utils import timezone

        from afspraak.web.worker import loop

        loop.once(timezone.now())
        return
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    if parent:
        threading.Thread(target=_follow, args=(parent, stop), daemon=True).start()
    serving.work(stop)


def _follow(parent: int, stop: threading.Event) -> None:
    """Stops with the program that started this one, however that ended."""
    while os.getppid() == parent and not stop.wait(1):
        pass
    stop.set()
