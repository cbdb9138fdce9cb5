"""`afspraak serve`: the web application."""

import dataclasses
from pathlib import Path
from typing import Any

import click

from afspraak.cli import options
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave


@click.command(
    help=say(
        nl="Start de webapplicatie, met het wachtende werk erbij.",
        en="Start the web application, with the waiting work beside it.",
    )
)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False))
@click.option("--database")
@click.option("--address")
@click.option("--url")
@click.option("--demo", is_flag=True, default=None)
@options.lang
def command(**given: Any) -> None:
    """Serves until it is stopped."""
    from afspraak.web import config, serving

    try:
        told = {name: value for name, value in given.items() if value is not None}
        settings = dataclasses.replace(config.load(), **told)
        serving.set_up(settings)
    except config.UnableToConfigure as unable:
        leave(unable.says[lang()], "afspraak doctor")
    serving.prepare(settings)
    click.echo(settings.url)
    serving.serve(settings)
