"""`afspraak protocol handbook`: the protocol as a document people like to read."""

from pathlib import Path

import click

from afspraak.cli import disk, options, reading, terminal, writing
from afspraak.cli.language import say
from afspraak.cli.leaving import leave
from afspraak.cli.whereabouts import protocol_or_leave

FORMATS = ("html", "pdf", "docx", "md")


@click.command(
    help=say(
        nl="Maak het handboek. De vorm volgt uit de naam van het bestand: html, pdf, docx of md.",
        en="Make the handbook. The form follows from the file's name: html, pdf, docx or md.",
    )
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@options.output(required=True)
@options.lang
def command(file: Path | None, target: Path) -> None:
    """Writes the handbook in the reader's language."""
    form = target.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        leave(
            say(nl=f"{target.name} is geen vorm die ik ken", en=f"{target.name} is no form I know"),
            say(nl="eindig de naam op ", en="end the name in ")
            + ", ".join(f".{f}" for f in FORMATS),
        )
    path = protocol_or_leave(file)
    protocol = reading.load_or_leave(reading.read_or_leave(path)).protocol
    with terminal.working(say(nl="Het handboek wordt gemaakt …", en="Making the handbook …")):
        disk.write_bytes(target, writing.handbook(protocol, form))
    click.echo(target)
