"""`afspraak protocol test`: do the protocol's own examples hold?"""

import datetime as dt
import json
import sys
from pathlib import Path

import click

from afspraak.cli import options, reading
from afspraak.cli.language import say
from afspraak.cli.whereabouts import protocol_or_leave
from afspraak.engine import examples
from afspraak.engine.draft import Checker
from afspraak.engine.examples import Coverage, Failure
from afspraak.protocol.loader import LoadResult


@click.command(
    help=say(
        nl="Voer de voorbeelden in het protocol uit: welke regel mist iets of gaat te ver?\n\n"
        "Exitcode 0: alles klopt; 1: een voorbeeld klopt niet; 2: het bestand is niet bruikbaar.",
        en="Run the examples in the protocol and say which rule misses or over-reaches.\n\n"
        "Exit code 0: all hold; 1: an example does not hold; 2: the file cannot be used.",
    )
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@options.lang
@options.formats("text", "json")
def command(file: Path | None, form: str) -> None:
    """Runs every example and shows what nothing tests."""
    path = protocol_or_leave(file)
    source = reading.read_or_leave(path)
    loaded = reading.load_or_leave(source)
    checker = Checker(reading.compile_or_leave(loaded, source))
    failures = examples.run(loaded.protocol, checker, now=dt.datetime.now(dt.UTC))
    coverage = examples.coverage(loaded.protocol)
    if form == "json":
        click.echo(json.dumps(_as_json(failures, coverage), ensure_ascii=False))
    else:
        for each in failures:
            click.echo(_line(each, loaded))
        click.echo(_summary(failures, coverage))
    sys.exit(1 if failures else 0)


def _line(failure: Failure, loaded: LoadResult) -> str:
    place = loaded.places.of(failure.path)
    what = (
        say(nl="mist", en="misses")
        if failure.missed
        else say(nl="gaat te ver bij", en="over-reaches on")
    )
    where = click.style(f"{place.file}:{place.line}:{place.column}", dim=True)
    return f"{where} {click.style(failure.rule, bold=True)} {what}: {failure.text}"


def _summary(failures: tuple[Failure, ...], coverage: Coverage) -> str:
    good = coverage.examples - len(failures)
    lines = [
        say(
            nl=f"{good} van {coverage.examples} voorbeelden kloppen.",
            en=f"{good} of {coverage.examples} examples hold.",
        )
    ]
    for names, nl, en in (
        (coverage.clauses_without_rule, "Zonder regel (mensenwerk)", "Without a rule (for people)"),
        (coverage.rules_without_example, "Regels zonder voorbeeld", "Rules without an example"),
    ):
        if names:
            lines.append(f"{say(nl=nl, en=en)}: {', '.join(names)}")
    return "\n".join(lines)


def _as_json(failures: tuple[Failure, ...], coverage: Coverage) -> dict[str, object]:
    return {
        "examples": coverage.examples,
        "failures": [
            {
                "rule": each.rule,
                "text": each.text,
                "says": "missed" if each.missed else "over-reached",
            }
            for each in failures
        ],
        "clauses_without_rule": coverage.clauses_without_rule,
        "rules_without_example": coverage.rules_without_example,
    }
