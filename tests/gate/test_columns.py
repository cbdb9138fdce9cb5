"""How a column lies in memory, and what stands around a row, changes nothing."""

import datetime as dt
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import pyarrow as pa
import pytest

from afspraak.bulk import ColumnChecker, Facts
from gate import executors, packs
from gate.executors import as_column, cache_folder
from gate.posts import NOW, batch

ROWS = 300
NAMES = ("everything", "literals", "logic")


@cache
def checker_of(pack: str) -> ColumnChecker:
    return ColumnChecker(packs.by_name(pack), cache=cache_folder())


@cache
def column_of(pack: str) -> tuple[pa.Array, Facts]:
    return as_column(batch(pack, seed=-2, size=ROWS).posts)


@cache
def whole(pack: str) -> pa.Table:
    return found(pack, *column_of(pack))


def found(pack: str, texts: Any, facts: Facts) -> pa.Table:
    return checker_of(pack).check(texts, facts, now=NOW, protected=True)


def taken(facts: Facts, rows: list[int]) -> Facts:
    """The facts of these rows, in this order."""
    return Facts(*(each.take(pa.array(rows)) for each in (facts.as_, facts.network, facts.at)))  # type: ignore[union-attr]


def by_row(table: pa.Table) -> dict[int, list[tuple[object, ...]]]:
    rows: dict[int, list[tuple[object, ...]]] = {}
    for row, *finding in zip(*table.to_pydict().values(), strict=True):
        rows.setdefault(row, []).append(tuple(finding))
    return rows


@pytest.mark.parametrize("pack", NAMES)
def test_findings_are_many_and_sorted(pack: str) -> None:
    table = whole(pack)
    places = list(zip(*(table[name].to_pylist() for name in ("row", "start", "end")), strict=True))

    assert len(places) > ROWS / 5
    assert places == sorted(places)


@pytest.mark.parametrize("rows", [1, 2, 7, 64])
@pytest.mark.parametrize("pack", NAMES)
def test_rows_taken_together_do_not_matter(pack: str, rows: int) -> None:
    few_at_once = ColumnChecker(packs.by_name(pack), chunk_rows=rows, cache=cache_folder())

    assert few_at_once.check(*column_of(pack), now=NOW, protected=True) == whole(pack)


@pytest.mark.parametrize("pack", NAMES)
def test_order_of_rows_does_not_matter(pack: str) -> None:
    texts, facts = column_of(pack)
    order = list(range(ROWS))
    random.Random(pack).shuffle(order)

    shuffled = by_row(found(pack, texts.take(pa.array(order)), taken(facts, order)))

    assert {order[row]: findings for row, findings in shuffled.items()} == by_row(whole(pack))


@pytest.mark.parametrize("pack", NAMES)
def test_other_rows_do_not_matter(pack: str) -> None:
    texts, facts = column_of(pack)
    expected = by_row(whole(pack))
    for row in random.Random(pack).sample(range(ROWS), 60):
        alone = by_row(found(pack, texts.slice(row, 1), facts.slice(row, 1)))

        assert alone.get(0, []) == expected.get(row, []), repr(texts[row])


