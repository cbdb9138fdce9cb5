"""Lets the command line speak in one language: `speak.py LANG FOLDER`, command lines on stdin.

A process a language, since the command line makes its texts when it is imported. Gives JSON: the
help of every verb by its name, and what each command line prints.
"""

import json
import os
import shlex
import sys
from collections.abc import Iterator

import click
from click.testing import CliRunner

from afspraak.cli import language

WIDTH = 80


def main() -> None:
    """Speaks as asked, in the folder that the examples stand in."""
    lang, folder = sys.argv[1:]
    lines = json.load(sys.stdin)
    os.environ["COLUMNS"] = str(WIDTH)
    os.chdir(folder)
    language.choose(["--lang", lang])
    from afspraak.cli.program import program  # noqa: PLC0415 - after the choice of language

    helps = {name: _help(name, command) for name, command in _all("afspraak", program)}
    runs = {line: _run(program, line) for line in lines}
    print(json.dumps({"help": helps, "runs": runs}))


def _all(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for each in command.list_commands(context):
            inner = command.get_command(context, each)
            if inner is not None:
                yield from _all(f"{name} {each}", inner)


def _help(name: str, command: click.Command) -> str:
    with click.Context(command, info_name=name, max_content_width=WIDTH) as context:
        return command.get_help(context)


def _run(program: click.Command, line: str) -> str:
    done = CliRunner().invoke(program, shlex.split(line)[1:], prog_name="afspraak")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


main()
