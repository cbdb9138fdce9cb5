"""`afspraak doctor`: what is not right about an installation."""

import datetime as dt
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from afspraak.cli import installation, options, terminal
from afspraak.cli.language import lang, say
from afspraak.diagnostics import LANGUAGES

if TYPE_CHECKING:
    from afspraak.web.system_checks import Finding


@click.command(
    help=say(
        nl="Kijk na of de installatie in orde is: instellingen, map, database, werker, e-mail, "
        "reservekopie.\n\nExitcode 0: alles in orde; 1: er is iets te doen.",
        en="See whether the installation is in order: settings, folder, database, worker, mail, "
        "backup.\n\nExit code 0: all in order; 1: there is something to do.",
    )
)
@click.option(
    "--mail",
    "try_mail",
    is_flag=True,
    help=say(
        nl="Leg ook verbinding met de mailserver; er wordt niets verstuurd.",
        en="Also connect to the mail server; nothing is sent.",
    ),
)
@installation.options
@options.formats("text", "json")
@options.lang
def command(*, try_mail: bool, form: str, **given: Any) -> None:
    """Shows what is not right, each with a way out."""
    with installation.refusals():
        found = _look(given, try_mail=try_mail)
        if form == "json":
            click.echo(json.dumps([_as_json(each) for each in found], ensure_ascii=False, indent=1))
        else:
            _show(found)
    sys.exit(1 if found else 0)


def _look(given: dict[str, Any], *, try_mail: bool) -> "Sequence[Finding]":
    from afspraak.web import config, serving

    # Only what runs already is looked at: a doctor makes no folder and no keys.
    try:
        settings = installation.settings(given)
        serving.set_up(settings, may_make=False)
    except config.UnableToConfigure as unable:
        serving.set_up(config.Config(url="http://localhost"), may_make=False)
        from afspraak.web import system_checks

        return [system_checks.wrong_setting(unable)]
    from afspraak.web import system_checks

    return system_checks.all_findings(dt.datetime.now(dt.UTC), try_mail=try_mail)


def _show(found: "Sequence[Finding]") -> None:
    for each in found:
        tone = "red" if each.code.startswith("E") else "yellow"
        code = click.style(f"afspraak.{each.code}", fg=tone, bold=True)
        terminal.show(
            f"{code} {each.says(lang())}\n  = {say(nl='hulp', en='help')}: {each.help(lang())}"
        )
    if found:
        count = len(found)
        terminal.show(
            say(
                nl=f"\n{count} {'ding' if count == 1 else 'dingen'} om naar te kijken.",
                en=f"\n{count} {'thing' if count == 1 else 'things'} to look at.",
            )
        )
    else:
        terminal.show(say(nl="Alles is in orde.", en="Everything is in order."))


def _as_json(each: "Finding") -> dict[str, object]:
    return {
        "code": f"afspraak.{each.code}",
        "level": "error" if each.code.startswith("E") else "warning",
        "says": {lang: each.says(lang) for lang in LANGUAGES},
        "help": {lang: each.help(lang) for lang in LANGUAGES},
    }
