"""`afspraak check`: may I post this?"""

import datetime as dt
import json
import sys
from pathlib import Path

import click

from afspraak.cli import options, packs, posts, shows
from afspraak.cli.language import lang, say
from afspraak.engine import findings
from afspraak.engine.draft import Checker

FAIL_ON = ("stop", "ask", "note", "info")


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
    type=click.Choice(posts.POST_AS),
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
    given = posts.Facts(as_=as_, network=posts.known_network(network), at=posts.moment(at))
    batch = posts.gather(text, file, given)
    pack = packs.compiled(options.protocol_or_leave(protocol))
    checker, now = Checker(pack), dt.datetime.now(dt.UTC)
    checked = [
        shows.Checked(
            each,
            tuple(
                findings.describe(pack, hit, each.post.text, lang())
                for hit in checker.check(each.post, now=now)
            ),
        )
        for each in batch.posts
    ]
    if form == "json":
        for each in checked:
            click.echo(json.dumps(shows.as_json(pack, each), ensure_ascii=False))
    else:
        click.echo(shows.render(form, pack, checked, many=batch.many))
    worst = findings.verdict([finding for each in checked for finding in each.findings])
    order = findings.SEVERITY_ORDER
    sys.exit(1 if order.index(worst) >= order.index(fail_on) else 0)
