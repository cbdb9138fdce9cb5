"""Options that several verbs share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

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
