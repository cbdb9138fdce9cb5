"""How the program leaves when it was not understood: what is wrong, and the way out."""

import sys
from typing import Never

import click

from afspraak.cli.language import say

WRONG = 2
"""The exit code when the command or the protocol is wrong."""


def leave(problem: str, way_out: str) -> Never:
    """Says what is wrong with the command and what to do, and leaves with exit code 2."""
    click.echo(f"afspraak: {problem}", err=True)
    click.echo(f"  = {say(nl='hulp', en='help')}: {way_out}", err=True)
    sys.exit(WRONG)
