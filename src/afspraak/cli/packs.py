"""The compiled protocol, from the cache when the file has not changed.

A cached check imports neither the YAML nor the validation library. The cache holds confidential
terms in the clear, as the protocol file does: only its owner can read it.
"""

import hashlib
import os
from pathlib import Path

from afspraak import __version__
from afspraak.engine import pack

PROTOCOL_NAMES = ("protocol.yaml", "protocol.yml")


def nearest() -> Path | None:
    """The protocol of this folder or of the nearest one above it."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in PROTOCOL_NAMES:
            if (folder / name).is_file():
                return folder / name
    return None


def compiled(path: Path) -> pack.Pack:
    """The pack of the protocol at `path`. Leaves with exit code 2 when there are problems."""
    from afspraak.cli import reading

    content = reading.read_bytes(path)
    cached = _cache_folder() / f"{_key(content)}.json"
    try:
        return pack.read(cached.read_bytes())
    except (OSError, ValueError):
        made = reading.compile_or_leave(reading.load_or_leave(content, path))
    _keep(cached, made.content)
    return made


def _key(content: bytes) -> str:
    """Names the pack by the file's bytes, the version and the age of the engine's own files."""
    package = Path(__file__).parents[1]
    newest = max(
        entry.stat().st_mtime_ns
        for folder in (package / "engine", package / "engine" / "kinds", package / "protocol")
        for entry in os.scandir(folder)
    )
    seed = f"{__version__} {newest} ".encode()
    return hashlib.sha256(seed + content).hexdigest()


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "afspraak"


def _keep(target: Path, content: bytes) -> None:
    """Writes the cache; a place where nothing can be written costs only time."""
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = target.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as f:
            f.write(content)
        partial.replace(target)
    except OSError:
        return
