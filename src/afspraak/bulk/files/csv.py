"""CSV with a header: comma, semicolon, tab or bar between the values, line breaks in quotes."""

import csv as standard
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow

from afspraak.bulk.files import quoted, utf8
from afspraak.bulk.files.batch import SAMPLE_BYTES, Batch, Place
from afspraak.bulk.files.lines import Block, Lines
from afspraak.bulk.files.unable import LOOK_AT_IT, NOT_UTF8, SAVE_AS_UTF8, BadRow, UnableToRead

DELIMITERS = (b",", b";", b"\t", b"|")


class CsvReader:
    """A file with the names of its columns in the first row. All values are texts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._delimiter = b","
        self._lines = Lines(path, self._cut)
        self.names, self._first = self._header()
        self.schema = pa.schema([(name, pa.string()) for name in self.names])
        blocks = self._lines.blocks(self._first, SAMPLE_BYTES)
        tables = (self._read(each, 0, range(len(self.names))).table for each in blocks)
        self.sample = next(tables, self.schema.empty_table())

    def batches(
        self, columns: Sequence[str], since: Place, *, besides: Sequence[str] = ()
    ) -> Iterator[Batch]:
        """The rows from `since` on. Raises `UnableToRead`."""
        row = since.row
        named = {*columns, *besides}
        numbers = [i for i, name in enumerate(self.names) if name in named]
        for block in self._lines.blocks(since if since.offset else self._first):
            batch = self._read(block, row, numbers)
            row = batch.next.row
            yield batch

    def _header(self) -> tuple[list[str], Place]:
        first = next(Lines(self.path).blocks(Place(), SAMPLE_BYTES)).content
        # who writes a comma in numbers puts a semicolon between values
        line = first.partition(b"\n")[0]
        self._delimiter = max(DELIMITERS, key=line.count)
        block = next(self._lines.blocks(Place(), SAMPLE_BYTES))
        begins = [*quoted.starts(block.content, self._delimiter), len(block.content)]
        if len(begins) == 1:
            raise UnableToRead(
                self.path, {"nl": "het bestand is leeg", "en": "the file is empty"}, LOOK_AT_IT
            )
        header = block.content[begins[0] : begins[1]]
        if not utf8.is_utf8(header):
            raise UnableToRead(self.path, NOT_UTF8, SAVE_AS_UTF8, line=1)
        text = io.StringIO(header.decode(), newline="")
        names = next(standard.reader(text, delimiter=self._delimiter.decode()))
        place = Place(
            0, block.start.offset + begins[1], 1 + block.content.count(b"\n", 0, begins[1])
        )
        return names, place

    def _cut(self, content: bytes, last: bool) -> int:  # noqa: FBT001 - a `Cut`
        return len(content) if last else quoted.whole_rows(content, self._delimiter)

    def _read(self, block: Block, first: int, numbers: Sequence[int]) -> Batch:
        content, start = block.content, block.start
        bad: dict[int, BadRow] = {}
        kept: np.ndarray | None = None
        if block.last:
            self._refuse_open(block)
        if not utf8.is_utf8(content):
            content, kept, bad = self._without_strange(block, first)
        table, wrong = self._parse(content, numbers)
        size = table.num_rows + len(wrong)
        kept = np.arange(size) if kept is None else kept
        if wrong:
            bad |= self._wrong(block, first, [(int(kept[i]), found) for i, found in wrong])
            kept = np.delete(kept, [i for i, _ in wrong])
        after = Place(
            first + table.num_rows + len(bad),
            start.offset + len(block.content),
            start.line + block.content.count(b"\n"),
        )
        rows = pa.array(kept + first, pa.int64())
        return Batch(table, rows, tuple(bad[i] for i in sorted(bad)), after, block.share)

    def _parse(
        self, content: bytes, numbers: Sequence[int]
    ) -> tuple[pa.Table, list[tuple[int, int]]]:
        """The columns, and which rows have another number of values, with that number."""
        wrong: list[tuple[int, int]] = []

        def skip(row: arrow.InvalidRow) -> str:
            wrong.append((row.number - 1, row.actual_columns))
            return "skip"

        labels = [str(i) for i in range(len(self.names))]
        if not content:
            return pa.schema([self.schema.field(i) for i in numbers]).empty_table(), wrong
        table = arrow.read_csv(
            pa.BufferReader(content),
            read_options=arrow.ReadOptions(
                use_threads=False, column_names=labels, block_size=len(content) + 1
            ),
            parse_options=arrow.ParseOptions(
                delimiter=self._delimiter.decode(),
                newlines_in_values=True,
                invalid_row_handler=skip,
            ),
            convert_options=arrow.ConvertOptions(
                include_columns=[labels[i] for i in numbers],
                column_types={labels[i]: pa.string() for i in numbers},
                check_utf8=False,
            ),
        )
        return table.rename_columns([self.names[i] for i in numbers]), wrong

    def _refuse_open(self, block: Block) -> None:
        at = quoted.open_quote(block.content, self._delimiter)
        if at is not None:
            raise UnableToRead(
                self.path,
                {
                    "nl": "een aanhalingsteken dat hier opengaat, gaat nergens dicht",
                    "en": "a quotation mark that opens here never closes",
                },
                LOOK_AT_IT,
                line=block.start.line + block.content.count(b"\n", 0, at),
            )

    def _without_strange(
        self, block: Block, first: int
    ) -> tuple[bytes, np.ndarray, dict[int, BadRow]]:
        """The content without the rows that are not UTF-8."""
        begins = quoted.starts(block.content, self._delimiter)
        pieces = [
            block.content[start:end]
            for start, end in zip(begins, [*begins[1:], len(block.content)], strict=True)
        ]
        good = [utf8.is_utf8(piece) for piece in pieces]
        bad = {
            i: BadRow(first + i, self._line(block, begins[i]), NOT_UTF8)
            for i, each in enumerate(good)
            if not each
        }
        content = b"".join(piece for piece, each in zip(pieces, good, strict=True) if each)
        return content, np.flatnonzero(good), bad

    def _wrong(
        self, block: Block, first: int, wrong: Sequence[tuple[int, int]]
    ) -> dict[int, BadRow]:
        begins = quoted.starts(block.content, self._delimiter)
        wanted = len(self.names)
        return {
            i: BadRow(
                first + i,
                self._line(block, begins[i]),
                {
                    "nl": f"{found} waarden in plaats van {wanted}",
                    "en": f"{found} values instead of {wanted}",
                },
            )
            for i, found in wrong
        }

    def _line(self, block: Block, at: int) -> int:
        return block.start.line + block.content.count(b"\n", 0, at)
