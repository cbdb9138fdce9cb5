"""Parquet: read a piece of a row group at a time, also where a row group is large."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import parquet as arrow

from afspraak.bulk.files import utf8
from afspraak.bulk.files.batch import BATCH_BYTES, BATCH_ROWS, SAMPLE_ROWS, Batch, Place
from afspraak.bulk.files.unable import broken, unreadable

_BUFFER = 1024 * 1024
_LEAST_ROWS = 256


class ParquetReader:
    """A Parquet file. Columns inside a column are called `outer.inner`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with _said(path):
            path.open("rb").close()  # says better than Arrow why it does not open
            # pages are read as they are needed, never a whole row group
            self._file = arrow.ParquetFile(path, buffer_size=_BUFFER, pre_buffer=False)
            self.schema: pa.Schema = _flat(self._file.schema_arrow.empty_table()).schema
            texts = [field.name for field in self._file.schema_arrow if utf8.is_text(field.type)]
            pieces = self._file.iter_batches(SAMPLE_ROWS, columns=texts, use_threads=False)
            first = next(pieces, None)
        self.sample: pa.Table = (
            pa.Table.from_batches([first]) if first else self.schema.empty_table()
        )

    def batches(
        self, columns: Sequence[str], since: Place, *, besides: Sequence[str] = ()
    ) -> Iterator[Batch]:
        """The rows from `since` on. Raises `UnableToRead`."""
        whole = self._file.metadata.num_rows
        wanted = list(dict.fromkeys((*columns, *besides)))
        start = 0
        for group in range(self._file.num_row_groups):
            count = self._file.metadata.row_group(group).num_rows
            if start + count > since.row:
                yield from self._group(group, wanted, start, max(since.row - start, 0), whole)
            start += count

    def _group(
        self, group: int, columns: list[str], start: int, skip: int, whole: int
    ) -> Iterator[Batch]:
        row = start
        with _said(self.path):
            pieces = self._file.iter_batches(
                self._rows(group, columns),
                row_groups=[group],
                columns=columns,
                use_threads=False,
            )
            for piece in pieces:
                for table in _slices(_flat(pa.Table.from_batches([piece]))):
                    first, row = row, row + table.num_rows
                    if row <= start + skip:
                        continue
                    before = max(start + skip - first, 0)
                    rows = pa.array(np.arange(first + before, row), pa.int64())
                    yield Batch(table.slice(before), rows, (), Place(row), row / whole)

    def _rows(self, group: int, columns: Sequence[str]) -> int:
        """As many rows as keep a batch within bounds, going by what the group says of itself."""
        about = self._file.metadata.row_group(group)
        held = (about.column(i) for i in range(about.num_columns))
        size: int = sum(
            each.total_uncompressed_size
            for each in held
            if any(f"{each.path_in_schema}.".startswith(f"{name}.") for name in columns)
        )
        return max(_LEAST_ROWS, min(BATCH_ROWS, BATCH_BYTES * int(about.num_rows) // max(size, 1)))


def _flat(table: pa.Table) -> pa.Table:
    while any(pa.types.is_struct(kind) for kind in table.schema.types):
        table = table.flatten()
    return table


def _slices(table: pa.Table) -> Iterator[pa.Table]:
    """The table in pieces of a bounded size: equal texts are small in the file and large here."""
    most = max(1, table.num_rows * 2 * BATCH_BYTES // max(table.nbytes, 1))
    for first in range(0, table.num_rows, most):
        yield table.slice(first, most)


@contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # what Arrow says of the content has no number of the system
        raise (unreadable(path, error) if error.errno else broken(path, "Parquet", error)) from None
    except (pa.ArrowException, ValueError) as error:
        raise broken(path, "Parquet", error) from None
