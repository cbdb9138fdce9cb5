"""The `afspraak` command. Each verb is a file in `verbs/`, imported only when it is asked for."""

import sys


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    try:
        from afspraak.cli import running

        running.run(sys.argv[1:])
    except KeyboardInterrupt:
        # what a shell expects after Ctrl-C
        sys.exit(130)
