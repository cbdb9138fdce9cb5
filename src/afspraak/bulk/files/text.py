"""Plain text: every line is a post; an empty line is a row without one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from afspraak.bulk.files import utf8
from afspraak.bulk.files.batch import SAMPLE_BYTES, Batch, Place
from afspraak.bulk.files.lines import Block, Lines
from afspraak.bulk.files.unable import NOT_UTF8, BadRow

COLUMN = "text"
SCHEMA = pa.schema([(COLUMN, pa.string())])


class TextReader:
    """A file of posts, one a line; its only column is called `text`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.schema = SCHEMA
        self._lines = Lines(path)
        blocks = self._lines.blocks(Place(), SAMPLE_BYTES)
        self.sample = next((_read(each, 0).table for each in blocks), SCHEMA.empty_table())

    def batches(
        self,
        columns: Sequence[str],  # noqa: ARG002
        since: Place,
        *,
        besides: Sequence[str] = (),  # noqa: ARG002
    ) -> Iterator[Batch]:
        """The lines from `since` on. Raises `UnableToRead`."""
        row = since.row
        for block in self._lines.blocks(since):
            batch = _read(block, row)
            row = batch.next.row
            yield batch


def _read(block: Block, first: int) -> Batch:
    content, start = block.content, block.start
    bad: tuple[BadRow, ...] = ()
    if utf8.is_utf8(content):
        texts = utf8.split_lines(content)
        size = len(texts)
        rows = np.arange(first, first + size)
    else:
        lines = content.removesuffix(b"\n").split(b"\n")
        size = len(lines)
        good = [i for i, line in enumerate(lines) if utf8.is_utf8(line)]
        texts = pa.array([lines[i].removesuffix(b"\r").decode() for i in good], pa.string())
        rows = np.array(good, np.int64) + first
        wrong = sorted(set(range(size)).difference(good))
        bad = tuple(BadRow(first + each, start.line + each, NOT_UTF8) for each in wrong)
    after = Place(first + size, start.offset + len(content), start.line + content.count(b"\n"))
    return Batch(
        pa.table([texts], schema=SCHEMA), pa.array(rows, pa.int64()), bad, after, block.share
    )
