"""Files read and written whole, or a clear word about why not. Imports nothing heavy."""

import os
from pathlib import Path

from afspraak.cli.language import say
from afspraak.cli.leaving import leave

MAX_FILE_BYTES = 60_000_000
"""More is not even read; the loader refuses far less, with a problem of its own."""


def read_bytes(path: Path, *, most: int = MAX_FILE_BYTES) -> bytes:
    """At most so many of the file's bytes. Leaves with exit code 2 when it cannot be read."""
    try:
        return read_some(path, most=most)
    except OSError as error:
        leave(
            say(nl=f"{path} kan niet gelezen worden", en=f"{path} cannot be read")
            + f" ({reason(error)})",
            say(nl="kijk de naam en de rechten na", en="check the name and the permissions"),
        )


def read_some(path: Path, *, most: int = MAX_FILE_BYTES) -> bytes:
    """At most so many of the file's bytes; an `OSError` goes up."""
    with path.open("rb") as file:
        return file.read(most)


def write_bytes(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all. Leaves with exit code 2 when that fails.

    A pipe or a device (`/dev/stdout`) is written to; it cannot be replaced.
    """
    # a link stays a link: what it points at is replaced
    goal = path.resolve() if path.is_symlink() else path
    partial = goal.with_name(f".{goal.name}.{os.getpid()}.partial")
    try:
        if goal.exists() and not goal.is_file():
            goal.write_bytes(content)
            return
        try:
            partial.write_bytes(content)
            partial.replace(goal)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        leave(
            say(nl=f"{path} kan niet geschreven worden", en=f"{path} cannot be written")
            + f" ({reason(error)})",
            say(
                nl="kies een map die bestaat en waarin je mag schrijven",
                en="choose a folder that exists and that you may write in",
            ),
        )


def make_folder(path: Path) -> None:
    """Makes a folder with those above it. Leaves with exit code 2 when that fails."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        leave(
            say(nl=f"de map {path} lukt niet", en=f"the folder {path} cannot be made")
            + f" ({reason(error)})",
            say(nl="kies een andere map", en="choose another folder"),
        )


def reason(error: OSError) -> str:
    """Why the system refused, in the reader's language where it is a usual reason."""
    for kind, nl, en in (
        (FileNotFoundError, "dat is er niet", "it is not there"),
        (PermissionError, "dat mag je niet", "you may not"),
        (IsADirectoryError, "dat is een map", "it is a folder"),
        (NotADirectoryError, "een deel van het pad is geen map", "a part of the path is no folder"),
        (FileExistsError, "daar staat al een bestand", "there is a file already"),
    ):
        if isinstance(error, kind):
            return say(nl=nl, en=en)
    return error.strerror or type(error).__name__
