"""The posts and the protocol of `examples/`, many times over, and what is found in them."""

import datetime as dt
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.json

from afspraak.bulk import ColumnChecker, Facts
from afspraak.bulk.batches import FOUND, PostColumns
from afspraak.engine.compiler import pack_of
from afspraak.engine.pack import Pack

EXAMPLES = Path(__file__).parents[2] / "examples"
PROTOCOL = EXAMPLES / "bakery.yaml"
NOW = dt.datetime(2027, 2, 14, 9, tzinfo=dt.UTC)
COLUMNS = PostColumns(as_="as", network="network", at="at", keep=("id",))
NULL_EVERY = {"text": 7, "as": 5, "network": 3, "at": 4}


@cache
def pack() -> Pack:
    return pack_of(PROTOCOL.read_bytes())


@cache
def checker() -> ColumnChecker:
    return ColumnChecker(pack())


def posts(times: int) -> pa.Table:
    """The example posts so many times, with a number of their own and a null here and there."""
    table = pa.concat_tables([pyarrow.json.read_json(EXAMPLES / "posts.jsonl")] * times)
    rows = len(table)
    columns = {
        name: pa.array(
            [
                None if row % every == 0 else value
                for row, value in enumerate(table[name].to_pylist())
            ],
            table[name].type,
        )
        for name, every in NULL_EVERY.items()
    }
    return pa.table({"id": [10_000 - row for row in range(rows)], **columns})


def dated(posts: pa.Table) -> pa.Table:
    """The posts that have a time: what is found in them does not depend on the clock."""
    return posts.filter(posts["at"].is_valid())


def found_in_whole(posts: pa.Table) -> list[dict[str, object]]:
    """The findings that the column executor makes of the whole table, known by the post's id."""
    facts = Facts(posts["as"], posts["network"], posts["at"])
    found = checker().check(posts["text"], facts, now=NOW).to_pylist()
    ids = posts["id"].to_pylist()
    return in_order({"id": ids[each["row"]], **each} for each in found)


def in_order(findings: object) -> list[dict[str, object]]:
    """Findings as engines give them, in any order and with other columns, made comparable."""
    kept = [{name: each[name] for name in ("id", *FOUND.names)} for each in findings]  # type: ignore[attr-defined]
    return sorted(kept, key=lambda each: (each["id"], each["start"], each["rule"]))


def run_example(name: str, source: Path, target: Path, **environment: str) -> None:
    """Runs a script of `examples/` as its reader would."""
    subprocess.run(
        [sys.executable, EXAMPLES / name, source, PROTOCOL, target],
        check=True,
        capture_output=True,
        env={**os.environ, **environment},
    )
