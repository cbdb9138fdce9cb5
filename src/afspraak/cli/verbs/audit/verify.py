"""`afspraak audit verify`: is the log still what was recorded?"""

import dataclasses
import json
import sys
from typing import TYPE_CHECKING, Any, Literal

import click

from afspraak.cli import installation, numbers, options, terminal
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.cli.scan_progress import PATIENCE_SECONDS

if TYPE_CHECKING:
    from afspraak.web.audit.anchors import Anchor
    from afspraak.web.audit.verification import Outcome


@click.command(
    help=say(
        nl="Controleer het logboek van een installatie: is elke regel nog wat er is vastgelegd, en "
        "ontbreekt er geen? De ankers uit de map met gegevens doen mee. Exitcode 0 als alles "
        "klopt, 1 als er iets is gevonden, 2 als er niet te controleren valt.",
        en="Verify the log of an installation: is every entry still what was recorded, and is none "
        "gone? The anchors in the data folder take part. Exit code 0 when all is well, 1 when "
        "something was found, 2 when nothing can be verified.",
    )
)
@installation.options
@click.option(
    "--anchor",
    "given",
    metavar=say(nl="NUMMER:ZEGEL", en="NUMBER:SEAL"),
    multiple=True,
    help=say(
        nl="Nummer en zegel van een regel, zoals je die zelf bewaarde; mag vaker.",
        en="Number and seal of an entry as you kept them yourself; may be repeated.",
    ),
)
@options.lang
@options.formats("text", "json")
def command(given: tuple[str, ...], form: Literal["text", "json"], **place: Any) -> None:
    """Verifies and leaves with what was found."""
    with installation.refusals():
        from afspraak.web import keys, serving

        settings = installation.settings(place)
        if keys.read(settings.data) is None:
            _nothing_here(str(settings.data))
        serving.set_up(settings)
    anchors = [_anchor(text) for text in given]
    outcome = _verified(anchors)
    click.echo(_as_json(outcome)) if form == "json" else terminal.show(_as_text(outcome))
    sys.exit(1 if outcome.found else 0)


def _nothing_here(folder: str) -> None:
    leave(
        say(
            nl=f"in {folder} staat geen installatie: de sleutels ontbreken",
            en=f"there is no installation in {folder}: the keys are missing",
        ),
        terminal.typed("audit", "verify", "--data", say(nl="MAP", en="FOLDER")),
    )


def _anchor(text: str) -> "Anchor":
    from afspraak.web.audit import anchors

    try:
        return anchors.read(text)
    except anchors.UnableToReadAnchor:
        leave(
            say(nl=f"{text} is geen anker", en=f"{text} is no anchor"),
            say(
                nl="schrijf nummer:zegel, zoals 1204:9f3c…", en="write number:seal, like 1204:9f3c…"
            ),
        )


def _verified(anchors: list["Anchor"]) -> "Outcome":
    """The outcome; on a terminal a line says how far it is when it takes longer than a second."""
    import time

    from afspraak.web.audit import verification

    began, shown = time.monotonic(), False

    def tell(entries: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - began > PATIENCE_SECONDS:
            shown = True
            unit = say(nl="regels", en="entries")
            click.echo(f"\r{numbers.whole(entries)} {unit} ", nl=False, err=True)

    outcome = verification.verify(anchors, tell=tell)
    if shown:
        click.echo("\r\x1b[K", nl=False, err=True)
    return outcome


def _as_json(outcome: "Outcome") -> str:
    findings = [
        {
            "code": each.code.value,
            "number": each.number,
            "until": each.until,
            "says": each.says()[lang()],
        }
        for each in outcome.findings
    ]
    return json.dumps(
        {
            "sound": not outcome.found,
            "entries": outcome.entries,
            "last": dataclasses.asdict(outcome.last),
            "found": outcome.found,
            "findings": findings,
        },
        ensure_ascii=False,
        indent=2,
    )


def _as_text(outcome: "Outcome") -> str:
    from afspraak.web.audit import verification

    many = numbers.whole(outcome.entries)
    anchor = f"{outcome.last.number}:{outcome.last.seal}"
    if not outcome.found:
        line = say(
            nl=f"Het logboek klopt: {many} regels, niets gewijzigd, verwijderd of verplaatst.",
            en=f"The log is sound: {many} entries, nothing altered, removed or moved.",
        )
        keep = say(
            nl="Bewaar dit anker ergens anders; daarmee is later te zien of het eind is afgekapt:",
            en="Keep this anchor elsewhere; with it a cut-off end shows later:",
        )
        return f"{line}\n\n{keep}\n  {anchor}" if outcome.entries else line
    said = [f"- {each.says()[lang()]}" for each in outcome.findings]
    if len(outcome.findings) == verification.MAX_FINDINGS:
        said.append(say(nl="… en misschien meer.", en="… and perhaps more."))
    line = say(
        nl=f"Het logboek klopt niet. {many} regels gelezen:",
        en=f"The log is not sound. {many} entries read:",
    )
    return "\n".join([line, "", *said])
