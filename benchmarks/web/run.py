"""Measures the web application: `python -m benchmarks.web.run`, or `make bench-web`."""

import argparse
import datetime as dt
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks import machine
from benchmarks.web import pages, seeding

HERE = Path(__file__).parent
ADDRESS = "127.0.0.1:8765"
PAGES = (
    "/",
    "/handbook/",
    "/handbook/clause/rights/",
    "/handbook/changes/",
    "/handbook/editions/",
    "/check/",
    "/account/",
    "/read/",
    "/reading/overview/",
    "/reading/people/",
    "/people/",
    "/editions/",
    "/log/",
    "/deletions/",
    "/setup/",
    "/profile/",
    "/my-data/",
    "/transparency/",
)
AIM = 3.0
"""No page may take more than this many times the page that does nothing, at p95."""


def main() -> None:
    """Measures, and writes results.json and results.md beside this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--persons", type=int, default=10_000)
    parser.add_argument("--editions", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--output", type=Path, default=HERE)
    asked = parser.parse_args()
    now = dt.datetime.now(dt.UTC)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        session = seeding.seed(data, ADDRESS, persons=asked.persons, protocols=asked.editions)
        took = pages.measure(data, ADDRESS, session, PAGES, rounds=asked.rounds)
    results = {
        "measured_on": now.date().isoformat(),
        "machine": machine.machine(),
        "persons": asked.persons,
        "editions": asked.editions,
        "requests_a_page": asked.rounds,
        "pages": took,
    }
    asked.output.mkdir(parents=True, exist_ok=True)
    (asked.output / "results.json").write_text(json.dumps(results, indent=2) + "\n", "utf-8")
    (asked.output / "results.md").write_text(as_page(results), "utf-8")
    print(as_page(results))


def as_page(results: Mapping[str, Any]) -> str:
    """The results as Markdown."""
    least, held_by = results["pages"][pages.LEAST], results["machine"]
    lines = [
        "# What pages cost",
        "",
        f"Measured on {results['measured_on']} with {results['persons']:,} people and",
        f"{results['editions']} editions on SQLite, {results['requests_a_page']} requests a page",
        "by turns, one process, one connection.",
        f"The machine: {held_by['processor']}, {held_by['cores']} cores, {held_by['system']},",
        f"Python {held_by['python']}.",
        "",
        "| Page | p50 (ms) | p95 (ms) | p95 beside the page that does nothing | bytes sent |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| `{page}` | {held['p50_ms']:.2f} | {held['p95_ms']:.2f} | "
        f"{held['p95_ms'] / least['p95_ms']:.1f} × | {held['bytes']:,} |"
        for page, held in results["pages"].items()
    ]
    lines += ["", f"The aim is at most {AIM:.0f} × at p95.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
