"""A stretch of rows in one buffer of bytes, folded or as it was, with the way back to each post."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from afspraak.bulk.folding import ByteTables, Fold, Places, Points
from afspraak.diagnostics import Span
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
    beyond_ascii: NDArray[np.bool_]  # whether a row has more than ASCII in the source
    folder: Folder
    _readings: dict[int, Folded] = field(default_factory=dict)

    def row_at(self, places: Places) -> Places:
        """In which row each byte stands."""
        return np.searchsorted(self.bounds, places, side="right") - 1

    def text(self, row: int) -> str:
        """A row as it was written."""
        start, end = self.source_bounds[row], self.source_bounds[row + 1]
        return self.source[start:end].decode()

    def digits(self, row: int) -> int:
        """How many digits a row has, as it is searched."""
        content = self.content[self.bounds[row] : self.bounds[row + 1]]
        return len(content.translate(None, _NO_DIGITS))

    def folded_text(self, row: int) -> str:
        """A row as it is compared, when nothing else of its reading is asked."""
        return self.content[self.bounds[row] : self.bounds[row + 1]].lower().decode()

    def reading(self, row: int) -> Folded:
        """A row folded, for what is read one post at a time."""
        if row not in self._readings:
            self._readings[row] = Folded(self.text(row), self.folded_text(row), self.folder)
        return self._readings[row]

    def original(self, row: int, stretch: tuple[int, int]) -> Span:
        """A stretch of a row's folded text, in the post as it was written."""
        if self.fold is None:  # every character is folded to one
            return Span(*stretch)
        return self.reading(row).span(*stretch)

    def points(self, row: int, places: Places) -> list[int]:
        """Bytes of the buffer as characters of the row's folded text."""
        first, last = self.bounds[row], self.bounds[row + 1]
        offsets = places - first
        content = self.content[first:last]
        if not content.isascii():
            offsets -= np.searchsorted(_continuations(content), offsets)
        found: list[int] = offsets.tolist()
        return found

    def origin(self, rows: Places, begins: Places, ends: Places) -> tuple[Places, ...]:
        """Where stretches of the buffer stand in the posts: characters, then bytes."""
        if self.fold is not None:
            begins, ends = self.fold.origin(begins, ends, self.source_bounds[rows + 1])
        firsts = self.source_bounds[rows]
        start_bytes, end_bytes = begins - firsts, ends - firsts
        starts, ends = start_bytes.copy(), end_bytes.copy()
        asked = np.flatnonzero(self.beyond_ascii[rows])
        if len(asked):
            behind, first = self._continuing(rows[asked])
            before = np.searchsorted(behind, first)
            starts[asked] -= np.searchsorted(behind, first + starts[asked]) - before
            ends[asked] -= np.searchsorted(behind, first + ends[asked]) - before
        return starts, ends, start_bytes, end_bytes

    def _continuing(self, rows: Places) -> tuple[Places, Places]:
        """Of some rows, put together, the bytes that begin no character, and where each begins."""
        different, which = np.unique(rows, return_inverse=True)
        bounds = self.source_bounds
        pieces = [self.source[bounds[row] : bounds[row + 1]] for row in different.tolist()]
        firsts = np.cumsum([0, *map(len, pieces)])
        return _continuations(b"".join(pieces)), firsts[which]


def segments(texts: pa.LargeStringArray, tables: ByteTables, folder: Folder) -> Sequence[Segment]:
    """A column as one segment of what needs no folding and one of what does."""
    content, bounds = buffer_of(texts)
    # most rows are ASCII, and Arrow sees that sooner than numpy finds what is not
    others = pc.invert(pc.string_is_ascii(texts)).fill_null(False)  # noqa: FBT003
    beyond_ascii = others.to_numpy(zero_copy_only=False)
    needs_fold = _with_ascii(content, bounds, tables.ascii)
    rows = np.flatnonzero(beyond_ascii)
    source, source_bounds = buffer_of(texts.take(pa.array(rows)))
    points = Points.of(source, tables)
    needs_fold[rows[np.searchsorted(source_bounds, points.folded, side="right") - 1]] = True
    numbers = np.arange(len(texts))
    is_read = ~needs_fold
    if texts.null_count:
        is_read &= texts.is_valid().to_numpy(zero_copy_only=False)
    plain = Segment(content, bounds, numbers, is_read, None, content, bounds, beyond_ascii, folder)
    if not needs_fold.any():
        return (plain,)
    rows = np.flatnonzero(needs_fold)
    source, source_bounds = buffer_of(texts.take(pa.array(rows)))
    fold = Fold.of(source, source_bounds, tables)
    return plain, Segment(
        fold.content, fold.bounds, rows, np.ones(len(rows), np.bool_),
        fold, source, source_bounds, beyond_ascii[rows], folder,
    )  # fmt: skip


def _with_ascii(content: bytes, bounds: Places, characters: bytes) -> NDArray[np.bool_]:
    """Which rows have one of these ASCII characters in them."""
    found = np.zeros(len(bounds) - 1, np.bool_)
    for each in characters:
        if content.find(each) >= 0:
            places = np.flatnonzero(np.frombuffer(content, np.uint8) == each)
            found[np.searchsorted(bounds, places, side="right") - 1] = True
    return found


def buffer_of(texts: pa.LargeStringArray) -> tuple[bytes, Places]:
    """The bytes of a column, row after row, and where each row begins, with the end of the last."""
    _, offsets, values = texts.buffers()
    count = len(texts)
    bounds = np.frombuffer(offsets, np.int64, count + 1, texts.offset * 8) if count else _NOTHING
    if values is None or not count:
        return b"", np.zeros(count + 1, np.int64)
    content = values.slice(int(bounds[0]), int(bounds[-1] - bounds[0])).to_pybytes()
    return content, bounds - bounds[0]


def _continuations(content: bytes) -> Places:
    """The bytes of UTF-8 that begin no character."""
    return np.flatnonzero((np.frombuffer(content, np.uint8) & 0xC0) == 0x80)


_NOTHING = np.zeros(1, np.int64)
_NO_DIGITS = bytes(each for each in range(256) if not 48 <= each <= 57)
