"""What is measured, stage by stage: a part of the benchmarks has one stage or more."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.children import ROOT
from benchmarks.prepared import Prepared
from benchmarks.scale import Scale

PEERS_PYTHON = ROOT / ".venv/bench/bin/python"


@dataclass(frozen=True)
class Stage:
    """A module with a task, in a process of its own."""

    name: str
    module: str
    task: dict[str, Any]
    python: str = sys.executable


def _baseline(scale: Scale, made: Prepared) -> Iterator[Stage]:
    task = {"posts": made.short_posts(scale.rules[-1]), "attempts": scale.attempts}
    yield Stage("baseline", "benchmarks.baseline", {**task, "copied_bytes": scale.copied_bytes})


def _column(scale: Scale, made: Prepared) -> Iterator[Stage]:
    for count in scale.rules:
        yield _checked(str(count), made.pack(count), made.posts(count), scale.posts)
        yield _first_try(str(count), made.posts(count), count, scale, made)
    yield _checked("whole", made.whole_pack(), made.posts(scale.rules[0]), scale.whole)
    if made.real is not None:
        large = scale.rules[-1]
        yield _checked("real", made.pack(large), made.real_posts(made.real), scale.posts)
        yield _first_try("real", made.real_posts(made.real), large, scale, made)


def _checked(name: str, pack: str, posts: str, items: int) -> Stage:
    task = {"pack": pack, "posts": posts, "items": items}
    return Stage(f"column {name}", "benchmarks.column", task)


def _first_try(name: str, posts: str, terms: int, scale: Scale, made: Prepared) -> Stage:
    task = {"posts": posts, "items": scale.per_row, "terms": terms}
    more = {"patterns": made.accepted_patterns(terms)}
    return Stage(f"first try {name}", "benchmarks.first_try", {**task, **more})


def _peers(scale: Scale, made: Prepared) -> Iterator[Stage]:
    for count, few in zip(scale.rules, scale.presidio, strict=True):
        yield _peer(f"aho {count}", "aho", made.given(count), scale.aho)
        yield _peer(f"presidio {count}", "presidio", made.given(count), few)
    for name in ("profanity", "scrub", "secrets"):
        yield _peer(name, name, made.given(scale.rules[0]), getattr(scale, name))


def _peer(name: str, module: str, given: str, posts: int) -> Stage:
    task = {"given": given, "posts": posts}
    return Stage(name, f"benchmarks.peers.{module}", task, str(PEERS_PYTHON))


def _latency(scale: Scale, made: Prepared) -> Iterator[Stage]:
    for name, task in _of_one_post(scale, made):
        yield Stage(f"latency {name}", "benchmarks.latency", task)


def _browser(scale: Scale, made: Prepared) -> Iterator[Stage]:
    large = scale.rules[-1]
    listed = {"pack": made.list_pack(large), "posts": made.short_posts(large)}
    for name, task in (*_of_one_post(scale, made), ("list", listed)):
        more = {"attempts": scale.attempts, "repeat": scale.repeat}
        yield Stage(f"browser {name}", "benchmarks.browser", {**task, **more})


def _of_one_post(scale: Scale, made: Prepared) -> Iterator[tuple[str, dict[str, Any]]]:
    attempts = {"attempts": scale.attempts}
    for count in scale.rules:
        yield str(count), {"pack": made.pack(count), "posts": made.short_posts(count), **attempts}
    posts = made.short_posts(scale.rules[0])
    yield "whole", {"pack": made.whole_pack(), "posts": posts, **attempts}


def _startup(scale: Scale, made: Prepared) -> Iterator[Stage]:
    task = {"pack": made.pack(scale.rules[-1]), "folder": str(made.folder / "startup")}
    yield Stage("startup", "benchmarks.startup", task)


def _memory(scale: Scale, made: Prepared) -> Iterator[Stage]:
    large = scale.rules[-1]
    rows = {count: made.rows(made.posts(large), count) for count in scale.memory_rows}
    task = {"pack": made.pack(large), "posts": rows, "cache": str(made.folder / "databases")}
    yield Stage("memory", "benchmarks.memory", task)


def _engines(scale: Scale, made: Prepared) -> Iterator[Stage]:
    middle = scale.rules[1]
    posts = made.rows(made.posts(middle), scale.engine_rows)
    yield Stage("engines", "benchmarks.engines", {"pack": made.pack(middle), "posts": posts})


def _spark(scale: Scale, made: Prepared) -> Iterator[Stage]:
    for stage in _engines(scale, made):
        yield Stage("spark", "benchmarks.engine_spark", stage.task)


PARTS: dict[str, Callable[[Scale, Prepared], Iterator[Stage]]] = {
    "baseline": _baseline,
    "column": _column,
    "peers": _peers,
    "latency": _latency,
    "browser": _browser,
    "startup": _startup,
    "memory": _memory,
    "engines": _engines,
    "spark": _spark,
}
