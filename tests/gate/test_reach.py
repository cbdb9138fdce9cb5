"""The generated posts reach everything: each kind of rule, each named check, each measure."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from afspraak.engine.checks import CHECKS
from afspraak.engine.kinds import all_kinds
from afspraak.engine.measures import MEASURES
from engine import reference, reference_hits
from engine.reference import Reference
from gate import packs
from gate.posts import NOW, batch

pytestmark = pytest.mark.no_cover
POSTS = 3000
CONDITIONS = {"post", "sentence", "before", "after", "near", "inside", "around"}


def test_every_kind_check_measure_and_condition_is_met(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = packs.by_name("everything")
    kinds = {rule["id"]: rule["kind"] for rule in pack.data["rules"]}
    reached: set[str] = set()
    monkeypatch.setattr(reference_hits, "CHECKS", _noting(CHECKS, reached))
    monkeypatch.setattr(reference, "MEASURES", _noting(MEASURES, reached))
    monkeypatch.setattr(reference, "relation", _noting_places(reached))
    wanted = {*all_kinds(), *CHECKS, *MEASURES, *CONDITIONS}
    witness = Reference(pack)

    for seed in range(POSTS // 100):
        for post in batch("everything", seed, 100).posts:
            reached |= {kinds[found.rule] for found in witness.check(post, NOW)}
        if wanted <= reached:
            break

    assert wanted - reached == set()


def test_page_pack_finds_what_the_server_pack_finds() -> None:
    server, page = (Reference(packs.by_name(name)) for name in ("everything", "page"))
    findings = 0
    for post in batch("page", seed=-1, size=500).posts:
        found = server.check(post, NOW)
        findings += len(found)

        assert page.check(post, NOW) == found, repr(post)
    assert findings > 100


def _noting(named: Any, reached: set[str]) -> dict[str, Callable[..., object]]:
    """The same functions; the names of those that answer something are noted."""

    def noting(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            answer = function(*arguments)
            if answer is not None and answer != ():
                reached.add(name)
            return answer

        return call

    return {name: noting(name, function) for name, function in named.items()}


def _noting_places(reached: set[str]) -> Callable[..., bool]:
    relation = reference.relation

    def call(reading: Any, hit: Sequence[int], other: Any, where: str, within: int) -> bool:
        stands = relation(reading, hit, other, where, within)  # type: ignore[arg-type]
        if stands:
            reached.add(where)
        return stands

    return call
