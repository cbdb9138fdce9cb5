"""What can be told of a protocol file that may still have problems."""

import re
from dataclasses import dataclass
from functools import lru_cache

from afspraak.engine import kinds, networks
from afspraak.protocol import loader
from afspraak.protocol.model import Protocol
from afspraak.protocol.problems import UnableToLoad
from afspraak.protocol.text_hash import text_hash

_NUMBER = re.compile(
    r"""^edition:.*\n(?:\s.*\n|\n)*?\s+number:\s*["']?([^"'#\n]+?)["']?\s*(?:#|$)""", re.M
)
_MAX_NUMBER = 400


@dataclass(frozen=True, slots=True)
class Told:
    """The number of a file, and the hash of what people would read; empty when unreadable."""

    number: str
    text_hash: str
    protocol: Protocol | None


@lru_cache(maxsize=16)
def told(source: bytes) -> Told:
    """What `source` says about itself, also when it has problems."""
    try:
        protocol = loader.load(source, kinds=kinds.options_of_kinds(), networks=networks.names())
    except UnableToLoad:
        found = _NUMBER.search(source.decode("utf-8-sig", "replace"))
        number = "".join(filter(str.isprintable, found[1])) if found else ""
        return Told(number.strip()[:_MAX_NUMBER], "", None)
    return Told(protocol.edition.number, text_hash(protocol), protocol)
