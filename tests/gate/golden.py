"""The golden vectors: one small pack as it was once written, posts, and what must be found.

The pack lies without its tables and without what it knows of accounts: these are in the engine.
"""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from afspraak.engine import pack, tables
from afspraak.engine.pack import Pack
from afspraak.engine.post import Media, Post

FILE = Path(__file__).with_name("golden.json")
NOW = dt.datetime(2027, 3, 3, 9, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Vector:
    """A post and its findings: rule, start, end, what stands there."""

    post: Post
    found: tuple[tuple[str, int, int, str], ...]


def read() -> tuple[Pack, tuple[Vector, ...]]:
    """The pack and the vectors."""
    content = json.loads(FILE.read_text("utf-8"))
    whole = {**content["pack"], "tables": tables.load(), "account": {}}
    vectors = tuple(_vector(each) for each in content["vectors"])
    return pack.read(json.dumps(whole).encode()), vectors


def _vector(given: dict[str, Any]) -> Vector:
    post = Post(
        given["text"],
        as_=given.get("as", "affiliated"),
        network=given.get("network"),
        at=dt.datetime.fromisoformat(given["at"]) if "at" in given else None,
        media=tuple(Media(**each) for each in given.get("media", [])),
    )
    return Vector(post, tuple((rule, *rest) for rule, *rest in given["found"]))
