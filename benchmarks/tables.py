"""The tables of results.md, one function each; a row of what was not measured is left out."""

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.figures import Figures
from benchmarks.goals import KIBI, Goal
from benchmarks.scale import POST_CHARS

IN_COLUMN = (
    ("Hyperscan alone, the same buffers and databases", "column", "raw"),
    ("**the complete check**", "column", "column"),
    ("Hyperscan post by post, UTF8 and UCP, unconfirmed", "first try", "first try"),
    ("pyahocorasick and `re`, post by post, unconfirmed", "aho", "pyahocorasick"),
    ("Presidio, blank pipeline, no check digits", "presidio", "presidio"),
)
FOR_PRICE = (
    ("profanity", "better-profanity", "the words of the smallest pack, in disguises; nothing else"),
    ("scrub", "scrubadub", "its own detectors of personal data; no terms"),
    ("secrets", "detect-secrets", "its own detectors of secrets; no terms"),
)
ENGINES = (
    ("reading the Parquet file alone", "engines", "read"),
    ("a plain loop over batches", "engines", "loop"),
    ("Polars, streaming", "engines", "polars"),
    ("DuckDB, streaming", "engines", "duckdb"),
    ("Spark, `mapInArrow`, local[2]", "spark", "spark"),
    ("Spark giving every batch back as it came", "spark", "identity"),
)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, numbers to the right; nothing when there are no rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    rule = f"| --- |{' ---: |' * (len(head) - 1)}"
    return "\n".join([f"| {' | '.join(head)} |", rule, *lines]) if lines else "Not measured."


def number(value: float | None, unit: str = "") -> str:
    """Three figures that count, or a dash."""
    if value is None:
        return "–"
    shown = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{shown} {unit}".rstrip()


def of_goals(goals: Sequence[Goal]) -> str:
    """Goal, aim, measured, reached."""
    answer = {True: "yes", False: "**no**", None: "not measured"}
    return table(
        ("Goal", "Aim", "Measured", "Reached"),
        (
            (
                goal.says,
                f"{'≥' if goal.at_least else '≤'} {number(goal.aim, goal.unit)}",
                number(goal.measured, goal.unit),
                answer[goal.is_reached],
            )
            for goal in goals
        ),
    )


def of_column(figures: Figures) -> str:
    """CPU time a post at each number of rules, with how often the check fits in it."""
    rules = figures.results["scale"]["rules"]

    def cell(stage: str, run: str, name: object) -> str:
        ours = (f"column {name}", "column")
        micros = figures.micros(f"{stage} {name}", run)
        wall = figures.micros(f"{stage} {name}", run, "wall")
        if micros is None:
            return "–"
        times = figures.ratio((f"{stage} {name}", run), ours)
        return f"{number(micros)} · {number(wall)} · {number(times)}×"

    columns = [*rules, "whole", "real"]
    heads = (
        *(f"{count:,} rules" for count in rules),
        "a whole protocol",
        f"real posts, {rules[-1]:,} rules",
    )
    return table(
        ("CPU · wall, in μs a post · times the check's CPU", *heads),
        ((label, *(cell(stage, run, name) for name in columns)) for label, stage, run in IN_COLUMN),
    )


def for_price(figures: Figures) -> str:
    """Programs with other rules."""
    rows = (
        (shown, number(micros), number(figures.micros(stage, shown, "wall")), what)
        for stage, shown, what in FOR_PRICE
        if (micros := figures.micros(stage, shown)) is not None
    )
    return table(("", "CPU, μs a post", "wall, μs a post", "what it looks for"), rows)


def of_latency(figures: Figures) -> str:
    """Percentiles of one post at a time, in microseconds."""
    rules = figures.results["scale"]["rules"]
    stages = [
        ("`casefold()` alone, to compare", "baseline", "casefold"),
        *((f"draft, {count:,} rules", f"latency {count}", "draft") for count in rules),
        ("draft, a whole protocol", "latency whole", "draft"),
        *((f"browser, {count:,} rules", f"browser {count}", "browser") for count in rules),
        (f"browser, {rules[-1]:,} terms in one rule", "browser list", "browser"),
        ("browser, a whole protocol", "browser whole", "browser"),
    ]
    keys = ("p50", "p99", "p999", "wall_p99", "once_p99")
    heads = ("p50", "p99", "p99.9", "wall p99", "first call p99", "building, ms")
    return table(
        (f"μs a post of {POST_CHARS} characters", *heads, "pack, kB", "gzip, kB"),
        (
            (
                label,
                *(number(figures.last(stage, run, key)) for key in keys),
                *_about(figures.rounds(stage, run)[-1]),
            )
            for label, stage, run in stages
            if figures.rounds(stage, run)
        ),
    )


def _about(told: dict[str, Any]) -> tuple[str, str, str]:
    size, zipped = told.get("pack_bytes"), told.get("pack_gzip")
    return (
        number(told.get("build_ms")),
        number(size and size / 1e3),
        number(zipped and zipped / 1e3),
    )


def of_starts(figures: Figures) -> str:
    """Commands and executors from nothing to ready."""
    large = f"{figures.results['scale']['rules'][-1]:,}"
    ready = {
        "column, databases cached": f"{large} rules, column: pack to first post, databases cached",
        "column, first time": f"{large} rules, column: the same, databases compiled",
        "draft": f"{large} rules, draft: pack to first post",
    }
    told = figures.results["runs"].get("startup", {})
    return table(
        ("", "CPU, ms", "wall, ms"),
        (
            (
                ready.get(name, f"`{name}`"),
                *(
                    number((figures.median("startup", name, key) or 0) * 1e3)
                    for key in ("cpu", "wall")
                ),
            )
            for name in told
        ),
    )


def of_memory(figures: Figures) -> str:
    """The rise of memory by rows, read batch by batch."""
    mib = KIBI * KIBI
    return table(
        ("rows", "reading, MiB", "reading and checking, MiB", "more, MiB"),
        (
            (
                f"{rows:,}",
                number((figures.median("memory", f"read {rows}", "peak_bytes") or 0) / mib),
                number((figures.median("memory", f"check {rows}", "peak_bytes") or 0) / mib),
                number(more / mib),
            )
            for rows, more in figures.more_memory().items()
        ),
    )


def of_engines(figures: Figures) -> str:
    """Other engines beside the loop, on the same file."""
    return table(
        ("", "CPU, s", "wall, s", "times the loop's CPU"),
        (
            (
                label,
                number(figures.median(stage, run, "cpu")),
                number(figures.median(stage, run, "wall")),
                number(figures.ratio((stage, run), ("engines", "loop"))),
            )
            for label, stage, run in ENGINES
            if figures.rounds(stage, run)
        ),
    )
