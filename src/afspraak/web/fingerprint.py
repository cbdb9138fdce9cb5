"""One fingerprint of all static files, which is part of their address.

An upgrade gives every file a new address at once: a module never meets an older one it imports,
browsers may keep files for ever, and no file has to be rewritten for it.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

ENGINE = Path(__file__).parents[1] / "engine" / "browser"
LENGTH = 12
_OTHERS = ("django", "django-allauth")


@cache
def of_static_files() -> str:
    """The fingerprint of our own files and of the versions of those that bring files along."""
    folders = (ENGINE, *sorted(Path(__file__).parent.glob("*/static")))
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    digest = hashlib.sha256(" ".join(map(version, _OTHERS)).encode())
    for path in files:
        digest.update(f"\n{path.relative_to(ENGINE.parents[1])}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:LENGTH]
