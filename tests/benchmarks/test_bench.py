"""`make bench` from end to end with tiny numbers: nothing is timed here, but all of it must run."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
BENCHMARKS = ROOT / "benchmarks"
ELSEWHERE = ("peers", "spark")
"""Parts that need half a gigabyte, or a minute, each; the tests of Spark run it anyway."""
COUNT = re.compile(r"-[0-9]+$")
SVG = "{http://www.w3.org/2000/svg}"


# together, so that everything is measured once
pytestmark = pytest.mark.xdist_group("bench")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run left behind."""
    target = tmp_path_factory.mktemp("bench")
    real = target / "real.csv"
    real.write_text("text\nEen eigen bericht\nNog een bericht\n", "utf-8")
    command = [sys.executable, "-m", "benchmarks.run", "--quick", "--rounds", "1"]
    subprocess.run(
        [*command, "--without", *ELSEWHERE, "--tweets", real, "--output", target],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return target


@pytest.fixture(scope="module")
def results(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "results.json").read_text("utf-8"))
    return content


def test_only_what_was_not_asked_for_is_left_out(results: dict[str, Any]) -> None:
    assert set(results["left_out"]) == set(ELSEWHERE)


def test_all_goals_but_those_beside_presidio_are_measured(results: dict[str, Any]) -> None:
    missing = {name for name, goal in results["goals"].items() if goal["measured"] is None}

    assert missing == {f"over-presidio-{count}" for count in (20, 40, 80)}


def test_every_run_counts_what_the_others_count(results: dict[str, Any]) -> None:
    runs = results["runs"]
    counted = {run: runs["engines"][run][0]["counted"] for run in ("loop", "polars", "duckdb")}

    assert set(counted.values()) == {counted["loop"]}
    assert counted["loop"] > 0
    assert runs["column 20"]["column"][0]["counted"] > 0


def test_the_page_has_a_row_for_every_goal(folder: Path, results: dict[str, Any]) -> None:
    page = (folder / "results.md").read_text("utf-8")
    table = page.partition("## Goals\n\n")[2].partition("\n\n")[0]

    assert len(table.splitlines()) == 2 + len(results["goals"])
    assert str(folder) not in page


def test_the_chart_tells_what_it_shows(folder: Path) -> None:
    chart = ET.parse(folder / "results.svg").getroot()  # noqa: S314 - made a moment ago

    said = chart.findtext(f"{SVG}desc", "")

    assert chart.get("role") == "img"
    assert chart.findtext(f"{SVG}title")
    for count in (20, 40, 80):
        assert f"{count} rules: Hyperscan alone" in said


def test_reasons_are_of_goals_that_are_there(results: dict[str, Any]) -> None:
    reasons = tomllib.loads((BENCHMARKS / "goals.toml").read_text("utf-8"))

    assert {COUNT.sub("", name) for name in reasons} <= {COUNT.sub("", n) for n in results["goals"]}


def test_the_peers_are_pinned_with_hashes_and_without_addresses() -> None:
    wanted = {
        line
        for line in (BENCHMARKS / "requirements.in").read_text("utf-8").splitlines()
        if not line.startswith("#")
    }
    lines = (BENCHMARKS / "requirements.txt").read_text("utf-8").splitlines()
    pinned = {line.partition("==")[0] for line in lines if "==" in line}

    assert wanted <= pinned
    assert not [line for line in lines if "://" in line]
    assert all("--hash=sha256:" in line or "==" in line for line in lines)
