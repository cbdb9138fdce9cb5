"""The scripts of the page: it may fetch nothing, so its pack is a module as well."""

import gzip
import hashlib
import json
import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders

from afspraak.web.checks.script import pack_script
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow

HASH_CHARS = 24
KEPT = 4
"""How many modules a process keeps: of the edition in force, and of those just before it."""


@dataclass(frozen=True, slots=True)
class Module:
    """A script whose address follows from its content, so that it can be kept for ever."""

    hash: str
    content: bytes
    zipped: bytes


def module_of(edition: EditionRow) -> Module:
    """The module that exports the edition's pack, with the tables to count by."""
    return _module(editions.page_pack_of(edition))


@lru_cache(maxsize=KEPT)
def _module(page_pack: bytes) -> Module:
    content = pack_script(json.loads(page_pack))
    name = hashlib.sha256(content).hexdigest()[:HASH_CHARS]
    return Module(name, content, gzip.compress(content, mtime=0))


@cache
def scripts_behind(entry: str) -> Sequence[str]:
    """Every script that a script loads, itself included, by its name among the static files."""
    names, seen = [entry], dict[str, None]()
    while names:
        name = names.pop()
        if name in seen:
            continue
        seen[name] = None
        path = finders.find(name)
        source = Path(path).read_text("utf-8") if path else ""
        folder = posixpath.dirname(name)
        names += [
            posixpath.normpath(posixpath.join(folder, each)) for each in _IMPORT.findall(source)
        ]
    return tuple(sorted(seen))


_IMPORT = re.compile(r'^(?:import|export)\b[^;]*?from "(\.[^"]+)"', re.MULTILINE)
