"""Every executor finds in each golden post what a person read and found right."""

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from afspraak.engine.pack import Pack
from afspraak.engine.post import Post
from engine.reference import Reference
from gate import executors, golden

PACK, VECTORS = golden.read()


@pytest.mark.parametrize("vector", VECTORS, ids=range(len(VECTORS)))
def test_reference_finds_what_is_golden(vector: golden.Vector) -> None:
    found = Reference(PACK).check(vector.post, golden.NOW)

    assert _placed(found, vector.post) == list(vector.found)


@pytest.mark.parametrize("executor", executors.ALL)
def test_executor_finds_what_is_golden(executor: str) -> None:
    answers = _answers(executors.ALL[executor], [vector.post for vector in VECTORS])

    for vector, found in zip(VECTORS, answers, strict=True):
        if found is not None:
            assert _placed(sorted(found), vector.post) == list(vector.found), repr(vector.post)


def test_vectors_reach_every_rule() -> None:
    found = Counter(rule for vector in VECTORS for rule, *_ in vector.found)
    clear = sum(not vector.found for vector in VECTORS)

    assert {rule["id"] for rule in PACK.data["rules"]} == found.keys()
    assert clear >= 30


def _answers(
    make: Callable[[Pack], executors.Executor], posts: Sequence[Post]
) -> list[executors.Findings | None]:
    """One post at a time: in a column all times have a zone, or none."""
    check = make(PACK)
    return [check([post], golden.NOW)[0] for post in posts]


def _placed(found: executors.Findings, post: Post) -> list[tuple[str, int, int, str]]:
    placed = [(each.rule, each.start, each.end, post.text[each.start : each.end]) for each in found]
    return sorted(placed, key=lambda each: (each[1], each[2], each[0]))
