"""`afspraak account`: how will a follower read this name and profile?"""

import json
from pathlib import Path

import click

from afspraak.cli import account_shows, facts, options, packs, terminal
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.cli.whereabouts import protocol_or_leave
from afspraak.engine import account


@click.command(
    help=say(
        nl="Zeg hoe een volger een accountnaam en een profiel leest, en waarom.\n\n"
        "Het antwoord is voor jou. Er wordt niets bewaard en niets opgezocht.",
        en="Say how a follower will read an account name and a profile, and why.\n\n"
        "The answer is for you. Nothing is kept and nothing is looked up.",
    )
)
@click.argument("handle")
@click.option("--name", default="", help=say(nl="De naam in het profiel.", en="The display name."))
@click.option("--bio", default="", help=say(nl="De profieltekst.", en="The profile text."))
@click.option("--network", default="", help=say(nl="Netwerk, zoals x.", en="Network, such as x."))
@options.protocol
@options.lang
@options.formats("text", "json")
def command(
    handle: str, name: str, bio: str, network: str, protocol: Path | None, form: str
) -> None:
    """Reasons aloud about one account; always exit code 0 unless the command is wrong."""
    try:
        known = facts.network(network or None) or ""
    except facts.UnableToUse as unable:
        leave(unable.problem, unable.way_out)
    pack = packs.compiled(protocol_or_leave(protocol))
    reading = account.read_account(pack.data["account"], handle, name=name, bio=bio, network=known)
    if form == "json":
        content = json.dumps(reading.as_json(lang()), ensure_ascii=False)
        click.echo(content.encode("utf-8", "backslashreplace"))
    else:
        terminal.show(account_shows.as_text(reading, lang()))
