"""`afspraak supplement`: what an existing protocol says already, and the same one completed."""

from pathlib import Path
from typing import Literal

import click

from afspraak.cli import disk, options, reading
from afspraak.cli.language import say
from afspraak.cli.leaving import leave
from afspraak.cli.whereabouts import protocol_or_leave

FORMS = ("docx", "md")
MAX_BYTES = 20_000_001
"""One more than is taken, so that a larger file is told from a full one."""


@click.command(
    help=say(
        nl="Leg een bestaand e-mail- of internetprotocol (Word, pdf, Markdown of tekst) naast het "
        "protocol: wat staat er al, deels, wat spreekt het tegen en wat ontbreekt.\n\n"
        "Met -o krijg je het terug met wat ontbrak erbij: hetzelfde Word- of Markdownbestand, of "
        "een aanvulling als eigen document.",
        en="Hold an existing e-mail or internet protocol (Word, PDF, Markdown or text) against the "
        "protocol: what is there already, partly, what says the opposite, and what is missing.\n\n"
        "With -o you get it back with what was missing: the same Word or Markdown file, or a "
        "supplement as a document of its own.",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@options.protocol
@options.output()
@options.lang
@options.formats("text", "json")
def command(
    file: Path, protocol: Path | None, target: Path | None, form: Literal["text", "json"]
) -> None:
    """Judges a document, and writes the completed one; exit code 2 when it cannot be taken."""
    if target:
        _look_at_form(target)
    content = disk.read_bytes(file, most=MAX_BYTES)
    ours = reading.load_or_leave(reading.read_or_leave(protocol_or_leave(protocol))).protocol
    try:
        from afspraak.cli import supplement_run

        supplement_run.run(file, content, ours, target=target, form=form)
    except ImportError as missing:
        leave(
            say(
                nl=f"hiervoor ontbreekt een onderdeel ({missing.name})",
                en=f"a part is missing for this ({missing.name})",
            ),
            'pip install "afspraak[documents]"',
        )


def _look_at_form(target: Path) -> None:
    form = target.suffix.removeprefix(".").lower()
    if form not in FORMS:
        leave(
            say(nl=f"{target.name} is geen vorm die ik ken", en=f"{target.name} is no form I know"),
            say(nl="eindig de naam op ", en="end the name in ")
            + ", ".join(f".{each}" for each in FORMS),
        )
