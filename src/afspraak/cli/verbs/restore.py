"""`afspraak restore`: everything back from one file."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from afspraak.cli import counting, installation, options, scan_progress, terminal
from afspraak.cli.language import say


@click.command(
    help=say(
        nl="Zet een reservekopie terug, ook in een ander soort database.\n\n"
        "Zo verhuis je van SQLite naar PostgreSQL. Stop Afspraak eerst. Gaat er iets mis, dan "
        "blijft alles zoals het was.",
        en="Put a backup back, also into another kind of database.\n\n"
        "This is how you move from SQLite to PostgreSQL. Stop Afspraak first. When something goes "
        "wrong, everything stays as it was.",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--replace",
    is_flag=True,
    help=say(
        nl="Vervang wat er staat. Een SQLite-bestand blijft ernaast bewaard.",
        en="Replace what is there. An SQLite file is kept beside it.",
    ),
)
@installation.options
@options.lang
def command(*, file: Path, replace: bool, **given: Any) -> None:
    """Restores a backup."""
    with installation.refusals():
        from afspraak.web import serving

        settings = installation.settings(given)
        serving.set_up(settings)
        from afspraak.web.backup import restoring

        with counting.shown(say(nl="rijen", en="rows")) as told:
            manifest, kept = restoring.restore(
                file, replace=replace, now=dt.datetime.now(dt.UTC), told=told
            )
        rows = scan_progress.number(manifest.rows)
        terminal.show(
            say(
                nl=f"Teruggezet: {rows} rijen van {manifest.made_at}. Start Afspraak weer.",
                en=f"Put back: {rows} rows of {manifest.made_at}. Start Afspraak again.",
            )
        )
        if kept:
            terminal.show(say(nl=f"Wat er stond: {kept}", en=f"What was there: {kept}"))
