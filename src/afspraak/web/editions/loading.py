"""Reading a protocol file: who judges it, who shows it and who puts it in force share one reading.

Files are read in a strict and therefore slow way, and one is asked for a few times in a row.
"""

from functools import lru_cache

from afspraak.engine import kinds, networks
from afspraak.protocol import loader
from afspraak.protocol.loader import LoadResult


@lru_cache(maxsize=2)
def loaded(source: bytes) -> LoadResult:
    """What is in the file. Raises `UnableToLoad` with every problem when it cannot be read."""
    return loader.load_result(source, kinds=kinds.options_of_kinds(), networks=networks.names())
