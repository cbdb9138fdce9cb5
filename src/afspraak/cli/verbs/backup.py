"""`afspraak backup`: everything to one file."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from afspraak.cli import counting, installation, options, scan_progress, terminal
from afspraak.cli.language import say


@click.command(
    help=say(
        nl="Bewaar alles in één bestand: de hele database en de sleutels.\n\n"
        "Het mag terwijl mensen werken. Noem je een map, dan komt de datum in de naam. Alleen jij "
        "kunt het bestand lezen; bewaar het als een wachtwoord, want de sleutels staan erin.",
        en="Keep everything in one file: the whole database and the keys.\n\n"
        "People may be at work. Name a folder, and the date is in the name. Only you can read the "
        "file; keep it like a password, since the keys are in it.",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    metavar=say(nl="DAGEN", en="DAYS"),
    help=say(
        nl="Gooi daarna in die map oudere kopieën weg; wat gewist is, moet ook daar verdwijnen.",
        en="Then remove older copies in that folder; what was erased must go there too.",
    ),
)
@installation.options
@options.lang
def command(*, file: Path, keep: int | None, **given: Any) -> None:
    """Writes a backup."""
    with installation.refusals():
        installation.set_up_existing(given)
        from afspraak.web.backup import writing

        now = dt.datetime.now(dt.UTC)
        with counting.shown(say(nl="rijen", en="rows")) as told:
            made = writing.back_up(file, now=now, told=told)
        rows, size = scan_progress.number(made.rows), counting.size(made.size)
        terminal.show(
            say(
                nl=f"{made.file}: {rows} rijen, {size}. De sleutels staan erin: alleen jij kunt "
                "het lezen.",
                en=f"{made.file}: {rows} rows, {size}. The keys are in it: only you can read it.",
            )
        )
        if keep and file.is_dir() and (gone := writing.forget_old(file, days=keep, now=now)):
            terminal.show(
                say(
                    nl=f"{gone} ouder dan {keep} dagen weggegooid.",
                    en=f"{gone} older than {keep} days removed.",
                )
            )
