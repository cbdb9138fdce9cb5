"""Files of posts: Parquet, CSV, JSON Lines and plain text, read in batches of bounded size."""

from collections.abc import Callable
from pathlib import Path

from afspraak.bulk.files.batch import Batch, Place, Reader
from afspraak.bulk.files.csv import CsvReader
from afspraak.bulk.files.jsonl import JsonLinesReader
from afspraak.bulk.files.lines import COMPRESSIONS
from afspraak.bulk.files.parquet import ParquetReader
from afspraak.bulk.files.text import TextReader
from afspraak.bulk.files.unable import BadRow, UnableToRead

__all__ = ["BadRow", "Batch", "Place", "Reader", "UnableToRead", "open_file"]

READERS: dict[str, Callable[[Path], Reader]] = {
    ".parquet": ParquetReader,
    ".pq": ParquetReader,
    ".csv": CsvReader,
    ".tsv": CsvReader,
    ".jsonl": JsonLinesReader,
    ".ndjson": JsonLinesReader,
}
"""By the ending of a name; any other file is plain text, a post a line."""


def open_file(path: Path) -> Reader:
    """The rows of a file, by the ending of its name; `.gz`, `.zst` and `.bz2` may follow that.

    Raises `UnableToRead`.
    """
    endings = [each.lower() for each in path.suffixes]
    if endings and endings[-1] in COMPRESSIONS:
        endings.pop()
    return READERS.get(endings[-1] if endings else "", TextReader)(path)
