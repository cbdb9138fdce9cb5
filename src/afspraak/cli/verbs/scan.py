"""`afspraak scan`: files of posts against the protocol, however large."""

import json
import sys
from pathlib import Path

import click

from afspraak.cli import facts, options, packs, post_files, scan_inputs, terminal
from afspraak.cli.language import say
from afspraak.cli.leaving import leave
from afspraak.cli.whereabouts import protocol_or_leave
from afspraak.engine import findings

NEVER = "never"
FAIL_ON = (NEVER, "note", "ask", "stop")
ENDINGS = (".parquet", ".jsonl", ".ndjson", ".csv")


@click.command(
    help=say(
        nl="Kijk bestanden vol berichten na: Parquet, CSV, JSON Lines of tekst.\n\n"
        "Voor eigen kanalen en anonieme berichten. Een kolom met personen (author, naam, email …) "
        "wordt geweigerd, tenzij er hashes in staan: wat iemand schrijft is van die mens, en dit "
        "is geen zoekmachine voor collega’s. In de uitkomst staat geen tekst van berichten.\n\n"
        "Stopt het onderweg, geef dan dezelfde opdracht nog eens: hij gaat verder waar hij was.",
        en="Check files full of posts: Parquet, CSV, JSON Lines or text.\n\n"
        "For channels of your own and anonymous posts. A column of persons (author, name, email …) "
        "is refused unless it holds hashes: what people write is theirs, and this is no search "
        "engine for colleagues. The outcome holds no text of posts.\n\n"
        "When it stops half-way, give the same command again: it goes on where it was.",
    )
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--output",
    "-o",
    "target",
    type=click.Path(path_type=Path),
    help=say(
        nl="Bestand voor de bevindingen: .parquet, .jsonl of .csv; anders alleen de samenvatting.",
        en="File for the findings: .parquet, .jsonl or .csv; otherwise the summary only.",
    ),
)
@options.protocol
@post_files.options
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default=NEVER,
    show_default=True,
    help=say(
        nl="Vanaf welke ernst de exitcode 1 is.", en="The severity from which the exit code is 1."
    ),
)
@click.option(
    "--force",
    is_flag=True,
    help=say(nl="Vervang een uitkomst die er al is.", en="Replace an outcome that is there."),
)
@click.option(
    "--restart",
    is_flag=True,
    help=say(nl="Begin opnieuw, ook als er werk ligt.", en="Begin anew, whatever was done."),
)
@options.lang
@options.formats("text", "json")
def command(
    inputs: tuple[str, ...],
    target: Path | None,
    protocol: Path | None,
    fail_on: str,
    force: bool,
    restart: bool,
    form: str,
    said: post_files.Said,
) -> None:
    """Checks files of posts; exit code 0, 1 (something at or above --fail-on), 2 or 130."""
    try:
        known = facts.Facts(
            facts.whose(said.as_), facts.network(said.network), facts.moment(said.at)
        )
    except facts.UnableToUse as unable:
        leave(unable.problem, unable.way_out)
    files = scan_inputs.files_or_leave(inputs)
    if target is not None:
        _refuse_ending(target)
        scan_inputs.output_or_leave(target, files)
    pack = packs.compiled(protocol_or_leave(protocol))
    try:
        from afspraak.bulk.files.choosing import Columns
        from afspraak.cli import scan_run, scan_shows
    except ImportError as missing:
        leave(
            say(
                nl=f"om bestanden na te kijken ontbreekt een onderdeel ({missing.name})",
                en=f"a part is missing for checking files ({missing.name})",
            ),
            "pip install 'afspraak[bulk]'",
        )
    columns = Columns(said.column, said.as_column, said.network_column, said.at_column)
    how = scan_run.How(target, said.on_bad_row, force=force, restart=restart)
    outcome = scan_run.run(pack, files, scan_run.asked(pack, columns, known), how)
    if form == "json":
        text = json.dumps(scan_shows.as_json(outcome), ensure_ascii=False) + "\n"
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
    else:
        terminal.show(scan_shows.as_text(outcome))
    order = findings.SEVERITY_ORDER
    worst = max(map(order.index, outcome.counts.by_severity), default=0)
    sys.exit(1 if fail_on != NEVER and worst >= order.index(fail_on) else 0)


def _refuse_ending(target: Path) -> None:
    if target.suffix.lower() not in ENDINGS:
        leave(
            say(
                nl=f"{target} heeft geen einde dat zegt welke vorm het krijgt",
                en=f"{target} has no ending that says which form it gets",
            ),
            say(
                nl=f"laat de naam eindigen op {', '.join(ENDINGS)}",
                en=f"let the name end in {', '.join(ENDINGS)}",
            ),
        )
