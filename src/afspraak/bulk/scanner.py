"""Hyperscan: one search of a whole buffer for all literals, or for all candidate patterns.

A compiled database is kept on disk by what it was compiled from and by the library's version: it
is a cache of this machine, never shipped. It holds confidential terms, so only its owner reads it.
"""

import contextlib
import hashlib
import os
import platform
import threading
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from afspraak.bulk.folding import Places

try:
    import hyperscan
except ImportError:  # no wheel for this machine: the draft executor does the column
    hyperscan = None  # type: ignore[assignment]

IS_THERE = hyperscan is not None
_NOTHING = np.zeros(0, np.int64)


class Database:
    """Expressions that a buffer is searched for at once; any thread may search."""

    def __init__(
        self, expressions: Sequence[bytes], *, literal: bool, cache: Path | None = None
    ) -> None:
        self.expressions = expressions
        self._local = threading.local()
        self._database = _known(expressions, cache, literal=literal) if expressions else None

    def search(self, content: bytes) -> tuple[Places, Places]:
        """The numbers of the expressions found, and where each ends, in bytes."""
        if self._database is None or not content:
            return _NOTHING, _NOTHING
        found: list[int] = []
        keep = found.append

        def take(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            keep(number)
            keep(end)

        self._database.scan(content, match_event_handler=take, scratch=self._scratch())
        pairs = np.array(found, np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]

    def _scratch(self) -> Any:
        """This thread's own working space: two searches at a time must not share one."""
        if not hasattr(self._local, "scratch"):
            self._local.scratch = hyperscan.Scratch(self._database)
        return self._local.scratch


def default_cache() -> Path | None:
    """Where databases are kept: with the compiled protocols. None on a machine without a home."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "afspraak"
    except RuntimeError:
        return None


def _known(expressions: Sequence[bytes], cache: Path | None, *, literal: bool) -> Any:
    """The database, from the cache when it was compiled here before."""
    if cache is None:
        return _compiled(expressions, literal=literal)
    seed = (
        f"{version('hyperscan')} {platform.machine()} {literal} "
        f"{' '.join(str(len(each)) for each in expressions)} "
    )
    name = hashlib.sha256(seed.encode() + b"".join(expressions)).hexdigest()
    kept = cache / f"{name}.hyperscan"
    with contextlib.suppress(OSError, hyperscan.error):
        database = hyperscan.loadb(kept.read_bytes(), hyperscan.HS_MODE_BLOCK)
        hyperscan.Scratch(database)  # refuses a database of another sort of processor
        return database
    database = _compiled(expressions, literal=literal)
    # a place where nothing can be written costs only time
    with contextlib.suppress(OSError):
        _keep(kept, hyperscan.dumpb(database))
    return database


def _compiled(expressions: Sequence[bytes], *, literal: bool) -> Any:
    flags = hyperscan.HS_FLAG_CASELESS | (0 if literal else hyperscan.HS_FLAG_DOTALL)
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=list(expressions),
        ids=list(range(len(expressions))),
        elements=len(expressions),
        flags=flags,
        literal=literal,
    )
    return database


def _keep(target: Path, content: bytes) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = target.with_suffix(f".{os.getpid()}")
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as f:
            f.write(content)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
