"""Protocol files from disk: read, loaded and compiled, or what is wrong with them on stderr."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Never

import click

from afspraak.cli import disk, terminal
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import WRONG
from afspraak.diagnostics import Diagnostic, Place, formats
from afspraak.engine import compiler, kinds, networks
from afspraak.engine.pack import Pack
from afspraak.protocol import loader
from afspraak.protocol.loader import LoadResult
from afspraak.protocol.problems import UnableToLoad, problem


@dataclass(frozen=True, slots=True)
class Source:
    """A protocol file as it was read, and the form in which its problems are shown."""

    path: Path
    content: bytes
    form: str = "text"

    @property
    def texts(self) -> Mapping[str, str]:
        """The file's lines, for messages about it."""
        return {str(self.path): self.content.decode("utf-8-sig", "replace")}


def read_or_leave(path: Path, *, form: str = "text") -> Source:
    """The file's bytes. Leaves with exit code 2 and problem P001 when it cannot be read."""
    try:
        return Source(path, disk.read_some(path), form)
    except OSError as error:
        leave_unreadable(path, error, form=form)


def leave_unreadable(path: Path, error: OSError, *, form: str = "text") -> Never:
    """Says that the protocol cannot be read, and leaves with exit code 2."""
    place = Place(str(path), 1, 1, 1, 1)
    leave_with([problem("P001", place, reason=disk.reason(error))], Source(path, b"", form))


def load_or_leave(source: Source) -> LoadResult:
    """The protocol with its places. Leaves with exit code 2 and every problem when it cannot be."""
    try:
        return loader.load_result(
            source.content,
            file=str(source.path),
            kinds=kinds.options_of_kinds(),
            networks=networks.names(),
        )
    except UnableToLoad as unable:
        leave_with(unable.diagnostics, source)


def compile_or_leave(loaded: LoadResult, source: Source) -> Pack:
    """The pack of a loaded protocol. Leaves with exit code 2 when rules cannot be compiled."""
    try:
        return compiler.compile_pack(loaded.protocol)
    except compiler.UnableToCompileProtocol as unable:
        refused = []
        for path, reason in unable.problems:
            _, clause, _, rule, *_ = path
            about = loaded.protocol.clauses[int(clause)].rules[int(rule)]
            place = loaded.places.of(path)
            refused.append(problem("P056", place, rule=about.id, kind=about.kind, reason=reason))
        leave_with(refused, source)


def show(diagnostics: Sequence[Diagnostic], source: Source, *, to_stderr: bool) -> None:
    """Prints diagnostics in the form asked for, with the lines they are about."""
    stream = sys.stderr if to_stderr else sys.stdout
    text = formats.renderer(source.form)(
        diagnostics,
        sources=source.texts,
        lang=lang(),
        colour=source.form == "text" and terminal.colour(stream),
        width=terminal.width(stream),
    )
    if source.form == "text":
        terminal.show(text.rstrip("\n"), stream)
    else:
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False, err=to_stderr)


def leave_with(diagnostics: Sequence[Diagnostic], source: Source) -> Never:
    """Prints the problems and leaves with exit code 2."""
    show(diagnostics, source, to_stderr=source.form == "text")
    if source.form == "text":
        count = sum(each.level == "error" for each in diagnostics)
        code = diagnostics[0].code
        click.echo(
            say(
                nl=f"\n{count} fout{'en' if count != 1 else ''}; "
                f"`afspraak explain {code}` legt uit",
                en=f"\n{count} problem{'s' if count != 1 else ''}; "
                f"`afspraak explain {code}` tells more",
            ),
            err=True,
        )
    sys.exit(WRONG)
