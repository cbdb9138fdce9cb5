"""A stretch of rows in one buffer of bytes, folded or as it was, with the way back to each post."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from afspraak.bulk.folding import ByteTables, Fold, Places, Points
from afspraak.engine.fold import Folded, Folder


@dataclass(eq=False)
class Segment:
    """Rows that are searched together. Row i stands at `bounds[i]` up to `bounds[i + 1]`."""

    content: bytes
    bounds: Places
    numbers: Places  # of each row, its number in the column
    counts: NDArray[np.bool_]  # whether a row is read here; the others are folded elsewhere
    fold: Fold | None
    source: bytes
    source_bounds: Places
    continuations: Places  # in the source, the bytes that do not begin a character
    folder: Folder
    _readings: dict[int, Folded] = field(default_factory=dict)

    def row_at(self, places: Places) -> Places:
        """In which row each byte stands."""
        return np.searchsorted(self.bounds, places, side="right") - 1

    def text(self, row: int) -> str:
        """A row as it was written."""
        start, end = self.source_bounds[row], self.source_bounds[row + 1]
        return self.source[start:end].decode()

    def reading(self, row: int) -> Folded:
        """A row folded, for what is read one post at a time."""
        if row not in self._readings:
            self._readings[row] = self.folder.fold(self.text(row))
        return self._readings[row]

    def points(self, row: int, begin: int, end: int) -> tuple[int, int]:
        """A stretch of bytes of the buffer as characters of the row's folded text."""
        first = int(self.bounds[row])
        content = self.content[first:end]
        if content.isascii():
            return begin - first, end - first
        start = len(content[: begin - first].decode())
        return start, start + len(content[begin - first :].decode())

    def origin(self, rows: Places, begins: Places, ends: Places) -> tuple[Places, ...]:
        """Where stretches of the buffer stand in the posts: characters, then bytes."""
        if self.fold is not None:
            begins, ends = self.fold.origin(begins, ends, self.source_bounds[rows + 1])
        firsts = self.source_bounds[rows]
        before, at_begin, at_end = (
            np.searchsorted(self.continuations, each) for each in (firsts, begins, ends)
        )
        start, end = begins - firsts, ends - firsts
        return start - (at_begin - before), end - (at_end - before), start, end


def segments(texts: pa.LargeStringArray, tables: ByteTables, folder: Folder) -> Sequence[Segment]:
    """A column as one segment of what needs no folding and one of what does."""
    content, bounds = buffer_of(texts)
    points = Points.of(content, tables)
    needs_fold = np.zeros(len(texts), np.bool_)
    needs_fold[np.searchsorted(bounds, points.folded, side="right") - 1] = True
    numbers = np.arange(len(texts))
    is_read = ~needs_fold
    if texts.null_count:
        is_read &= texts.is_valid().to_numpy(zero_copy_only=False)
    plain = Segment(
        content, bounds, numbers, is_read, None, content, bounds, points.continuations, folder
    )
    if not needs_fold.any():
        return (plain,)
    rows = np.flatnonzero(needs_fold)
    source, source_bounds = buffer_of(texts.take(pa.array(rows)))
    fold = Fold.of(source, source_bounds, tables)
    folded = Segment(
        fold.content, fold.bounds, numbers[rows], np.ones(len(rows), np.bool_),
        fold, source, source_bounds, fold.points.continuations, folder,
    )  # fmt: skip
    return plain, folded


def buffer_of(texts: pa.LargeStringArray) -> tuple[bytes, Places]:
    """The bytes of a column, row after row, and where each row begins, with the end of the last."""
    _, offsets, values = texts.buffers()
    count = len(texts)
    bounds = np.frombuffer(offsets, np.int64, count + 1, texts.offset * 8) if count else _NOTHING
    if values is None or not count:
        return b"", np.zeros(count + 1, np.int64)
    content = values.slice(int(bounds[0]), int(bounds[-1] - bounds[0])).to_pybytes()
    return content, bounds - bounds[0]


_NOTHING = np.zeros(1, np.int64)
