"""Time by two clocks: the CPU time of a process with all its threads, and the time on the wall.

CPU time is disturbed less by what else the machine does, so ratios are made of it.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

Outcome: TypeAlias = dict[str, float]
"""What one run told: `cpu` and `wall` in seconds for so many `items`, and numbers of its own."""
Run: TypeAlias = Callable[[], Outcome]
Runs: TypeAlias = Mapping[str, Run]


@dataclass
class Spent:
    """Seconds, of which more may be added."""

    cpu: float = 0.0
    wall: float = 0.0

    @contextmanager
    def counting(self, clock: Callable[[], float] = time.process_time) -> Iterator[None]:
        """Adds what the block takes."""
        wall, cpu = time.perf_counter(), clock()
        yield
        self.cpu += clock() - cpu
        self.wall += time.perf_counter() - wall

    def on(self, items: int, **told: float) -> Outcome:
        """As the outcome of a run."""
        return {"cpu": self.cpu, "wall": self.wall, "items": items, **told}


def timed(
    run: Callable[[], int], items: int, clock: Callable[[], float] = time.process_time
) -> Run:
    """A run that counts all of `run`, which tells what it counted."""

    def outcome() -> Outcome:
        spent = Spent()
        with spent.counting(clock):
            counted = run()
        return spent.on(items, counted=counted)

    return outcome


@dataclass
class Latency:
    """How long one call takes, over many texts, in microseconds.

    Of each text the best of all attempts in all rounds counts: what else the machine does is no
    property of a text. `once` is the wall time of the first attempt of a round, noise and all.
    """

    attempts: int
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def over(self, call: Callable[[str], object], texts: Sequence[str]) -> Outcome:
        """One more round over the texts, which must be the same each time."""
        once, spent = [], Spent()
        self.cpu = self.cpu or [float("inf")] * len(texts)
        self.wall = self.wall or [float("inf")] * len(texts)
        with spent.counting():
            for i, text in enumerate(texts):
                for attempt in range(self.attempts):
                    cpu, wall = time.thread_time_ns(), time.perf_counter_ns()
                    call(text)
                    took = (time.perf_counter_ns() - wall) / 1e3
                    self.cpu[i] = min(self.cpu[i], (time.thread_time_ns() - cpu) / 1e3)
                    self.wall[i] = min(self.wall[i], took)
                    if attempt == 0:
                        once.append(took)
        return spent.on(len(texts) * self.attempts, **percentiles(self.cpu, self.wall, once))


def percentiles(
    best: Sequence[float], wall: Sequence[float], once: Sequence[float]
) -> dict[str, float]:
    """The percentiles that are told of latencies."""
    return {
        "p50": at(best, 0.5),
        "p99": at(best, 0.99),
        "p999": at(best, 0.999),
        "wall_p50": at(wall, 0.5),
        "wall_p99": at(wall, 0.99),
        "once_p99": at(once, 0.99),
    }


def at(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies."""
    return sorted(values)[int(len(values) * share)]