SHAPES: dict[str, Callable[[pa.Array], Any]] = {
    "large string": lambda texts: texts.cast(pa.large_string()),
    "string view": lambda texts: texts.cast(pa.string_view()),
    "dictionary": lambda texts: texts.dictionary_encode(),
    "chunked": lambda texts: pa.chunked_array(
        [texts.slice(0, 7), texts.slice(7, 0), texts.slice(7)]
    ),
    "chunked dictionary": lambda texts: pa.chunked_array(
        [texts.slice(0, 9).dictionary_encode(), texts.slice(9).dictionary_encode()]
    ),
    "sliced": lambda texts: pa.concat_arrays([texts.slice(5, 3), texts]).slice(3),
    "of a large slice": lambda texts: (
        pa.concat_arrays([texts, texts.slice(0, 4)]).cast(pa.large_string()).slice(0, ROWS)
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("pack", NAMES)
def test_shape_of_the_column_does_not_matter(pack: str, shape: str) -> None:
    texts, facts = column_of(pack)

    assert found(pack, SHAPES[shape](texts), facts) == whole(pack)


@pytest.mark.parametrize("pack", NAMES)
def test_facts_may_be_chunked_dictionaries_and_slices(pack: str) -> None:
    texts, facts = column_of(pack)
    as_, network, at = facts.as_, facts.network, facts.at
    assert isinstance(as_, pa.Array)
    assert isinstance(network, pa.Array)
    assert isinstance(at, pa.Array)
    shaped = Facts(
        as_.dictionary_encode(),
        pa.chunked_array([network.slice(0, 11), network.slice(11)]),
        pa.concat_arrays([at.slice(0, 2), at]).slice(2),
    )

    assert found(pack, texts, shaped) == whole(pack)


@pytest.mark.parametrize("pack", NAMES)
def test_one_fact_for_all_is_a_column_of_it(pack: str) -> None:
    texts, _ = column_of(pack)
    at = dt.datetime(2027, 3, 28, 1, 15, tzinfo=dt.UTC)
    moments = pa.array([at] * ROWS, pa.timestamp("s", "UTC"))
    columns = Facts(pa.array(["private"] * ROWS), pa.array(["x"] * ROWS), moments)

    assert found(pack, texts, Facts("private", "x", at)) == found(pack, texts, columns)


def test_null_is_a_row_without_a_post_and_shifts_nothing() -> None:
    texts, facts = column_of("everything")
    rows = texts.to_pylist()
    gone = set(range(0, ROWS, 3))
    with_nulls = pa.array([None if row in gone else text for row, text in enumerate(rows)])
    expected = {r: each for r, each in by_row(whole("everything")).items() if r not in gone}

    assert by_row(found("everything", with_nulls, facts)) == expected


@pytest.mark.parametrize(
    "texts", [pa.array([], pa.string()), pa.array([None, None], pa.string()), pa.nulls(3)]
)
def test_column_without_posts_has_no_findings(texts: pa.Array) -> None:
    assert found("everything", texts, Facts()).num_rows == 0


@pytest.mark.parametrize("pack", NAMES)
def test_threads_share_a_checker(pack: str) -> None:
    with ThreadPoolExecutor(2) as threads:
        tables = list(threads.map(lambda _: found(pack, *column_of(pack)), range(6)))

    assert all(table == whole(pack) for table in tables)


@pytest.mark.parametrize("pack", NAMES)
def test_without_hyperscan_the_findings_are_the_same(pack: str) -> None:
    slow = ColumnChecker(packs.by_name(pack), is_fast=False)

    assert slow.check(*column_of(pack), now=NOW, protected=True) == whole(pack)


def test_protected_is_left_out_unless_asked_for() -> None:
    texts, facts = column_of("logic")
    kinds = {rule["id"]: rule["kind"] for rule in packs.by_name("logic").data["rules"]}
    asked = found("logic", texts, facts).to_pylist()
    unasked = checker_of("logic").check(texts, facts, now=NOW).to_pylist()

    assert any(kinds[each["rule"]] == "protected" for each in asked)
    assert unasked == [each for each in asked if kinds[each["rule"]] != "protected"]


def test_severity_is_that_of_the_part_or_the_rule() -> None:
    rules = {rule["id"]: rule for rule in packs.by_name("everything").data["rules"]}
    for each in whole("everything").to_pylist():
        rule = rules[each["rule"]]

        assert each["severity"] == rule["parts"][each["part"]].get("severity", rule["severity"])


def test_bytes_are_those_of_the_code_points() -> None:
    posts = batch("everything", seed=-2, size=ROWS).posts

    assert any(executors.by_row(whole("everything"), posts))
