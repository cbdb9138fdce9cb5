"""The results as JSON, as a page, and as a chart. What the page says stands in page.md."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import chart, goals, tables
from benchmarks.figures import Figures
from benchmarks.goals import Goal
from benchmarks.scale import POST_CHARS
from benchmarks.tables import number

PAGE = Path(__file__).with_name("page.md")
TITLE = "CPU time to check one post with the same rules"
IN_CHART = {
    "raw": "Hyperscan alone",
    "column": "the complete check",
    "first try": "Hyperscan post by post",
    "pyahocorasick": "pyahocorasick and re",
    "presidio": "Presidio",
}


def write(results: dict[str, Any], folder: Path) -> None:
    """Writes results.json, results.md and results.svg."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = Figures(results)
    judged = goals.goals(figures)
    told = {
        goal.name: {"aim": goal.aim, "measured": goal.measured, "reached": goal.is_reached}
        for goal in judged
    }
    content = json.dumps({**results, "goals": told}, indent=1)
    (folder / "results.json").write_text(f"{content}\n", "utf-8")
    (folder / "results.md").write_text(_page(figures, judged), "utf-8")
    (folder / "results.svg").write_text(chart.svg(TITLE, list(_groups(figures))), "utf-8")


def _page(figures: Figures, judged: list[Goal]) -> str:
    results, scale = figures.results, figures.results["scale"]
    copied = figures.micros("baseline", "copy")
    modules = figures.last(f"browser {scale['rules'][0]}", "browser", "modules_gzip")
    return PAGE.read_text("utf-8").format(
        **results["machine"],
        measured_on=results["measured_on"],
        rounds=results["rounds"],
        posts=f"{scale['posts']:,}",
        aho=f"{scale['aho']:,}",
        presidio=", ".join(f"{posts:,}" for posts in scale["presidio"]),
        patterns=scale["patterns"],
        refused=scale["refused_patterns"],
        connections=_connections(results),
        chars=POST_CHARS,
        middle=f"{scale['rules'][1]:,}",
        large=f"{scale['rules'][-1]:,}",
        engine_rows=f"{scale['engine_rows']:,}",
        copied=number(copied and 1 / copied / 1e3, "GB/s"),
        modules=number(modules and modules / 1e3),
        versions=", ".join(f"{name} {told}" for name, told in results["versions"].items()),
        left_out="".join(f"\n\nLeft out: {x} ({why})." for x, why in results["left_out"].items()),
        reasons="".join(_reasons(judged)),
        goals=tables.of_goals(judged),
        column=tables.of_column(figures),
        price=tables.for_price(figures),
        latency=tables.of_latency(figures),
        starts=tables.of_starts(figures),
        memory=tables.of_memory(figures),
        engines=tables.of_engines(figures),
    )


def _reasons(judged: list[Goal]) -> Iterator[str]:
    why = goals.reasons()
    missed = [goal for goal in judged if goal.is_reached is False]
    if missed:
        yield "\n\nWhy not:\n"
    for goal in missed:
        yield f"\n- {goal.says}: {why.get(goal.name, 'no reason was written down yet.')}"


def _connections(results: dict[str, Any]) -> int:
    return sum(
        int(outcome.get("connections", 0))
        for runs in results["runs"].values()
        for outcomes in runs.values()
        for outcome in outcomes
    )


def _groups(figures: Figures) -> Iterator[chart.Group]:
    for count in figures.results["scale"]["rules"]:
        bars = list(_bars(figures, count))
        if bars:
            yield chart.Group(f"{count:,} rules", bars)


def _bars(figures: Figures, count: int) -> Iterator[chart.Bar]:
    for _, stage, run in tables.IN_COLUMN:
        micros = figures.micros(f"{stage} {count}", run)
        if micros:
            times = figures.ratio((f"{stage} {count}", run), (f"column {count}", "column"))
            said = f"{number(micros, 'μs')} ({number(times)}×)"
            yield chart.Bar(IN_CHART[run], micros, said, run == "column")
