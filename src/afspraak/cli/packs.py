"""The compiled protocol, from the cache when the file has not changed.

A cached check imports neither the YAML nor the validation library. The cache holds confidential
terms in the clear, as the protocol file does: only its owner can read it, one pack is kept a
protocol, and what was not made anew for a month goes.
"""

import contextlib
import hashlib
import os
import time
from pathlib import Path

from afspraak import __version__
from afspraak.cli import disk
from afspraak.engine import pack

KEPT_SECONDS = 30 * 24 * 60 * 60


def compiled(path: Path) -> pack.Pack:
    """The pack of the protocol at `path`. Leaves with exit code 2 when there are problems."""
    try:
        content = disk.read_some(path)
    except OSError as error:
        from afspraak.cli import reading

        reading.leave_unreadable(path, error)
    key = _key(content)
    cached = _cached(path)
    if made := _known(cached, key):
        return made
    from afspraak.cli import reading

    source = reading.Source(path, content)
    made = reading.compile_or_leave(reading.load_or_leave(source), source)
    if cached:
        # a place where nothing can be written costs only time
        with contextlib.suppress(OSError):
            _keep(cached, key + b"\n" + made.content)
    return made


def _known(cached: Path | None, key: bytes) -> pack.Pack | None:
    """The pack that was kept, if it was made from just this file by just this program."""
    if cached is None:
        return None
    try:
        head, _, content = cached.read_bytes().partition(b"\n")
        return pack.read(content) if head == key else None
    except (OSError, ValueError):
        return None


def _key(content: bytes) -> bytes:
    """What a pack was made from: the file's bytes, the version and the engine's own files."""
    package = Path(__file__).parents[1]
    newest = max(map(_newest, (package / "engine", package / "protocol")))
    seed = f"{__version__} {newest} ".encode()
    return hashlib.sha256(seed + content).hexdigest().encode()


def _newest(folder: Path | str) -> int:
    """When the youngest file of a folder, or of those in it, was changed."""
    with os.scandir(folder) as entries:
        return max(
            (
                _newest(entry.path) if entry.is_dir() else entry.stat().st_mtime_ns
                for entry in entries
                if entry.name != "__pycache__"
            ),
            default=0,
        )


def _cached(path: Path) -> Path | None:
    """Where the pack of this protocol is kept; None on a machine without a home."""
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        where = os.fsencode(path.absolute())
    except (OSError, RuntimeError):
        return None
    return base / "afspraak" / f"{hashlib.sha256(where).hexdigest()}.pack"


def _keep(target: Path, content: bytes) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = target.with_suffix(f".{os.getpid()}")
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as f:
            f.write(content)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    for entry in target.parent.iterdir():
        if time.time() - entry.stat().st_mtime > KEPT_SECONDS:
            entry.unlink(missing_ok=True)
