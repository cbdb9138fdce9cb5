"""The rule pack: what a protocol is compiled to, and what every executor runs.

Canonical JSON (sorted keys, no spaces, ASCII) with a content hash: the same protocol gives the
same bytes on every machine. Dates are ISO texts, absent keys mean "all" or "none".
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NotRequired, TypedDict

from afspraak.diagnostics import Text
from afspraak.engine import collector
from afspraak.engine.post import PostAs
from afspraak.engine.tables import Tables

FORMAT = 1


class PackPattern(TypedDict):
    """A `Pattern` of `engine/rule.py`."""

    regex: str
    left: NotRequired[str]
    right: NotRequired[str]
    check: NotRequired[str]
    only: NotRequired[list[str]]
    exempt: NotRequired[list[str]]
    strings: NotRequired[list[str]]
    digits: NotRequired[int]
    row: NotRequired[int]


class PackExact(TypedDict):
    """Spellings, gaps taken out, of which the original must be one."""

    mode: Literal["case", "accents", "both"]
    forms: list[str]


class PackHashes(TypedDict):
    """Hashes of folded words in a row, joined by a space: `words` at most in one hash."""

    salt: str
    words: int
    hashes: list[str]


class PackSet(TypedDict, total=False):
    """A `WordSet`: folded phrases by the way they match, pattern numbers, or hashes."""

    word: list[str]
    start: list[str]
    anywhere: list[str]
    patterns: list[int]
    exact: PackExact
    hashed: PackHashes


class PackCondition(TypedDict):
    """A `Condition`; `set` is a number in the pack's sets."""

    set: int
    where: str
    within: NotRequired[int]
    absent: NotRequired[bool]


class PackPart(TypedDict):
    """A `Part`; either `set` or `measure` is there."""

    name: str
    set: NotRequired[int]
    measure: NotRequired[str]
    amount: NotRequired[int]
    when: NotRequired[list[PackCondition]]
    severity: NotRequired[str]
    first: NotRequired[bool]
    secret: NotRequired[bool]
    what: NotRequired[Text]
    message: NotRequired[Text]
    advice: NotRequired[Text]


class PackClock(TypedDict, total=False):
    """A `Clock`; dates as YYYY-MM-DD."""

    first: str
    last: str
    weekdays: list[int]
    minutes: list[int]


PackRule = TypedDict(
    "PackRule",
    {
        "id": str,
        "kind": str,
        "clause": str,
        "severity": str,
        "as": NotRequired[list[PostAs]],
        "networks": NotRequired[list[str]],
        "until": NotRequired[str],
        "clocks": NotRequired[list[PackClock]],
        "message": NotRequired[Text],
        "advice": NotRequired[Text],
        "parts": list[PackPart],
        "silences": NotRequired[list[str]],
        "writer": NotRequired[bool],
    },
)


class PackKind(TypedDict):
    """What a kind says when the rule says nothing itself."""

    message: Text
    advice: Text
    certainty: str


class PackProtocol(TypedDict):
    """Which protocol the pack was made from."""

    name: str
    edition: str
    hash: str
    text_hash: str
    languages: list[str]


class PackData(TypedDict):
    """The whole pack as JSON."""

    format: int
    protocol: PackProtocol
    timezone: str
    tables: Tables
    patterns: list[PackPattern]
    sets: list[PackSet]
    rules: list[PackRule]
    kinds: dict[str, PackKind]
    clauses: dict[str, Text]
    account: dict[str, object]
    page: NotRequired[bool]
    facts: NotRequired[dict[str, object]]


@dataclass(frozen=True)
class Pack:
    """A compiled protocol."""

    data: PackData

    @cached_property
    def content(self) -> bytes:
        """The canonical bytes."""
        return json.dumps(
            self.data, ensure_ascii=True, sort_keys=True, separators=(",", ":")
        ).encode("ascii")

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the canonical bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def read(content: bytes) -> Pack:
    """The pack that was written as `content`.

    Raises ValueError when it is not a pack of this format.
    """
    try:
        with collector.paused():
            data: PackData = json.loads(content)
    except RecursionError:
        raise ValueError("nested more deeply than a rule pack") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError("not a rule pack of format 1")
    return Pack(data)
