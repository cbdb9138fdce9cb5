"""Why a scan stops, in the reader's words, with the way to go on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Never

from afspraak.bulk.files import UnableToRead
from afspraak.bulk.scan_state import UnableToGoOn, UnableToWrite
from afspraak.bulk.scanning import UnableToUseRows
from afspraak.cli import disk
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.cli.scan_progress import number
from afspraak.cli.scan_shows import place
from afspraak.diagnostics import pick

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def explained() -> Iterator[None]:
    """Says why what happens inside cannot be done, and leaves with exit code 2."""
    try:
        yield
    except UnableToRead as unable:
        leave_unread(unable)
    except UnableToUseRows as unable:
        leave_with_rows(unable)
    except UnableToWrite as unable:
        _leave_unwritten(unable)
    except UnableToGoOn as unable:
        _leave_changed(unable)
    except MemoryError:
        _leave_without_memory()


def leave_unread(unable: UnableToRead) -> Never:
    """A file cannot be read."""
    where = f"{unable.path}:{unable.line}" if unable.line else str(unable.path)
    leave(f"{where}: {pick(unable.problem, lang())}", pick(unable.way_out, lang()))


def leave_with_rows(unable: UnableToUseRows) -> Never:
    """Rows are no posts."""
    rows = [place(each) for each in unable.first]
    if unable.found > len(rows):
        more = number(unable.found - len(rows))
        rows.append(say(nl=f"en nog {more} rijen in dit stuk", en=f"and {more} rows more nearby"))
    leave(
        "\n  ".join(rows),
        say(
            nl="maak ze in orde, of sla zulke rijen over en tel ze: --on-bad-row skip",
            en="mend them, or skip and count such rows: --on-bad-row skip",
        ),
    )


def _leave_unwritten(unable: UnableToWrite) -> Never:
    """The output cannot be written."""
    full = unable.error.errno in _FULL
    why = say(nl="er is geen ruimte meer", en="there is no room") if full else None
    leave(
        say(nl=f"{unable.path} kan niet geschreven worden", en=f"{unable.path} cannot be written")
        + f" ({why or disk.reason(unable.error)})",
        say(
            nl="maak ruimte en geef dezelfde opdracht nog eens: hij gaat verder waar hij was",
            en="make room and give the same command again: it goes on where it was",
        )
        if full
        else say(
            nl="kies een map die bestaat en waarin je mag schrijven",
            en="choose a folder that exists and that you may write in",
        ),
    )


def _leave_without_memory() -> Never:
    """The computer has given all the memory that this program may have."""
    leave(
        say(nl="er is te weinig geheugen", en="there is too little memory"),
        say(
            nl="geef het programma meer (2 GB aan adressen is ruim), of sluit iets anders af",
            en="let the program have more (2 GB of addresses is plenty), or close something else",
        ),
    )


def _leave_changed(unable: UnableToGoOn) -> Never:
    """What lies beside the output is not of this scan."""
    if unable.changed == ("busy",):
        leave(
            say(
                nl=f"een andere opdracht werkt nu aan {unable.folder}",
                en=f"another command is at work on {unable.folder} now",
            ),
            say(nl="wacht tot die klaar is", en="wait until it is done"),
        )
    names = {
        "pack": say(nl="het protocol", en="the protocol"),
        "options": say(nl="de opties", en="the options"),
        "inputs": say(nl="welke bestanden", en="which files"),
        "state": say(nl="het bestand daarover", en="the file that tells of it"),
    }
    changed = ", ".join(names.get(each, each) for each in unable.changed[:5])
    leave(
        say(
            nl=f"in {unable.folder} ligt werk dat niet af is; sindsdien is veranderd: {changed}",
            en=f"{unable.folder} holds work that is not done; changed since then: {changed}",
        ),
        say(
            nl="begin opnieuw met --restart; dat oude werk gaat dan weg",
            en="begin anew with --restart; that old work then goes",
        ),
    )
