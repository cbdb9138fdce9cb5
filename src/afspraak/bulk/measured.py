"""Which rows a measure may have something to say about; the measure itself decides, row by row."""

from collections.abc import Callable, Mapping

import numpy as np

from afspraak.bulk.applies import Mask
from afspraak.bulk.folding import Places
from afspraak.bulk.segment import Segment
from afspraak.engine import networks

_LINK_COSTS = max(each.link or 0 for each in networks.all_networks().values())


def rows_for(measure: str, segment: Segment) -> Places:
    """The rows of a segment that are worth measuring: all that can have an outcome, and more."""
    rows = np.flatnonzero(segment.counts)
    return rows if measure not in _ROWS else rows[_ROWS[measure](segment)[rows]]


def _none(segment: Segment) -> Mask:
    return np.zeros(len(segment.numbers), np.bool_)


def _with(segment: Segment, characters: bytes) -> Mask:
    """Which rows have one of the ASCII characters in them, as they are searched."""
    found = np.zeros(len(segment.numbers), np.bool_)
    for each in characters:
        if segment.content.find(each) >= 0:
            places = np.flatnonzero(np.frombuffer(segment.content, np.uint8) == each)
            found[segment.row_at(places)] = True
    return found


def _hashtags(segment: Segment) -> Mask:
    return _with(segment, b"#")


def _beyond_ascii(segment: Segment) -> Mask:
    return segment.beyond_ascii


def _capitals(segment: Segment) -> Mask:
    """Two capitals in a row; beyond ASCII any character may be one."""
    data = np.frombuffer(segment.content, np.uint8)
    upper = (data - np.uint8(ord("A"))) < 26
    found = segment.beyond_ascii.copy()
    found[segment.row_at(np.flatnonzero(upper[1:] & upper[:-1]))] = True
    return found


def _long(segment: Segment) -> Mask:
    """Rows that may be too long for the strictest network: a link may count for more than it is."""
    lengths = np.diff(segment.source_bounds)
    strictest = min(each.limit for each in networks.all_networks().values())
    with_link = lengths + _LINK_COSTS * _how_many(segment, b".:")
    return with_link > strictest


def _how_many(segment: Segment, characters: bytes) -> Places:
    counts = np.zeros(len(segment.numbers), np.int64)
    data = np.frombuffer(segment.content, np.uint8)
    for each in characters:
        rows = segment.row_at(np.flatnonzero(data == each))
        counts += np.bincount(rows, minlength=len(counts))
    return counts


_ROWS: Mapping[str, Callable[[Segment], Mask]] = {
    "capitals": _capitals,
    "emoji-run": _beyond_ascii,
    "hashtag-case": _hashtags,
    "hashtag-count": _hashtags,
    "length": _long,
    # a column has no pictures
    "media-alt": _none,
    "media-alt-length": _none,
    "media-gps": _none,
    "media-people": _none,
}
