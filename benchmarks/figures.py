"""Medians and ratios of what the rounds told. A ratio is the median of the ratios in each round."""

from statistics import median
from typing import Any, TypeAlias

from benchmarks.timing import Outcome

Runs: TypeAlias = dict[str, dict[str, list[Outcome]]]


class Figures:
    """The runs of the results, asked by stage and run; None where it was not measured."""

    def __init__(self, results: dict[str, Any]) -> None:
        self.results = results
        self._runs: Runs = results["runs"]

    def rounds(self, stage: str, run: str) -> list[Outcome]:
        """The outcomes, one a round."""
        return self._runs.get(stage, {}).get(run, [])

    def median(self, stage: str, run: str, key: str) -> float | None:
        """The median of something that every round told."""
        told = [outcome[key] for outcome in self.rounds(stage, run)]
        return median(told) if told else None

    def last(self, stage: str, run: str, key: str) -> float | None:
        """What the last round told: of a best so far, the best of all."""
        told = self.rounds(stage, run)
        return told[-1][key] if told else None

    def micros(self, stage: str, run: str, clock: str = "cpu") -> float | None:
        """Microseconds for one item."""
        told = [each[clock] / each["items"] * 1e6 for each in self.rounds(stage, run)]
        return median(told) if told else None

    def ratio(self, over: tuple[str, str], under: tuple[str, str]) -> float | None:
        """How many times as much CPU an item takes in one run as in another."""
        pairs = zip(self.rounds(*over), self.rounds(*under), strict=False)
        told = [(a["cpu"] / a["items"]) / (b["cpu"] / b["items"]) for a, b in pairs if b["cpu"] > 0]
        return median(told) if told else None

    def share(self, over: tuple[str, str, str], under: tuple[str, str, str]) -> float | None:
        """One thing told divided by another."""
        a, b = self.last(*over), self.last(*under)
        return a / b if a is not None and b else None

    def more_memory(self) -> dict[int, float]:
        """By rows, how much higher memory rises in checking them than in reading them."""
        more = {}
        for rows in self.results["scale"]["memory_rows"]:
            read = self.median("memory", f"read {rows}", "peak_bytes")
            check = self.median("memory", f"check {rows}", "peak_bytes")
            if read is not None and check is not None:
                more[rows] = check - read
        return more
