"""Packs from their files, and when and for whom they are used."""

import datetime as dt
from pathlib import Path

from afspraak.engine import pack as packs
from afspraak.engine.pack import Pack

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
NAME = "Bakkerij Jansen"


def read(path: str) -> Pack:
    """The pack in a file."""
    return packs.read(Path(path).read_bytes())
