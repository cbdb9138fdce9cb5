"""Writes posts in each format, as other programs do."""

import csv
import gzip
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from afspraak.bulk.files import Place, open_file


def as_csv(texts: Sequence[str]) -> bytes:
    sheet = io.StringIO(newline="")
    rows = csv.writer(sheet, quoting=csv.QUOTE_ALL)
    rows.writerow(["id", "text"])
    rows.writerows([str(i), text] for i, text in enumerate(texts))
    return sheet.getvalue().encode()


def as_jsonl(texts: Sequence[str]) -> bytes:
    rows = ({"id": i, "text": text} for i, text in enumerate(texts))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_parquet(texts: Sequence[str], kind: pa.DataType | None = None) -> bytes:
    column = pa.array(texts, pa.string()).cast(kind or pa.string())
    sink = io.BytesIO()
    table = pa.table({"id": list(range(len(texts))), "text": column})
    parquet.write_table(table, sink, row_group_size=7)
    return sink.getvalue()


def as_lines(texts: Sequence[str]) -> bytes:
    return "".join(f"{text}\n" for text in texts).encode()


FORMATS: Mapping[str, Callable[[Sequence[str]], bytes]] = {
    "posts.csv": as_csv,
    "posts.jsonl": as_jsonl,
    "posts.parquet": as_parquet,
    "posts.txt": as_lines,
    "posts.csv.gz": lambda texts: gzip.compress(as_csv(texts)),
    "posts.jsonl.gz": lambda texts: gzip.compress(as_jsonl(texts)),
}


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def read(
    path: Path, *, block: int | None = None, since: Place | None = None
) -> tuple[dict[int, str | None], dict[int, int | None]]:
    """The texts by row, and the lines of rows that could not be read by row."""
    reader = open_file(path)
    if block and hasattr(reader, "_lines"):
        reader._lines.block_bytes = block
    texts: dict[int, str | None] = {}
    bad: dict[int, int | None] = {}
    for batch in reader.batches(["text"], since or Place()):
        rows = batch.rows.to_pylist()
        assert not texts.keys() & set(rows)
        texts |= dict(zip(rows, batch.table["text"].to_pylist(), strict=True))
        bad |= {each.row: each.line for each in batch.bad}
        assert batch.next.row == len(texts) + len(bad) + (since.row if since else 0)
    return texts, bad
