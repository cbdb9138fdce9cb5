"""Posts to scan in tests, and what is found in them."""

import csv
import json
from pathlib import Path
from typing import Any

from pyarrow import parquet

from cli.invoking import BAKERY, run

IBAN = "NL91 ABNA 0417 1643 00"
PROTECTED = "Morgen staken we met de bond."
POSTS = ["Vers brood", f"Wat goedkoop! {IBAN}", PROTECTED, "Straks: project zonnebloem, goedkoop!"]
FOUND = [
    (1, "wording", 4, 12),
    (1, "numbers", 14, 36),
    (3, "projects", 8, 26),
    (3, "wording", 28, 36),
]
P = ("-p", BAKERY)


def rows(path: Path) -> list[dict[str, Any]]:
    """The findings in a file, whatever its form."""
    if path.suffix == ".parquet":
        table: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
        return table
    if path.suffix == ".csv":
        with path.open(newline="") as file:
            return [
                {name: int(v) if v.isdecimal() else v for name, v in row.items()}
                for row in csv.DictReader(file)
            ]
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def summary(*words: str | Path) -> dict[str, Any]:
    result = run("scan", *words, *P, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer
