"""Where the rows of a CSV file end: at a line break that stands outside quotation marks.

A quotation mark opens a value only at its start, as in RFC 4180 and in the parser of Arrow;
anywhere else it is a sign like any other.
"""

import itertools
import re
from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

QUOTE, LINE_FEED, RETURN = b'"', b"\n", b"\r"


def whole_rows(content: bytes, delimiter: bytes) -> int:
    """How many bytes at the start of `content` are whole rows. A row starts where it starts."""
    if QUOTE not in content:
        return content.rfind(LINE_FEED) + 1
    places = _quotes(content, delimiter)
    end = content.rfind(LINE_FEED)
    while end >= 0 and _inside(places, end):
        end = content.rfind(LINE_FEED, 0, end)
    return end + 1


def open_quote(content: bytes, delimiter: bytes) -> int | None:
    """Where the quotation mark stands that is not closed at the end of `content`."""
    places = _quotes(content, delimiter)
    return int(places[-1]) if len(places) % 2 else None


def starts(content: bytes, delimiter: bytes) -> list[int]:
    """Where each row starts; a line with nothing in it is no row."""
    places = _quotes(content, delimiter)
    ends = [m.end() for m in re.finditer(rb"\r\n?|\n", content) if not _inside(places, m.start())]
    bounds = [0, *ends, len(content)]
    return [start for start, end in itertools.pairwise(bounds) if content[start:end].strip(b"\r\n")]


def _quotes(content: bytes, delimiter: bytes) -> NDArray[np.int64]:
    """The quotation marks that open (even) and close (odd) a value, or stand doubled in one."""
    data = np.frombuffer(content, np.uint8)
    places = np.flatnonzero(data == ord(QUOTE))
    opening = places[0::2]
    before = data[np.maximum(opening - 1, 0)]
    tidy = opening == 0
    for sign in (delimiter, LINE_FEED, RETURN):
        tidy |= before == sign[0]
    tidy[1:] |= opening[1:] - 1 == places[1::2][: len(opening) - 1]
    return places if tidy.all() else _quotes_one_by_one(content, delimiter)


def _quotes_one_by_one(content: bytes, delimiter: bytes) -> NDArray[np.int64]:
    value = re.compile(rb'(?:\A|(?<=[\r\n%s]))"(?:[^"]|"")*+("?)' % re.escape(delimiter))
    found: list[int] = []
    for match in value.finditer(content):
        found.append(match.start())
        if match[1]:
            found.append(match.end() - 1)
    return np.array(found, np.int64)


def _inside(places: NDArray[np.int64], at: int) -> bool:
    return bisect_right(places, at) % 2 == 1
