"""`afspraak new`: a first protocol, from a dozen questions."""

import sys
from pathlib import Path

import click

from afspraak.cli import disk, options, reading, terminal, writing
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.protocol import interview
from afspraak.protocol.answers import Answers


@click.command(
    help=say(
        nl="Schrijf je eerste protocol: een compleet voorstel uit een dozijn vragen.\n\n"
        "Met --answers komen ze uit een bestand, met --yes neem je alle voorstellen over.",
        en="Write your first protocol: a complete proposal from a dozen questions.\n\n"
        "With --answers they come from a file, with --yes you take every proposal.",
    )
)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--answers",
    type=click.Path(path_type=Path),
    help=say(nl="YAML-bestand met antwoorden.", en="YAML file with answers."),
)
@click.option(
    "--yes", is_flag=True, help=say(nl="Neem alle voorstellen over.", en="Take all proposals.")
)
@click.option(
    "--name", help=say(nl="Hoe de organisatie heet.", en="What the organisation is called.")
)
@click.option(
    "--force", is_flag=True, help=say(nl="Overschrijf wat er staat.", en="Overwrite what is there.")
)
@options.output()
@options.lang
def command(
    *,
    folder: Path | None,
    target: Path | None,
    answers: Path | None,
    yes: bool,
    name: str | None,
    force: bool,
) -> None:
    """Writes a protocol and its schema; never over an existing file without --force."""
    goal = target or _goal(folder)
    if goal.exists() and not force:
        leave(
            say(nl=f"{goal} bestaat al", en=f"{goal} exists already"),
            say(
                nl="kies een andere naam, of zeg --force om het te overschrijven",
                en="choose another name, or say --force to overwrite it",
            ),
        )
    writing.write_protocol(goal, _answers(answers, yes=yes, name=name))
    # not folded: a command with a line break in it cannot be copied
    terminal.show(_next_steps(goal), fold=False)


def _goal(target: Path | None) -> Path:
    if target is None:
        return Path("protocol.yaml")
    is_file = target.suffix in {".yaml", ".yml"}
    return target if is_file else target / "protocol.yaml"


def _answers(path: Path | None, *, yes: bool, name: str | None) -> Answers:
    besides = {"name": name} if name else {}
    if path is not None:
        return writing.answers(reading.Source(path, disk.read_bytes(path)), besides=besides)
    if yes:
        try:
            return interview.defaults(_name_or_leave(name), lang=lang())
        except interview.UnableToRead as unable:
            writing.leave_with_answers(unable)
    if not sys.stdin.isatty():
        leave(
            say(
                nl="vragen stellen kan alleen in een terminal",
                en="questions can only be asked in a terminal",
            ),
            say(
                nl="geef --answers BESTAND, of --yes --name NAAM",
                en="give --answers FILE, or --yes --name NAME",
            ),
        )
    from rich.console import Console

    from afspraak.cli import asking

    return asking.ask_all(Console(), besides)


def _name_or_leave(name: str | None) -> str:
    if name is None or not name.strip():
        leave(
            say(nl="--yes heeft een naam nodig", en="--yes needs a name"),
            'afspraak new --yes --name "Bakkerij Jansen"',
        )
    return name


def _next_steps(goal: Path) -> str:
    post = say(nl="Vers brood vanaf zeven uur!", en="Fresh bread from seven!")
    document = goal.with_name(say(nl="handboek.pdf", en="handbook.pdf"))
    steps = (
        (
            say(nl="wat er nog ontbreekt", en="what is still missing"),
            ("protocol", "check", goal),
        ),
        (
            say(nl="een bericht nakijken", en="check a post"),
            ("check", "--protocol", goal, post),
        ),
        (
            say(nl="het handboek maken", en="make the handbook"),
            ("protocol", "handbook", goal, "-o", document),
        ),
    )
    ready = say(
        nl=f"\n{goal} staat klaar. Lees het door en pas het aan: het is een voorstel.",
        en=f"\n{goal} is ready. Read it through and change it: it is a proposal.",
    )
    return "\n".join([ready, *(terminal.step(what, *words) for what, words in steps)])
