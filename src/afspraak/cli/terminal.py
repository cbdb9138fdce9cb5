"""What the place a text goes to can show: colour and width, on a terminal only."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from afspraak.cli import language
from afspraak.diagnostics.display import columns_of

PLAIN_WIDTH = 80
MIN_WIDTH, MAX_WIDTH = 40, 100

# The margin of a line that may be folded: "  = help: " of a message, or the indent of prose.
_MARGIN = re.compile(r"(?:\x1b\[[\d;]*m)*\s*(?:(?:\x1b\[[\d;]*m)*=(?:\x1b\[[\d;]*m)* \w+: )?")
# Lines of the reader's own text and of places stay as they are.
_AS_IT_IS = re.compile(r"\s*(\x1b\[[\d;]*m)*(\d* *(\x1b\[[\d;]*m)*\||-->|\d+ *(\x1b\[[\d;]*m)*\|)")


def colour(stream: TextIO) -> bool:
    """Whether colour may be used: on a terminal, unless NO_COLOR says otherwise."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def width(stream: TextIO) -> int:
    """The columns there are: the terminal's, within reason; 80 in a file or a pipe."""
    if not stream.isatty():
        return PLAIN_WIDTH
    said = os.environ.get("COLUMNS", "")
    try:
        columns = int(said) if said.isdecimal() else os.get_terminal_size(stream.fileno()).columns
    except OSError:
        columns = PLAIN_WIDTH
    return max(MIN_WIDTH, min(columns or PLAIN_WIDTH, MAX_WIDTH))


def show(text: str, stream: TextIO | None = None, *, fold: bool | None = None) -> None:
    """Prints a text, folded between words on a terminal (or when `fold` says so), with colour."""
    stream = sys.stdout if stream is None else stream
    if stream.isatty() if fold is None else fold:
        text = folded(text, width(stream))
    click.echo(text, file=stream, color=colour(stream))


@contextmanager
def working(what: str) -> Iterator[None]:
    """Shows on a terminal that something is being made, for as long as it takes."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def typed(*words: str | Path) -> str:
    """A command of this program as the reader can type it here."""
    import shlex
    import shutil

    called = Path(sys.argv[0])
    if called.name not in {"afspraak", "afspraak.exe"}:
        program = [Path(sys.executable).name, "-m", "afspraak"]
    elif shutil.which("afspraak") == str(called.absolute()):
        program = ["afspraak"]
    else:
        near = os.path.relpath(called)
        program = [str(called) if near.startswith("..") else near]
    said = ["--lang", language.said_as_option()] if language.said_as_option() else []
    return shlex.join([*program, *map(str, words), *said])


def step(what: str, *words: str | Path) -> str:
    """A command to type next, under what it is for."""
    return f"\n  {click.style(f'{what}:', dim=True)}\n  {typed(*words)}"


def folded(text: str, columns: int) -> str:
    """The text with long lines folded between words, under the start of what they say."""
    return "\n".join(
        line if _AS_IT_IS.match(line) else _fold(line, columns) for line in text.split("\n")
    )


def _fold(line: str, columns: int) -> str:
    if columns_of(click.unstyle(line)) <= columns:
        return line
    margin = _MARGIN.match(line)
    start = margin.group() if margin else ""
    indent = " " * columns_of(click.unstyle(start))
    rows: list[str] = []
    row, used = start, len(indent)
    for word in line[len(start) :].split(" "):
        wide = columns_of(click.unstyle(word))
        if used + wide > columns and click.unstyle(row).strip():
            rows.append(row.rstrip(" "))
            row, used = indent, len(indent)
        row += f"{word} "
        used += wide + 1
    return "\n".join([*rows, row.rstrip(" ")])
