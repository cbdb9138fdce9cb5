"""What a reader gives: rows of a file by the batch, and the place where to read on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from afspraak.bulk.files.unable import BadRow

BATCH_ROWS = 65_536
BATCH_BYTES = 4 * 1024 * 1024
"""A batch holds about so much at most, unless one row is longer."""
SAMPLE_ROWS = 1000
SAMPLE_BYTES = 65_536
"""How much of a file is looked at to learn its columns."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading goes on: the number of the next row, and in a file of lines its byte and line.

    Bytes are counted after decompression.
    """

    row: int = 0
    offset: int = 0
    line: int = 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of a file: the columns asked for as strings or as they are, and the rows' numbers.

    `rows` counts from 0 and is as long as `table`; rows in `bad` are not in it. `share` is the
    part of the file that was read, from 0 to 1.
    """

    table: pa.Table
    rows: pa.Array
    bad: tuple[BadRow, ...]
    next: Place
    share: float


class Reader(Protocol):
    """A file of rows. `schema` names its columns; `sample` holds some of its first rows."""

    path: Path
    schema: pa.Schema
    sample: pa.Table

    def batches(
        self, columns: Sequence[str], since: Place, *, besides: Sequence[str] = ()
    ) -> Iterator[Batch]:
        """The rows from `since` on; raises `UnableToRead`.

        `columns` are there once each; those in `besides` and others may be there as well.
        """
