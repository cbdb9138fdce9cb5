"""`afspraak serve`: the web application."""

from pathlib import Path
from typing import Any

import click

from afspraak import __version__
from afspraak.cli import installation, options, terminal
from afspraak.cli.language import say


@click.command(
    help=say(
        nl="Start de webapplicatie, met het wachtende werk erbij.\n\n"
        "Zonder opties: SQLite in de map afspraak-data, op http://localhost:8000. De eerste keer "
        "staat hier een link waarmee jij beheerder wordt.",
        en="Start the web application, with the waiting work beside it.\n\n"
        "Without options: SQLite in the folder afspraak-data, on http://localhost:8000. The first "
        "time there is a link here that makes you the administrator.",
    )
)
@installation.options
@click.option(
    "--address",
    metavar="HOST:PORT",
    help=say(
        nl="Waar het programma luistert; standaard 127.0.0.1:8000.",
        en="Where the program listens; 127.0.0.1:8000 by default.",
    ),
)
@click.option(
    "--url",
    help=say(
        nl="Het adres zoals mensen het in hun browser zien, ook voor links in e-mails.",
        en="The address as people see it in their browser, also for links in mails.",
    ),
)
@click.option(
    "--demo",
    is_flag=True,
    default=None,
    help=say(
        nl="Een verzonnen bakkerij om in rond te kijken. Nooit voor echt gebruik.",
        en="An invented bakery to look around in. Never for real use.",
    ),
)
@options.lang
def command(**given: Any) -> None:
    """Serves until it is stopped."""
    from afspraak.web import serving

    with installation.refusals():
        settings = installation.settings(given)
        serving.check_address(settings)
        serving.set_up(settings)
        with terminal.working(say(nl="Even klaarzetten…", en="Getting ready…")):
            serving.prepare(settings)
            link = None if settings.demo else serving.owner_link(settings)
        serving.serve(settings, lambda: click.echo(_greeting(settings, link)))


def _greeting(settings: Any, link: str | None) -> str:
    """What the terminal says once pages can be opened, with the thing to do first."""
    from afspraak.web.setup import operations

    url = settings.url.rstrip("/")
    kept = say(nl="gegevens in", en="data in")
    lines = [f"Afspraak {__version__} · {kept} {Path(settings.data).absolute()}", ""]
    if settings.demo:
        lines += [
            say(
                nl="Een bakkerij om in rond te kijken. Open deze pagina en kies wie je bent:",
                en="A bakery to look around in. Open this page and choose who you are:",
            ),
            "",
            f"  {url}/demo/",
            "",
            say(
                nl="Probeer eerst: lees als Lotte de afspraken, typ bij “Mag dit?” een bericht, en "
                "kijk als Henk wie er al las.",
                en="Try first: read the handbook as Lotte, type a post at “Check”, and see as Henk "
                "who has read it.",
            ),
        ]
    elif link:
        hours = operations.LINK_HOURS
        lines += [
            say(
                nl="Nog niemand is hier beheerder. Open deze link om het te worden; daarna richt "
                "je Afspraak in een paar stappen in:",
                en="Nobody is the administrator here yet. Open this link to become it; then you "
                "set Afspraak up in a few steps:",
            ),
            "",
            f"  {link}",
            "",
            say(
                nl=f"De link werkt één keer, {hours} uur lang. Wie hem heeft, wordt beheerder.",
                en=f"The link works once, for {hours} hours. Who has it becomes administrator.",
            ),
        ]
    else:
        lines += [f"  {url}/"]
    lines += ["", say(nl="Stoppen: Ctrl-C", en="Stop: Ctrl-C")]
    return "\n".join(lines)
