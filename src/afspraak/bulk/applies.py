"""Which rows a rule is about: whose post, which network, what time. All rows at once."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from afspraak.bulk.facts import Facts
from afspraak.bulk.folding import Places
from afspraak.engine import clocks
from afspraak.engine.pack import PackRule
from afspraak.engine.post import PostAs

Mask: TypeAlias = NDArray[np.bool_]
_ASSUMED: PostAs = "affiliated"


class _Column:
    """A fact for each row, or one for all: what differs is looked at once."""

    def __init__(self, given: Any, size: int) -> None:
        self._codes = np.zeros(size, np.int64)
        self.values: list[Any] = [given]
        if isinstance(given, pa.Array | pa.ChunkedArray):
            encoded = pc.dictionary_encode(given, null_encoding="encode")
            encoded = encoded.combine_chunks() if isinstance(given, pa.ChunkedArray) else encoded
            self.values = encoded.dictionary.to_pylist()
            self._codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)

    def where(self, holds: Callable[[Any], bool]) -> Mask:
        """The rows whose value it holds for."""
        return np.array([holds(each) for each in self.values], np.bool_)[self._codes]

    def value(self, row: int) -> Any:
        """The value of a row."""
        return self.values[self._codes[row]]


class Applies:
    """The facts of a chunk of rows, asked of by rules."""

    def __init__(
        self, rules: Sequence[PackRule], facts: Facts, size: int, now: dt.datetime, zone: ZoneInfo
    ) -> None:
        self._rules = rules
        self._as = _Column(facts.as_, size)
        self._network = _Column(facts.network, size)
        self._at = _Column(facts.at, size)
        self._now, self._zone = now, zone
        self._masks: dict[int, Mask | None] = {}

    def to(self, rule: int, rows: Places) -> Mask:
        """Which of these rows the rule is about."""
        if rule not in self._masks:
            self._masks[rule] = self._mask(self._rules[rule])
        mask = self._masks[rule]
        return np.ones(len(rows), np.bool_) if mask is None else mask[rows]

    def said(self, row: int) -> tuple[PostAs, str | None]:
        """Whose post a row is, and on which network."""
        return self._as.value(row) or _ASSUMED, self._network.value(row)

    def _mask(self, rule: PackRule) -> Mask | None:
        """The rows that every restriction of a rule lets through; None without restrictions."""
        masks: list[Mask] = []
        if "as" in rule:
            whose = rule["as"]
            masks.append(self._as.where(lambda value: (value or _ASSUMED) in whose))
        if "networks" in rule:
            networks = rule["networks"]
            masks.append(self._network.where(lambda value: value is None or value in networks))
        if "until" in rule:
            until = rule["until"]
            masks.append(self._at.where(lambda at: self._local(at).date().isoformat() < until))
        if "clocks" in rule:
            ticking = rule["clocks"]
            masks.append(
                self._at.where(
                    lambda at: any(clocks.holds(clock, self._local(at)) for clock in ticking)
                )
            )
        return np.logical_and.reduce(masks) if masks else None

    def _local(self, at: dt.datetime | None) -> dt.datetime:
        return clocks.local(at or self._now, self._zone)
