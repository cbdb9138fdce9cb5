"""The `afspraak` command. Each verb is a file in `verbs/`, imported only when it is asked for."""

import sys


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    from afspraak.cli import language

    language.choose(sys.argv[1:])
    from afspraak.cli.program import program

    program(prog_name="afspraak")
