"""The checker of columns as the command line makes it: with a cache, and with a word when slow."""

import click

from afspraak.bulk import scanner
from afspraak.bulk.column import ColumnChecker
from afspraak.cli.language import say
from afspraak.engine.pack import Pack


def checker(pack: Pack) -> ColumnChecker:
    """The checker of a pack; what Hyperscan compiles is kept beside the compiled protocols."""
    made = ColumnChecker(pack, cache=scanner.default_cache())
    if not made.is_fast:
        click.echo(
            say(
                nl="Hyperscan is er niet op deze computer; het gaat ook zo, vele malen langzamer.",
                en="Hyperscan is not on this computer; it works without, many times slower.",
            ),
            err=True,
        )
    return made
