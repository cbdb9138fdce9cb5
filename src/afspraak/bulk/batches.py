"""Batches of posts with columns of their own, as Spark, Polars and DuckDB hand them out.

A row number means nothing where a table is cut up and shared out, so a finding takes along the
columns by which its post is known.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa
from pyarrow import types

from afspraak.bulk import findings
from afspraak.bulk.column import ColumnChecker
from afspraak.bulk.facts import Facts

FOUND = pa.schema(
    [
        field.with_type(pa.string()) if types.is_dictionary(field.type) else field
        for field in findings.SCHEMA
        if field.name != "row"
    ]
)
"""What stands beside the kept columns: `bulk.SCHEMA` without the row, and words as plain text.

Each batch would have a dictionary of its own, which not every engine can join.
"""

TEXT = "text"
TIMES = "timestamps"


class UnableToReadPosts(ValueError):
    """A table lacks a column that was named, or it holds something else than it should."""


@dataclass(frozen=True, slots=True)
class PostColumns:
    """The names of the columns that hold posts, and what is known of them.

    A fact without a column is one that nobody said. What is the same for all posts becomes a
    column in the engine's own way: `lit` in Spark and Polars, a constant in SQL. `keep` names the
    columns that go with the findings. Choose a number that says nothing of who wrote the post:
    columns that hold persons are the caller's own responsibility.
    """

    text: str = "text"
    as_: str | None = None
    network: str | None = None
    at: str | None = None
    keep: tuple[str, ...] = ()

    @property
    def facts(self) -> Mapping[str, str]:
        """The columns that hold facts, by the name a fact has in `Facts`."""
        named = {"as_": self.as_, "network": self.network, "at": self.at}
        return {fact: name for fact, name in named.items() if name is not None}

    @property
    def used(self) -> tuple[str, ...]:
        """Every column that is needed, once."""
        return tuple(dict.fromkeys((self.text, *self.facts.values(), *self.keep)))

    def all_in(self, held: Iterable[tuple[str, str]]) -> None:
        """Raises `UnableToReadPosts` unless findings can be made from a table.

        `held` gives its columns in order, by name and by what they hold: `TEXT`, `TIMES` or what
        the engine calls it.
        """
        names, kinds = zip(*held, strict=True)
        for name in self.used:
            if names.count(name) != 1:
                there = "more than one" if name in names else "no"
                raise UnableToReadPosts(
                    f"there is {there} column {name!r}; the names are: {', '.join(names)}"
                )
        for name in (self.text, *self.facts.values()):
            wanted, kind = TIMES if name == self.at else TEXT, kinds[names.index(name)]
            if kind != wanted:
                raise UnableToReadPosts(f"column {name!r} should hold {wanted}, but holds {kind}")
        for name in self.keep:
            if name in FOUND.names or self.keep.count(name) > 1:
                raise UnableToReadPosts(
                    f"column {name!r} cannot be kept: the findings have one of that name already; "
                    "give it another name first"
                )


def findings_of_batch(
    batch: pa.RecordBatch | pa.Table,
    checker: ColumnChecker,
    columns: PostColumns,
    *,
    now: dt.datetime,
) -> pa.Table:
    """The findings in a batch: the kept columns of the post, then those of `FOUND`.

    `now` stands in where a post has no time; give all batches the same one. What a rule of the
    kind `protected` found is for the writer alone and is never among them.

    Raises `UnableToReadPosts`, and `facts.UnableToUseColumn` when `as_` or `network` holds a word
    that the engine does not know.
    """
    columns.all_in((each.name, _held(each.type)) for each in batch.schema)
    facts = Facts(**{fact: batch.column(name) for fact, name in columns.facts.items()})
    found = checker.check(batch.column(columns.text), facts, now=now)
    kept = {name: batch.column(name).take(found["row"]) for name in columns.keep}
    return pa.table({**kept, **{each.name: found[each.name].cast(each.type) for each in FOUND}})


def _held(given: pa.DataType) -> str:
    if types.is_timestamp(given):
        return TIMES
    words = given.value_type if types.is_dictionary(given) else given
    tests = (types.is_string, types.is_large_string, types.is_string_view)
    return TEXT if any(test(words) for test in tests) else str(given)
