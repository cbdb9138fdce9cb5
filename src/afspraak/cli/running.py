"""One run of the command line: its language, its streams, and how it ends."""

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Never

import click

from afspraak.cli import language
from afspraak.cli.leaving import WRONG

# Never 1 for any of these: that means that something was found. Shells expect these numbers.
STOPPED, NOBODY_READS, FAULT = 130, 141, 70


def run(arguments: Sequence[str]) -> Never:
    """Runs the command that the arguments are, and leaves with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # half an emoji, or a terminal that knows no emoji at all, is no reason to stop
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    language.choose(arguments)
    sys.exit(_outcome(arguments))


def _outcome(arguments: Sequence[str]) -> int:
    from afspraak.cli.program import program

    stdout = sys.stdout
    try:
        code = program.main(list(arguments), prog_name="afspraak", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return WRONG
    except (KeyboardInterrupt, EOFError, click.Abort):
        click.echo(language.say(nl="Afgebroken.", en="Stopped."), err=True)
        return STOPPED
    except SystemExit:
        # click says 1 when whoever read our output has gone; it then puts another stdout in place
        if sys.stdout is not stdout:
            return NOBODY_READS
        raise
    except OSError as error:
        return _fault() if error.filename else _unwritten(error)
    except Exception:
        return _fault()


def _unwritten(error: OSError) -> int:
    """The output itself could not be written: a full disk, a terminal that is gone."""
    with contextlib.suppress(OSError):
        why = f"({error.strerror})"
        said = language.say(nl="de uitvoer kan niet weg", en="the output cannot be written")
        click.echo(f"afspraak: {said} {why}", err=True)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return WRONG


def _fault() -> int:
    import traceback

    traceback.print_exc()
    click.echo(
        language.say(
            nl="\nDit is een fout in Afspraak zelf, niet in je opdracht. Meld haar met wat "
            "hierboven staat;\nkijk wel eerst of er niets vertrouwelijks in staat.",
            en="\nThis is a fault of Afspraak itself, not of your command. Report it with what "
            "stands above;\nfirst see that it holds nothing confidential.",
        ),
        err=True,
    )
    return FAULT
