"""`afspraak protocol pack`: the rule pack a protocol is compiled to."""

from pathlib import Path

import click

from afspraak.cli import disk, options, packs
from afspraak.cli.language import say
from afspraak.cli.whereabouts import protocol_or_leave
from afspraak.engine.page import page_pack


@click.command(
    help=say(
        nl="Toon het regelpakket (JSON). Met --page de vorm voor een webpagina, waarin "
        "vertrouwelijke termen alleen als hash staan.",
        en="Print the rule pack (JSON). With --page the form for a web page, in which "
        "confidential terms are hashes only.",
    )
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--page", is_flag=True, help=say(nl="Voor een webpagina.", en="For a web page."))
@options.output()
@options.lang
def command(file: Path | None, page: bool, target: Path | None) -> None:
    """Prints or writes the pack; its hash goes to stderr."""
    made = packs.compiled(protocol_or_leave(file))
    made = page_pack(made) if page else made
    if target is None:
        click.echo(made.content.decode("ascii"))
    else:
        disk.write_bytes(target, made.content)
    click.echo(made.hash, err=True)
