"""`afspraak worker`: the waiting work, without pages."""

from typing import Any

import click

from afspraak.cli import installation, options
from afspraak.cli.language import say


@click.command(
    help=say(
        nl="Doe het wachtende werk: e-mails, herinneringen, opruimen.\n\n"
        "`afspraak serve` doet dit ook zelf. Meer werkers mogen naast elkaar: geen werk gebeurt "
        "twee keer.",
        en="Do the waiting work: mails, reminders, clearing up.\n\n"
        "`afspraak serve` does this by itself too. More workers may run beside each other: no work "
        "is done twice.",
    )
)
@click.option(
    "--once",
    is_flag=True,
    help=say(nl="Doe wat er nu te doen is, en stop.", en="Do what is due now, and stop."),
)
@installation.options
@click.option("--parent", type=int, hidden=True)
@options.lang
def command(*, once: bool, parent: int | None, **given: Any) -> None:
    """Works until it is stopped, or until the program that started it is gone."""
    from afspraak.web import serving

    with installation.refusals():
        settings = installation.settings(given)
        serving.set_up(settings)
        if parent is None:
            serving.prepare(settings)
        if once:
            count = serving.work_once()
            click.echo(
                say(
                    nl=f"{count} {'taak' if count == 1 else 'taken'} gedaan.",
                    en=f"{count} {'job' if count == 1 else 'jobs'} done.",
                )
            )
            return
        serving.work(settings, parent)
