"""Every executor says exactly what the reference says, post for post.

`AFSPRAAK_GATE_TEXTS` sets how many posts: 2,000 in `make test`, 100,000 in `make gate`.
"""

import os
from collections.abc import Callable
from functools import cache

import pytest

from engine.reference import Reference
from gate import executors, packs
from gate.comparing import difference
from gate.executors import Executor
from gate.posts import NOW, batch

TEXTS = int(os.environ.get("AFSPRAAK_GATE_TEXTS", "2000"))
SHARD, BATCH = 1000, 200
TURNS = ("everything", "page", "bakery", "literals", "logic")
pytestmark = pytest.mark.no_cover  # counting lines would take as long again as the posts do
SHARDS = [(TURNS[n % len(TURNS)], n // len(TURNS)) for n in range(-(-TEXTS // SHARD))]


@cache
def executors_of(pack: str) -> dict[str, Executor]:
    return {name: make(packs.by_name(pack)) for name, make in executors.ALL.items()}


@cache
def reference_of(pack: str) -> Reference:
    return Reference(packs.by_name(pack))


@pytest.mark.parametrize(("pack", "shard"), SHARDS)
def test_executors_agree(
    pack: str, shard: int, record_property: Callable[[str, object], None]
) -> None:
    reference = reference_of(pack)
    touched = findings = 0
    for seed in range(shard * SHARD, (shard + 1) * SHARD, BATCH):
        made = batch(pack, seed, BATCH)
        expected = [reference.check(post, NOW) for post in made.posts]
        touched += sum(map(bool, expected))
        findings += sum(map(len, expected))
        for name, check in executors_of(pack).items():
            differs = difference(made, expected, name, check)

            assert differs is None, str(differs)

    assert touched > SHARD / 10
    record_property("gate", (pack, SHARD, touched, findings))
