"""Where the protocol is: what the reader says, or the nearest `protocol.yaml` upwards."""

import os
from pathlib import Path

from afspraak.cli.language import say
from afspraak.cli.leaving import leave

PROTOCOL_NAMES = ("protocol.yaml", "protocol.yml")


def protocol_or_leave(given: Path | None) -> Path:
    """The given protocol or the nearest one; leaves with exit code 2 when there is none.

    A folder stands for the protocol in it.
    """
    if given is None:
        return _nearest() or leave(
            say(
                nl="er is geen protocol.yaml in deze map of erboven",
                en="there is no protocol.yaml in this folder or above it",
            ),
            say(
                nl="geef --protocol BESTAND, of schrijf er een met `afspraak new`",
                en="give --protocol FILE, or write one with `afspraak new`",
            ),
        )
    if given.is_dir():
        return _in_folder(given) or leave(
            say(
                nl=f"er is geen protocol.yaml in {given}",
                en=f"there is no protocol.yaml in {given}",
            ),
            say(
                nl=f"geef het bestand zelf, of schrijf er een met `afspraak new {given}`",
                en=f"give the file itself, or write one with `afspraak new {given}`",
            ),
        )
    return given


def _nearest() -> Path | None:
    here = Path.cwd()
    found = next(filter(None, map(_in_folder, (here, *here.parents))), None)
    return Path(os.path.relpath(found)) if found else None


def _in_folder(folder: Path) -> Path | None:
    candidates = (folder / name for name in PROTOCOL_NAMES)
    return next((each for each in candidates if each.is_file()), None)
