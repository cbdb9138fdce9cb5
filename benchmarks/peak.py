"""In a new process: the highest that memory rises while a Parquet file is read, or checked too."""

import ctypes
import gc
import json
import re
import sys
from pathlib import Path

import pyarrow.parquet as pq

from afspraak.bulk import ColumnChecker
from benchmarks import packs
from benchmarks.plain import without_pandas
from benchmarks.timing import Spent

BATCH_ROWS = 65_536
STATUS = Path("/proc/self/status")


def main() -> None:
    """Prints the outcome of `python -m benchmarks.peak read|check POSTS PACK CACHE`."""
    way, posts, pack, cache = sys.argv[1:]
    without_pandas()
    checker = ColumnChecker(packs.read(pack), cache=Path(cache))
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # else what building it needed would hide what checking needs
    Path("/proc/self/clear_refs").write_text("5")
    before, rows, found, spent = _kilobytes("VmRSS"), 0, 0, Spent()
    with spent.counting():
        for batch in pq.ParquetFile(posts, pre_buffer=False).iter_batches(
            BATCH_ROWS, columns=["text"]
        ):
            rows += len(batch)
            if way == "check":
                found += checker.check(batch["text"], now=packs.NOW).num_rows
    told = {"counted": found, "peak_bytes": (_kilobytes("VmHWM") - before) * 1024}
    print(json.dumps(spent.on(rows, **told)))


def _kilobytes(name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+) kB", STATUS.read_text("ascii"), re.M)
    if found is None:
        raise OSError(f"{STATUS} has no {name}")
    return int(found[1])


if __name__ == "__main__":
    main()
