"""`afspraak completion`: the script by which a shell completes commands and options."""

import click
from click.shell_completion import get_completion_class

from afspraak.cli import options
from afspraak.cli.language import say

INSTALL = {
    "bash": 'eval "$(afspraak completion bash)"    # ~/.bashrc',
    "zsh": 'eval "$(afspraak completion zsh)"    # ~/.zshrc, {after} compinit',
    "fish": "afspraak completion fish | source    # ~/.config/fish/config.fish",
}


@click.command(
    help=say(
        nl="Toon het script waarmee je shell opdrachten en opties aanvult.\n\n"
        "Zet de regel die bovenaan staat in het bestand dat erbij genoemd is.",
        en="Print the script by which your shell completes commands and options.\n\n"
        "Put the line at its top in the file that it names.",
    )
)
@click.argument("shell", type=click.Choice(tuple(INSTALL)))
@options.lang
def command(shell: str) -> None:
    """Prints the script; its first line says how to install it."""
    made = get_completion_class(shell)
    if made is None:
        raise AssertionError(shell)
    from afspraak.cli.program import program

    line = INSTALL[shell].format(after=say(nl="na", en="after"))
    click.echo(f"# {line}")
    click.echo(made(program, {}, "afspraak", "_AFSPRAAK_COMPLETE").source())
