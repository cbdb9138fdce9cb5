"""`afspraak check`: may I post this?"""

import datetime as dt
import json
import sys
from pathlib import Path

import click

from afspraak.cli import checking, facts, options, packs, posts, shows, terminal
from afspraak.cli.language import say
from afspraak.cli.leaving import leave
from afspraak.cli.whereabouts import protocol_or_leave
from afspraak.engine import findings
from afspraak.engine.post import POST_AS

FAIL_ON = ("stop", "ask", "note")


@click.command(
    help=say(
        nl="Kijk een bericht na aan de hand van het protocol.\n\n"
        "Geef de tekst zelf, een bestand (één bericht per regel, of .jsonl), of - voor wat er "
        "binnenkomt. De uitkomst is advies aan jou en wordt nergens bewaard.",
        en="Check a post against the protocol.\n\n"
        "Give the text itself, a file (one post per line, or .jsonl), or - for standard input. "
        "The outcome is advice to you and is kept nowhere.",
    )
)
@click.argument("text", required=False)
@click.option(
    "--file",
    "-f",
    "file",
    help=say(
        nl="Bestand met berichten: één per regel, of .jsonl; - leest standaardinvoer.",
        en="File of posts: one per line, or .jsonl; - reads standard input.",
    ),
)
@options.protocol
@click.option(
    "--as",
    "as_",
    type=click.Choice(POST_AS),
    help=say(
        nl="Wiens bericht: zakelijk kanaal, werkaccount, privé met werkgever zichtbaar (zo gaat "
        "het als je niets zegt: affiliated), of privé.",
        en="Whose post: corporate, professional, a private account that shows the employer "
        "(affiliated, taken when you say nothing), or private.",
    ),
)
@click.option(
    "--network",
    help=say(nl="Netwerk, zoals mastodon of linkedin.", en="Network, such as mastodon."),
)
@click.option(
    "--at",
    metavar="TIME",
    help=say(
        nl="Wanneer het geplaatst wordt, zoals 2027-03-01T09:00; anders nu.",
        en="When it will be out, such as 2027-03-01T09:00; otherwise now.",
    ),
)
@options.lang
@options.formats("text", "json", "github", "sarif")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="stop",
    show_default=True,
    help=say(
        nl="Vanaf welke ernst de exitcode 1 is.", en="The severity from which the exit code is 1."
    ),
)
def command(
    text: str | None,
    file: str | None,
    protocol: Path | None,
    as_: str | None,
    network: str | None,
    at: str | None,
    form: str,
    fail_on: str,
) -> None:
    """Checks one post or many; exit code 0, 1 (something at or above --fail-on) or 2."""
    try:
        known = facts.Facts(
            as_=facts.whose(as_), network=facts.network(network), at=facts.moment(at)
        )
    except facts.UnableToUse as unable:
        leave(unable.problem, unable.way_out)
    batch = posts.gather(text, file, known)
    pack = packs.compiled(protocol_or_leave(protocol))
    found = checking.checked(pack, batch.posts, now=dt.datetime.now(dt.UTC))
    match form:
        case "json":
            for each in found:
                _write(json.dumps(shows.as_json(pack, each), ensure_ascii=False) + "\n")
        case "text":
            for block in shows.blocks(pack, found, many=batch.many):
                terminal.show(block)
        case _:
            _write(shows.as_diagnostics(pack, found, form))
            terminal.show(shows.footer(pack, found), sys.stderr)
    worst = findings.verdict([finding for each in found for finding in each.findings])
    order = findings.SEVERITY_ORDER
    sys.exit(1 if order.index(worst) >= order.index(fail_on) else 0)


def _write(text: str) -> None:
    """Text for programs is UTF-8 everywhere; half an emoji stays the escape JSON knows it by."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
