"""`afspraak protocol schema`: the JSON Schema of the file."""

import json
from pathlib import Path

import click

from afspraak.cli import disk, options
from afspraak.cli.language import say
from afspraak.engine import kinds
from afspraak.protocol import schema


@click.command(
    help=say(
        nl="Toon het JSON-schema van het protocolbestand. Een editor vult er sleutels mee aan.",
        en="Print the JSON Schema of the protocol file. An editor completes keys with it.",
    )
)
@options.output()
@options.lang
def command(target: Path | None) -> None:
    """Prints or writes the schema."""
    text = json.dumps(schema.json_schema(kinds.options_of_kinds()), ensure_ascii=False, indent=2)
    if target is None:
        click.echo(text)
    else:
        disk.write_bytes(target, f"{text}\n".encode())
