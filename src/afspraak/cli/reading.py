"""Protocol files from disk: read, loaded and compiled, or what is wrong with them on stderr."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Never

import click

from afspraak.cli import options
from afspraak.cli.language import lang, say
from afspraak.diagnostics import Diagnostic, formats
from afspraak.engine import compiler, kinds, networks
from afspraak.engine.pack import Pack
from afspraak.protocol import loader
from afspraak.protocol.loader import LoadResult
from afspraak.protocol.problems import UnableToLoad, problem

MAX_FILE_BYTES = 60_000_000
"""More is not even read; the loader refuses far less, with a problem of its own."""


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Leaves with exit code 2 when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES)
    except OSError as error:
        options.leave(
            say(nl=f"{path} kan niet gelezen worden", en=f"{path} cannot be read")
            + f" ({error.strerror})",
            say(nl="kijk de naam en de rechten na", en="check the name and the permissions"),
        )


def write_bytes(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all. Leaves with exit code 2 when that fails."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        options.leave(
            say(nl=f"{path} kan niet geschreven worden", en=f"{path} cannot be written")
            + f" ({error.strerror})",
            say(
                nl="kies een map die bestaat en waarin je mag schrijven",
                en="choose a folder that exists and that you may write in",
            ),
        )


def load_or_leave(content: bytes, path: Path, *, form: str = "text") -> LoadResult:
    """The protocol with its places. Leaves with exit code 2 and every problem when it cannot be."""
    try:
        return loader.load_result(
            content,
            file=str(path),
            kinds=kinds.options_of_kinds(),
            networks=networks.names(),
        )
    except UnableToLoad as unable:
        leave_with(unable.diagnostics, {str(path): content}, form=form)


def compile_or_leave(loaded: LoadResult, *, form: str = "text") -> Pack:
    """The pack of a loaded protocol. Leaves with exit code 2 when rules cannot be compiled."""
    try:
        return compiler.compile_pack(loaded.protocol)
    except compiler.UnableToCompileProtocol as unable:
        diagnostics = [
            problem("P059", loaded.places.of(path), reason=text) for path, text in unable.problems
        ]
        file = diagnostics[0].place.file
        leave_with(diagnostics, {file: read_bytes(Path(file))}, form=form)


def show(
    diagnostics: Sequence[Diagnostic], contents: dict[str, bytes], *, form: str, to_stderr: bool
) -> None:
    """Prints diagnostics in a form, with the lines they are about."""
    sources = {name: content.decode("utf-8", "replace") for name, content in contents.items()}
    stream = sys.stderr if to_stderr else sys.stdout
    text = formats.render(
        form, diagnostics, sources=sources, lang=lang(), colour=options.colour(stream)
    )
    click.echo(text.rstrip("\n"), file=stream)


def leave_with(
    diagnostics: Sequence[Diagnostic], contents: dict[str, bytes], *, form: str
) -> Never:
    """Prints the problems and leaves with exit code 2."""
    show(diagnostics, contents, form=form, to_stderr=form == "text")
    if form == "text":
        count = sum(each.level == "error" for each in diagnostics)
        click.echo(
            say(
                nl=f"\n{count} fout{'en' if count != 1 else ''}; `afspraak explain CODE` legt uit",
                en=f"\n{count} problem{'s' if count != 1 else ''}; "
                "`afspraak explain CODE` tells more",
            ),
            err=True,
        )
    sys.exit(2)
