"""Declaring work that comes round by itself."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.module_loading import autodiscover_modules

Work = Callable[[dt.datetime], int]


@dataclass(frozen=True, slots=True)
class Periodic:
    """A function of `now` that is called every `seconds` and gives how much it did."""

    name: str
    seconds: int
    work: Work


_DECLARED: dict[str, Periodic] = {}


def every(*, seconds: int) -> Callable[[Work], Work]:
    """Declares a job in a feature's `jobs.py`; its name is feature.function."""

    def declare(work: Work) -> Work:
        name = f"{work.__module__.split('.')[-2]}.{work.__name__}"
        if name in _DECLARED:
            raise ValueError(f"two jobs are called {name}")
        _DECLARED[name] = Periodic(name, seconds, work)
        return work

    return declare


def declared() -> tuple[Periodic, ...]:
    """Every job there is, by name."""
    autodiscover_modules("jobs")
    return tuple(_DECLARED[name] for name in sorted(_DECLARED))
