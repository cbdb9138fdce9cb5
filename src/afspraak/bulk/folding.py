"""Folding a whole buffer of UTF-8 at once, and the way back: the sparse form of `engine/fold.py`.

Only what folds to something else is touched; capitals stay, since the search does not mind them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from afspraak.engine.tables import Tables

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]

_POINTS = 0x110000
_LEAD = 0xC0


@dataclass(frozen=True)
class ByteTables:
    """The tables of a pack by code point, for use on UTF-8."""

    active: NDArray[np.int16]  # for each code point the number of its replacement, or -1
    ascii: bytes  # the ASCII characters that fold to something other than lower case
    replacements: Bytes  # all replacements, one after another
    starts: Places  # where each begins there, and the end of the last
    marks: NDArray[np.bool_]  # for each replacement whether it stands for a combining mark

    @staticmethod
    def of(tables: Tables) -> "ByteTables":
        """The tables of a pack, made ready."""
        pairs = [
            (ord(character), to.encode("utf-8", "surrogatepass"))
            for character, to in zip(tables["from"], tables["to"].split("\x00"), strict=True)
            if not "A" <= character <= "Z"
        ]
        points = np.array([point for point, _ in pairs], np.int64)
        active = np.full(_POINTS, -1, np.int16)
        active[points] = np.arange(len(pairs), dtype=np.int16)
        lengths = np.array([len(to) for _, to in pairs], np.int64)
        marks = np.array(tables["marks"], np.int64)
        index = np.searchsorted(marks, points, side="right")
        is_mark = (index % 2 == 1) | ((index > 0) & (marks[np.maximum(index - 1, 0)] == points))
        return ByteTables(
            active=active,
            ascii=bytes(point for point, _ in pairs if point < 128),
            replacements=np.frombuffer(b"".join(to for _, to in pairs), np.uint8),
            starts=np.concatenate(([0], np.cumsum(lengths))),
            marks=is_mark,
        )


@dataclass(frozen=True)
class Points:
    """Where the characters stand that must be folded."""

    folded: Places  # first bytes of the characters to fold
    widths: Places  # how many bytes each of those has
    numbers: NDArray[np.int16]  # the replacement of each

    @staticmethod
    def of(content: bytes, tables: ByteTables) -> "Points":
        """The points of a buffer of valid UTF-8."""
        data = np.frombuffer(content, np.uint8)
        leads = np.flatnonzero(data >= _LEAD)
        points, widths = _decode(data, leads)
        places, sizes = [leads], [widths]
        codes = [tables.active[points]]
        for each in tables.ascii:
            if content.find(each) >= 0:
                found = np.flatnonzero(data == each)
                places.append(found)
                sizes.append(np.ones(len(found), np.int64))
                codes.append(np.full(len(found), tables.active[each], np.int16))
        numbers = np.concatenate(codes)
        kept = numbers >= 0
        where = np.concatenate(places)[kept]
        order = np.argsort(where, kind="stable") if len(places) > 1 else slice(None)
        return Points(
            where[order],
            np.concatenate(sizes)[kept][order],
            numbers[kept][order],
        )


@dataclass(frozen=True)
class Fold:
    """A folded buffer that knows its original."""

    content: bytes
    bounds: Places
    points: Points
    begins: Places  # in the folded buffer, where each replacement begins
    ends: Places
    shifts: Places  # how many bytes longer the original is, up to and including each replacement
    is_mark: NDArray[np.bool_]

    @staticmethod
    def of(content: bytes, bounds: Places, tables: ByteTables) -> "Fold":
        """`content` folded, with the bounds of its rows moved along."""
        points = Points.of(content, tables)
        data = np.frombuffer(content, np.uint8)
        sizes = (tables.starts[1:] - tables.starts[:-1])[points.numbers]
        shifts = np.cumsum(points.widths - sizes)
        begins = points.folded - np.concatenate(([0], shifts[:-1]))
        total = len(data) - int(shifts[-1]) if len(shifts) else len(data)
        folded = np.empty(total, np.uint8)
        is_new = np.zeros(total, np.bool_)
        new = _ranges(begins, sizes)
        is_new[new] = True
        is_old = np.ones(len(data), np.bool_)
        is_old[_ranges(points.folded, points.widths)] = False
        folded[~is_new] = data[is_old]
        folded[new] = tables.replacements[_ranges(tables.starts[:-1][points.numbers], sizes)]
        before = np.searchsorted(points.folded, bounds, side="left")
        moved = bounds - np.concatenate(([0], shifts))[before]
        return Fold(
            folded.tobytes(), moved, points, begins, begins + sizes, shifts,
            tables.marks[points.numbers],
        )  # fmt: skip

    def origin(self, begins: Places, ends: Places, limits: Places) -> tuple[Places, Places]:
        """The original stretches of non-empty folded ones, with the marks that belong to them.

        `limits` are where their rows end in the original: a mark there belongs to another row.
        """
        if not len(self.shifts):
            return begins, ends
        first, _ = self._characters(begins)
        _, last = self._characters(ends - 1)
        while True:  # marks stand behind each other, one at a time
            index = np.searchsorted(self.points.folded, last)
            at = np.minimum(index, len(self.shifts) - 1)
            follows = (
                (index < len(self.shifts)) & (self.points.folded[at] == last) & (last < limits)
            )
            follows &= self.is_mark[at]
            if not follows.any():
                return first, last
            last = last + np.where(follows, self.points.widths[at], 0)

    def _characters(self, places: Places) -> tuple[Places, Places]:
        """Where the original characters begin and end that these folded bytes came from.

        A byte that is not of a replacement is its own character here: only the first byte of a
        stretch and its last are asked for.
        """
        passed = np.searchsorted(self.ends, places, side="right")
        at = np.minimum(passed, len(self.begins) - 1)
        inside = (passed < len(self.begins)) & (self.begins[at] <= places)
        plain = places + np.concatenate(([0], self.shifts))[passed]
        start = self.points.folded[at]
        return (
            np.where(inside, start, plain),
            np.where(inside, start + self.points.widths[at], plain + 1),
        )


def _decode(data: Bytes, leads: Places) -> tuple[Places, Places]:
    """The code points that begin at these bytes, and how many bytes each has."""
    first = data[leads].astype(np.int64)
    widths = 2 + (first >= 0xE0) + (first >= 0xF0)
    padded = np.concatenate((data, np.zeros(3, np.uint8)))
    second, third, fourth = ((padded[leads + n] & 0x3F).astype(np.int64) for n in (1, 2, 3))
    points = np.where(
        widths == 2,
        (first & 0x1F) << 6 | second,
        np.where(
            widths == 3,
            (first & 0x0F) << 12 | second << 6 | third,
            (first & 0x07) << 18 | second << 12 | third << 6 | fourth,
        ),
    )
    return points, widths


def _ranges(starts: Places, sizes: Places) -> Places:
    """All places of the stretches that begin at `starts`, one after another."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - sizes), sizes) + np.arange(total)
