"""The scripts of the page: it may fetch nothing, so its pack is a module as well."""

import hashlib
import json
import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders

from afspraak.engine.facts import counting
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


def module_of(edition: EditionRow) -> Module:
    """The module that exports the edition's pack, with the tables to count by."""
    return _module(editions.page_pack_of(edition))


@lru_cache(maxsize=KEPT)
def _module(page_pack: bytes) -> Module:
    pack = json.loads(page_pack)
    pack["facts"] = counting() | pack["facts"]
    content = as_script(pack)
    return Module(hashlib.sha256(content).hexdigest()[:HASH_CHARS], content)


def as_script(value: object) -> bytes:
    """A module with `value` as its default export.

    A text that is parsed loads sooner than the same as an object of JavaScript. The JSON is ASCII:
    no line separator stands in it as itself, and only quotes and backslashes mean something else.
    """
    text = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"export default JSON.parse('{quoted}');\n".encode("ascii")


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
