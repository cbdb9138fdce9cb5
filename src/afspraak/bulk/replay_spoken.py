"""Where the rules of a pack speak in a batch of posts, and how two packs differ in that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from afspraak.engine.findings import SEVERITY_ORDER

Numbers = npt.NDArray[np.int64]
BEFORE, AFTER, NEWLY, NO_LONGER, WEIGHS, MOVED = range(6)
"""The ways in which a pair of post and rule is counted, in the order of `replay.Tally`."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a pack's rules speak in a batch: findings by place, and the pairs of post and rule.

    A pair is one number, `row * rules + rule`. The findings of pair `i` are
    `starts[firsts[i]:firsts[i + 1]]`, its worst severity `worst[i]`.
    """

    rules: int
    keys: Numbers
    starts: Numbers
    ends: Numbers
    pairs: Numbers
    firsts: Numbers
    worst: Numbers

    @classmethod
    def of(cls, findings: pa.Table, number: Mapping[str, int]) -> "Spoken":
        """The findings of one check, with rules as `number` counts them."""
        rule = _numbered(findings["rule"], number)
        severity = _numbered(
            findings["severity"], {name: at for at, name in enumerate(SEVERITY_ORDER)}
        )
        row, start, end = (_integers(findings[name]) for name in ("row", "start", "end"))
        keys = row * len(number) + rule
        order = np.lexsort((end, start, keys))
        keys, start, end = keys[order], start[order], end[order]
        pairs, firsts = np.unique(keys, return_index=True)
        worst = np.maximum.reduceat(severity[order], firsts) if len(pairs) else firsts
        return cls(len(number), keys, start, end, pairs, np.append(firsts, len(keys)), worst)

    @property
    def counts(self) -> Numbers:
        """How many findings each pair has."""
        return np.diff(self.firsts)

    def counted(self, pairs: Numbers) -> Numbers:
        """How many of these pairs there are of each rule and worst severity."""
        counted = np.zeros((self.rules, len(SEVERITY_ORDER)), np.int64)
        if len(pairs):
            np.add.at(counted, (self.pairs[pairs] % self.rules, self.worst[pairs]), 1)
        return counted

    @property
    def posts(self) -> Numbers:
        """The rows in which any rule speaks."""
        return np.unique(self.pairs // max(self.rules, 1))


def compared(before: Spoken, after: Spoken) -> Iterator[tuple[int, Spoken, Numbers]]:
    """Each way two checks can differ, with the side to read it from and its pairs there."""
    _, old, new = np.intersect1d(before.pairs, after.pairs, assume_unique=True, return_indices=True)
    weighs = before.worst[old] != after.worst[new]
    shared = _shared(before, after)[new]
    elsewhere = (shared != before.counts[old]) | (shared != after.counts[new])
    yield BEFORE, before, np.arange(len(before.pairs))
    yield AFTER, after, np.arange(len(after.pairs))
    yield NEWLY, after, np.delete(np.arange(len(after.pairs)), new)
    yield NO_LONGER, before, np.delete(np.arange(len(before.pairs)), old)
    yield WEIGHS, after, new[weighs]
    yield MOVED, after, new[~weighs & elsewhere]


def touches(before: Spoken, after: Spoken) -> tuple[int, int, int, int, int]:
    """Posts in which a rule speaks: before, after, only after, only before, both but otherwise."""
    old, new = before.posts, after.posts
    both = np.intersect1d(old, new, assume_unique=True)
    differing = np.setxor1d(before.pairs, after.pairs, assume_unique=True)
    otherwise = np.isin(np.unique(differing // max(after.rules, 1)), both).sum()
    return len(old), len(new), len(new) - len(both), len(old) - len(both), int(otherwise)


def _shared(before: Spoken, after: Spoken) -> Numbers:
    """For each pair of `after`: how many of its findings stand in the same place in `before`."""
    columns = [
        np.concatenate(both)
        for both in (
            (before.ends, after.ends),
            (before.starts, after.starts),
            (before.keys, after.keys),
        )
    ]
    order = np.lexsort(columns)
    again = np.ones(max(len(order) - 1, 0), bool)
    for column in columns:
        again &= np.diff(column[order]) == 0
    keys = columns[-1][order][1:][again]
    return np.searchsorted(keys, after.pairs, "right") - np.searchsorted(keys, after.pairs)


def _integers(column: pa.ChunkedArray) -> Numbers:
    return np.asarray(column.to_numpy(), np.int64)


def _numbered(column: pa.ChunkedArray, number: Mapping[str, int]) -> Numbers:
    """A dictionary column as the numbers its values have elsewhere."""
    parts = []
    for chunk in column.chunks:
        # rules of the kind protected may be named there; no finding points at them
        known = np.array([number.get(name, 0) for name in chunk.dictionary.to_pylist()], np.int64)
        parts.append(known[chunk.indices.to_numpy(zero_copy_only=False)])
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)
