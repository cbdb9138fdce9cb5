"""What each network allows: the one home of these numbers is `networks.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

# importlib.resources would cost every check a tenth of its start
_FILE = Path(__file__).with_name("networks.toml")

Unit = Literal["points", "utf16", "utf8", "graphemes", "weighted", "emoji-bytes"]


@dataclass(frozen=True, slots=True)
class Network:
    """A network's limits; `None` where it publishes none. `link` is what any link counts."""

    label: str
    limit: int
    unit: Unit
    link: int | None = None
    mentions: Literal["whole", "local"] = "whole"
    hashtags: int | None = None
    alt: int | None = None


@cache
def all_networks() -> Mapping[str, Network]:
    """Every network by the name it has in a protocol."""
    text = _FILE.read_text("utf-8")
    return {name: Network(**values) for name, values in tomllib.loads(text).items()}


def names() -> tuple[str, ...]:
    """The names a protocol may use, in alphabetical order."""
    return tuple(sorted(all_networks()))
