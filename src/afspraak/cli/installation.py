"""What the verbs about an installation share: which one is meant, and why it refuses."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from afspraak.cli import disk
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.diagnostics import pick

if TYPE_CHECKING:
    from afspraak.web.config import Config

Command = Callable[..., Any]


def options(command: Command) -> Command:
    """`--config`, `--data` and `--database`: which installation is meant."""
    for add in reversed(_OPTIONS):
        command = add(command)
    return command


_OPTIONS = (
    click.option(
        "--config",
        metavar=say(nl="BESTAND", en="FILE"),
        type=click.Path(path_type=Path),
        help=say(
            nl="TOML-bestand met instellingen; anders AFSPRAAK_CONFIG.",
            en="TOML file with settings; otherwise AFSPRAAK_CONFIG.",
        ),
    ),
    click.option(
        "--data",
        metavar=say(nl="MAP", en="FOLDER"),
        type=click.Path(path_type=Path),
        help=say(
            nl="De map met sleutels en gegevens; standaard afspraak-data.",
            en="The folder with keys and data; afspraak-data by default.",
        ),
    ),
    click.option(
        "--database",
        metavar="URL",
        help=say(
            nl="PostgreSQL in plaats van SQLite: postgresql://naam:wachtwoord@host/afspraak.",
            en="PostgreSQL instead of SQLite: postgresql://name:password@host/afspraak.",
        ),
    ),
)


def settings(given: Mapping[str, Any]) -> "Config":
    """The settings with what was said on the command line. Raises `UnableToConfigure`."""
    from afspraak.web import config

    told = {name: value for name, value in given.items() if value is not None}
    if file := told.pop("config", None):
        os.environ[config.FILE_VARIABLE] = str(file)
    return config.load(told=told)


def set_up_existing(given: Mapping[str, Any]) -> "Config":
    """The settings of an installation that is there, with Django ready. Raises `UnableToStart`."""
    from afspraak.web import serving

    found = settings(given)
    serving.set_up(found, must_exist=True)
    return found


def _reason(error: OSError) -> str:
    """Why the system refused, in the reader's language where it is usual for an installation."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return say(nl="de schijf is vol", en="the disk is full")
    if error.errno == errno.EADDRINUSE:
        return say(nl="daar luistert al een programma", en="another program listens there")
    return disk.reason(error)


@contextmanager
def refusals() -> Iterator[None]:
    """Leaves with exit code 2, what is wrong and a way out when the installation refuses."""
    try:
        from afspraak.web import config, serving
        from afspraak.web.database.state import UnableToUseDatabase
    except ImportError as missing:
        leave(
            say(
                nl=f"voor de webapplicatie ontbreekt een onderdeel ({missing.name})",
                en=f"a part is missing for the web application ({missing.name})",
            ),
            'pip install "afspraak[web]"',
        )
    from afspraak.web.backup.refusals import UnableToBackUp

    try:
        yield
    except (config.UnableToConfigure, UnableToUseDatabase) as unable:
        leave(pick(unable.says, lang()), pick(unable.way_out, lang()))
    except (serving.UnableToStart, UnableToBackUp) as unable:
        why = f" ({_reason(unable.why)})" if unable.why else ""
        leave(pick(unable.says, lang()) + why, pick(unable.way_out, lang()))
