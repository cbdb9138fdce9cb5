"""Everything there is to say about a draft, each remark with the part of the file it is about."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from afspraak.diagnostics import Diagnostic
from afspraak.protocol import editing
from afspraak.protocol.model import Protocol
from afspraak.protocol.problems import UnableToLoad
from afspraak.web.editions import judging

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A remark, and the path of what it is about; an empty path for the file as a whole."""

    about: Diagnostic
    path: Path


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in a draft. `protocol` is there when the file can be read."""

    said: tuple[Said, ...]
    protocol: Protocol | None
    failing: frozenset[Path]
    """The paths of examples that do not hold."""

    @property
    def blocking(self) -> int:
        """How many remarks keep it from being offered."""
        return sum(each.about.level == "error" for each in self.said)

    def within(self, *path: str | int) -> tuple[Said, ...]:
        """What is said of the part at `path` and of all inside it."""
        return tuple(each for each in self.said if each.path[: len(path)] == path)

    def elsewhere(self) -> tuple[Said, ...]:
        """What is said of no clause."""
        return tuple(each for each in self.said if each.path[:1] != ("clauses",))


@lru_cache(maxsize=16)
def judged(source: bytes, today: dt.date) -> Judged:
    """What there is to say about `source` on a day; the same file is judged once."""
    protocol: Protocol | None = None
    found: Sequence[Diagnostic]
    try:
        judgement = judging.judge(source, today)
    except UnableToLoad as unable:
        found = unable.diagnostics
    else:
        found, protocol = judgement.diagnostics, judgement.protocol
    text = source.decode("utf-8-sig", "replace")
    places = [(each.place.line, each.place.column) for each in found]
    paths = editing.paths_at(text, places)
    said = tuple(Said(each, path) for each, path in zip(found, paths, strict=True))
    failing = {each.path for each in said if each.about.code == judging.EXAMPLE}
    return Judged(said, protocol, frozenset(failing))
