"""Options that several verbs share."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Never, TextIO

import click

from afspraak.cli import packs
from afspraak.cli.language import say
from afspraak.diagnostics import LANGUAGES

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

protocol: Decorator = click.option(
    "--protocol",
    "-p",
    type=click.Path(path_type=Path),
    help=say(
        nl="Het protocol; anders protocol.yaml in deze map of erboven.",
        en="The protocol; otherwise protocol.yaml in this folder or above it.",
    ),
)

# The value itself is read in `language.choose`, before any text is made.
lang: Decorator = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help=say(nl="Taal van de uitvoer.", en="Language of the output."),
)


def formats(*names: str) -> Decorator:
    """`--format`, as the argument `form`; the first name is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help=say(nl="Vorm van de uitvoer.", en="Form of the output."),
    )


def output(*, required: bool = False) -> Decorator:
    """`-o`, as the argument `target`."""
    return click.option(
        "--output",
        "-o",
        "target",
        type=click.Path(path_type=Path, dir_okay=False),
        required=required,
        help=say(nl="Bestand om te schrijven.", en="File to write."),
    )


def colour(stream: TextIO) -> bool:
    """Whether colour may be used: on a terminal, unless NO_COLOR says otherwise."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def protocol_or_leave(given: Path | None) -> Path:
    """The given protocol or the nearest one; leaves with exit code 2 when there is none."""
    found = given or packs.nearest()
    if found is None:
        leave(
            say(
                nl="er is geen protocol.yaml in deze map of erboven",
                en="there is no protocol.yaml in this folder or above it",
            ),
            say(
                nl="geef --protocol BESTAND, of schrijf er een met `afspraak new`",
                en="give --protocol FILE, or write one with `afspraak new`",
            ),
        )
    return found


def leave(problem: str, way_out: str) -> Never:
    """Says what is wrong with the command and what to do, and leaves with exit code 2."""
    click.echo(f"afspraak: {problem}", err=True)
    click.echo(f"  = {say(nl='hulp', en='help')}: {way_out}", err=True)
    sys.exit(2)
