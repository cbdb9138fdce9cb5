"""`afspraak tour`: a bakery's protocol, its posts, two accounts and the handbook."""

import datetime as dt
from importlib.resources import files
from pathlib import Path

import click

from afspraak.cli import (
    account_shows,
    checking,
    disk,
    options,
    packs,
    posts,
    reading,
    shows,
    terminal,
    writing,
)
from afspraak.cli.facts import Facts
from afspraak.cli.language import lang, say
from afspraak.engine import account
from afspraak.engine.pack import Pack

ACCOUNTS = (("KarelFransen_BakkerijJansen", ""), ("Fransie_69", "werk bij Bakkerij Jansen"))
"""Handles with their profile texts."""


@click.command(
    help=say(
        nl="Laat in een minuut zien wat Afspraak doet, met een verzonnen bakkerij.\n\n"
        "Alles komt in één map te staan. Een protocol dat daar al ligt, blijft zoals het is.",
        en="Show in a minute what Afspraak does, with an invented bakery.\n\n"
        "Everything is put in one folder. A protocol that is there already stays as it is.",
    )
)
@click.argument("folder", default="tour", type=click.Path(path_type=Path, file_okay=False))
@options.lang
def command(folder: Path) -> None:
    """Walks through the product in one folder."""
    disk.make_folder(folder)
    _say(
        nl="Afspraak is afspraak. Eén bestand met wat jullie afspreken over social media; daaruit "
        "komen het handboek, de check en het advies over accounts.",
        en="A deal is a deal. One file with what you agree about social media; the handbook, the "
        "check and the advice on accounts all come from it.",
    )
    protocol = _protocol(folder)
    pack = packs.compiled(protocol)
    _posts(folder, pack)
    _accounts(folder, pack)
    _handbook(folder, protocol)
    _next(folder)


def _protocol(folder: Path) -> Path:
    _heading("1", say(nl="Het protocol", en="The protocol"))
    path = folder / "protocol.yaml"
    if path.exists():
        _say(
            nl=f"{path} lag er al. Daar doen we het mee.",
            en=f"{path} was there already, so that is the one we use.",
        )
        return path
    text = files("afspraak.cli.tour").joinpath("answers.yaml").read_bytes()
    both = ["nl", "en"] if lang() == "nl" else ["en", "nl"]
    source = reading.Source(Path("answers.yaml"), text)
    writing.write_protocol(path, writing.answers(source, besides={"languages": both}))
    _say(
        nl=f"{path} is geschreven uit de antwoorden van een verzonnen bakkerij, zoals "
        "`afspraak new` ze vraagt. Dit ene bestand is de bron van alles hieronder.",
        en=f"{path} was written from the answers of an invented bakery, as `afspraak new` asks "
        "for them. This one file is the source of everything below.",
    )
    return path


def _posts(folder: Path, pack: Pack) -> None:
    path = folder / "posts.jsonl"
    if not path.exists():
        disk.write_bytes(path, files("afspraak.cli.tour").joinpath("posts.jsonl").read_bytes())
    _heading("2", say(nl="Mag dit? Berichten nagekeken", en="May I post this? Posts, checked"))
    _prompt("check", "-p", folder, "--file", path)
    batch = posts.gather(None, str(path), Facts())
    found = checking.checked(pack, batch.posts, now=dt.datetime.now(dt.UTC))
    for block in shows.blocks(pack, found, many=True):
        terminal.show(block, fold=True)


def _accounts(folder: Path, pack: Pack) -> None:
    _heading("3", say(nl="Hoe lezen mensen een account?", en="How do people read an account?"))
    for number, (handle, bio) in enumerate(ACCOUNTS):
        if number:
            click.echo()
        _prompt("account", handle, *(["--bio", bio] if bio else []), "-p", folder)
        taken = account.read_account(pack.data["account"], handle, bio=bio)
        terminal.show(account_shows.as_text(taken, lang()), fold=True)


def _handbook(folder: Path, protocol: Path) -> None:
    _heading("4", say(nl="Het handboek", en="The handbook"))
    path = folder / say(nl="handboek.pdf", en="handbook.pdf")
    _prompt("protocol", "handbook", protocol, "-o", path)
    with terminal.working(say(nl="Het handboek wordt gemaakt …", en="Making the handbook …")):
        loaded = reading.load_or_leave(reading.read_or_leave(protocol))
        disk.write_bytes(path, writing.handbook(loaded.protocol, "pdf"))
    _say(
        nl=f"{path} staat klaar: eerst de rechten, dan de afspraken, met voorbeelden van wat wel "
        "en niet kan.",
        en=f"{path} is ready: rights first, then what was agreed, with examples of what is fine "
        "and what is not.",
    )


def _next(folder: Path) -> None:
    title = say(nl="Probeer nu zelf", en="Now try it yourself")
    terminal.show("\n" + click.style(f"→  {title}", bold=True))
    post = say(nl="Proef morgen als eerste ons Project Zonnebloem!", en="Taste Project Zonnebloem!")
    goal = say(nl="mijn-protocol", en="my-protocol")
    for what, words in (
        (say(nl="je eigen bericht", en="a post of your own"), ("check", "-p", folder, post)),
        (
            say(nl="je eigen accountnaam", en="an account name of your own"),
            ("account", "Sanne_BakkerijJansen", "-p", folder),
        ),
        (say(nl="het protocol van je eigen bedrijf", en="your own protocol"), ("new", goal)),
    ):
        terminal.show(terminal.step(what, *words), fold=False)


def _heading(number: str, title: str) -> None:
    terminal.show("\n" + click.style(f"{number}  {title}", bold=True) + "\n")


def _prompt(*words: str | Path) -> None:
    # not folded: a command with a line break in it cannot be copied
    terminal.show(click.style(f"$ {terminal.typed(*words)}", dim=True) + "\n", fold=False)


def _say(*, nl: str, en: str) -> None:
    terminal.show(say(nl=nl, en=en), fold=True)
