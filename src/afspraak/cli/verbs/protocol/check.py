"""`afspraak protocol check`: what is wrong with a protocol, or unfair in it."""

import datetime as dt
import sys
from pathlib import Path

import click

from afspraak.cli import options, reading, terminal
from afspraak.cli.language import say
from afspraak.cli.whereabouts import protocol_or_leave
from afspraak.engine import examples
from afspraak.engine.draft import Checker
from afspraak.protocol import lint


@click.command(
    help=say(
        nl="Zeg wat er niet klopt of niet eerlijk is aan een protocol.\n\n"
        "Exitcode 0: niets; 1: bevindingen over de inhoud; 2: het bestand is niet te begrijpen.",
        en="Say what is wrong with a protocol, or unfair in it.\n\n"
        "Exit code 0: nothing; 1: findings about what it says; 2: the file cannot be understood.",
    )
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@options.lang
@options.formats("text", "json", "github", "sarif")
def command(file: Path | None, form: str) -> None:
    """Loads, compiles and lints a protocol."""
    path = protocol_or_leave(file)
    source = reading.read_or_leave(path, form=form)
    loaded = reading.load_or_leave(source)
    checker = Checker(reading.compile_or_leave(loaded, source))
    now = dt.datetime.now(dt.UTC)
    found = lint.lint(
        loaded.protocol,
        today=now.date(),
        finds=lambda posts: examples.count_found(checker, posts, now=now),
    )
    text = source.texts[str(path)]
    diagnostics = sorted(
        [*loaded.diagnostics, *(lint.diagnose(each, loaded.places, text) for each in found)],
        key=lambda each: (each.place, each.code),
    )
    if diagnostics or form != "text":
        reading.show(diagnostics, source, to_stderr=False)
    if form == "text":
        terminal.show(_summary(path, [each.level for each in diagnostics]))
    sys.exit(1 if any(each.level != "tip" for each in diagnostics) else 0)


def _summary(path: Path, levels: list[str]) -> str:
    if not levels:
        return say(
            nl=f"{path}: in orde, en eerlijk voor zover het programma dat kan zien.",
            en=f"{path}: in order, and fair as far as the program can tell.",
        )
    names = {
        "error": say(nl="houdt ingaan tegen", en="blocks coming into force"),
        "warning": say(nl="let op", en="take care"),
        "tip": say(nl="tip", en="tip"),
    }
    counts = ", ".join(f"{levels.count(each)} × {names[each]}" for each in names if each in levels)
    return f"\n{path}: {counts}"
