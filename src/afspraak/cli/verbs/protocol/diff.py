"""`afspraak protocol diff`: what changes for people between two editions."""

from pathlib import Path
from typing import Literal

import click

from afspraak.cli import options, reading
from afspraak.cli.language import lang, say
from afspraak.protocol import changes


@click.command(
    help=say(
        nl="Zeg in gewone taal wat er voor mensen verandert, artikel voor artikel en regel voor "
        "regel, en of iedereen het opnieuw moet lezen.",
        en="Say in plain language what changes for people, clause by clause and rule by rule, and "
        "whether everybody must read it again.",
    )
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@options.lang
@options.formats("text", "json")
def command(old: Path, new: Path, form: Literal["text", "json"]) -> None:
    """Compares two protocols; exit code 0, or 2 when one cannot be used."""
    before, after = (
        reading.load_or_leave(reading.read_or_leave(path)).protocol for path in (old, new)
    )
    compared = changes.compare(before, after)
    click.echo(changes.render(compared, lang(), format=form).rstrip("\n"))
