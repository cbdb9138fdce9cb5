"""What we set out to reach, and what was measured of it.

Why a goal is not reached stands in goals.toml, under its name: it survives the next run.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figures

REASONS = Path(__file__).with_name("goals.toml")
OF_RAW = (0.50, 0.60, 0.65)
OVER_PRESIDIO = (700, 1_500, 10_000)
OVER_FIRST_TRY = (6, 6, 6)
KIBI = 1024


@dataclass(frozen=True)
class Goal:
    """A number to stay above, or below."""

    name: str
    says: str
    aim: float
    measured: float | None
    at_least: bool = False
    unit: str = ""

    @property
    def is_reached(self) -> bool | None:
        """None when it was not measured."""
        if self.measured is None:
            return None
        return self.measured >= self.aim if self.at_least else self.measured <= self.aim


def goals(figures: Figures) -> list[Goal]:
    """All goals, in the order in which they are shown."""
    rules = figures.results["scale"]["rules"]
    small, large = rules[0], rules[-1]
    memory = figures.more_memory()
    loop = ("engines", "loop")
    return [
        *_of_column(figures, rules),
        Goal(
            "column-slower",
            f"column: {large:,} rules, times as slow as {small:,}",
            1.7,
            figures.ratio((f"column {large}", "column"), (f"column {small}", "column")),
        ),
        Goal(
            "draft-slower",
            f"draft: median with {large:,} rules, times as slow as with {small:,}",
            1.1,
            figures.share(
                (f"latency {large}", "draft", "p50"), (f"latency {small}", "draft", "p50")
            ),
        ),
        Goal(
            "draft-p99",
            f"draft: p99 with {large:,} rules",
            0.15,
            _over(figures.last(f"latency {large}", "draft", "p99"), 1e3),
            unit="ms",
        ),
        Goal(
            "browser-p99",
            f"browser: p99 with {large:,} rules",
            0.5,
            _over(figures.last(f"browser {large}", "browser", "p99"), 1e3),
            unit="ms",
        ),
        Goal(
            "browser-pack",
            f"browser: pack with {large:,} rules, gzip",
            250,
            _over(figures.last(f"browser {large}", "browser", "pack_gzip"), 1e3),
            unit="kB",
        ),
        Goal(
            "browser-core",
            "browser: the core of the executor, gzip",
            6,
            _over(figures.last(f"browser {small}", "browser", "core_gzip"), 1e3),
            unit="kB",
        ),
        Goal(
            "warm-start",
            f"column: from a pack of {large:,} rules to a first post checked, databases cached",
            0.1,
            figures.median("startup", "column, databases cached", "cpu"),
            unit="s",
        ),
        Goal(
            "memory",
            "column: more memory than reading, at most, at any number of rows",
            32,
            _over(max(memory.values(), default=None), KIBI * KIBI),
            unit="MiB",
        ),
        *(
            Goal(name, f"{shown}: times the CPU of a plain loop", 1.25, ratio)
            for name, shown in (("polars", "Polars"), ("duckdb", "DuckDB"))
            for ratio in [figures.ratio(("engines", name), loop)]
        ),
    ]


def reasons() -> dict[str, str]:
    """By the name of a goal, why it is not reached."""
    return tomllib.loads(REASONS.read_text("utf-8"))


def _of_column(figures: Figures, rules: tuple[int, ...]) -> Iterator[Goal]:
    for count, aim in zip(rules, OF_RAW, strict=True):
        stage = f"column {count}"
        ratio = figures.ratio((stage, "raw"), (stage, "column"))
        says = f"column: share that is Hyperscan alone, {count:,} rules"
        yield Goal(f"of-raw-{count}", says, aim, ratio, at_least=True)
    beside = (
        ("presidio", "presidio", "presidio", "Presidio", OVER_PRESIDIO),
        ("first-try", "first try", "first try", "Hyperscan post by post", OVER_FIRST_TRY),
    )
    for name, stage, run, shown, aims in beside:
        for count, aim in zip(rules, aims, strict=True):
            ratio = figures.ratio((f"{stage} {count}", run), (f"column {count}", "column"))
            says = f"column: times as fast as {shown}, {count:,} rules"
            yield Goal(f"over-{name}-{count}", says, aim, ratio, at_least=True)


def _over(measured: float | None, unit: float) -> float | None:
    return None if measured is None else measured / unit
