"""In a new process: from a file with a pack to a first post checked; imports do not count."""

import json
import sys
from pathlib import Path

import pyarrow as pa

from afspraak.bulk import ColumnChecker
from afspraak.engine.draft import Checker
from afspraak.engine.post import Post
from benchmarks import packs
from benchmarks.plain import without_pandas
from benchmarks.timing import Spent

POST = "Vers brood!"


def main() -> None:
    """Prints the outcome of `python -m benchmarks.start PACK CACHE cached|compiled|draft`."""
    pack, cache, how = sys.argv[1:]
    without_pandas()
    spent = Spent()
    with spent.counting():
        if how == "draft":
            Checker(packs.read(pack)).check(Post(POST), now=packs.NOW)
        else:
            checker = ColumnChecker(
                packs.read(pack), cache=Path(cache) if how == "cached" else None
            )
            checker.check(pa.array([POST]), now=packs.NOW)
    print(json.dumps(spent.on(1)))


if __name__ == "__main__":
    main()
