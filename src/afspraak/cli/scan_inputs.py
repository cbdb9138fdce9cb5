"""The files a scan is asked for: names and patterns, each file once, or a clear word."""

import glob
from collections.abc import Sequence
from pathlib import Path

from afspraak.cli.language import say
from afspraak.cli.leaving import leave


def files_or_leave(given: Sequence[str]) -> list[Path]:
    """The files that are meant, in order; a pattern that the shell left alone gives its files.

    Leaves with exit code 2 when there is none.
    """
    found: dict[Path, Path] = {}
    for name in given:
        path = Path(name)
        if not path.exists() and glob.has_magic(name):
            # a pattern as a shell has it, whole paths too, which Path.glob does not take
            inside = [Path(each) for each in sorted(glob.glob(name, recursive=True))]  # noqa: PTH207
            files = [each for each in inside if each.is_file()]
            if not files:
                leave(
                    say(
                        nl=f"bij {name} hoort geen enkel bestand",
                        en=f"no file goes by {name}",
                    ),
                    say(nl="kijk de naam na", en="check the name"),
                )
        else:
            files = [path]
        for each in files:
            found.setdefault(each.resolve(), each)
    return list(found.values())


def output_or_leave(target: Path, inputs: Sequence[Path]) -> None:
    """Leaves with exit code 2 when the findings cannot go to this name."""
    if target.is_dir() or (target.exists() and not target.is_file()):
        leave(
            say(nl=f"{target} is geen gewoon bestand", en=f"{target} is not an ordinary file"),
            say(
                nl="geef de naam van een bestand dat er nog niet is",
                en="give the name of a file that is not there yet",
            ),
        )
    if target.resolve() in {each.resolve() for each in inputs}:
        leave(
            say(
                nl=f"{target} is ook een van de bestanden om na te kijken",
                en=f"{target} is one of the files to check as well",
            ),
            say(nl="geef de uitkomst een andere naam", en="give the outcome another name"),
        )


def refuse_existing(target: Path) -> None:
    """Leaves with exit code 2 when there is a file already."""
    if target.exists():
        leave(
            say(nl=f"{target} bestaat al", en=f"{target} exists already"),
            say(
                nl="kies een andere naam, of vervang het met --force",
                en="choose another name, or replace it with --force",
            ),
        )
