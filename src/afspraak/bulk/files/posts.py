"""The posts of a file with what is said of them, ready for a column check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from afspraak.bulk.facts import Facts
from afspraak.bulk.files import said, utf8
from afspraak.bulk.files.batch import Batch, Place, Reader
from afspraak.bulk.files.choosing import Chosen, Columns, choose, refuse_persons
from afspraak.bulk.files.unable import NOT_UTF8, BadRow, UnableToRead
from afspraak.diagnostics import Text


@dataclass(frozen=True, slots=True)
class Ask:
    """How files of posts are read.

    `facts` holds scalars: what is said of every post, unless a column says otherwise. `networks`
    gives the name in a protocol for every name of a network; `timezone` is the organisation's.
    """

    columns: Columns
    facts: Facts
    networks: Mapping[str, str]
    timezone: str


@dataclass(frozen=True, slots=True)
class Posts:
    """A batch of posts: a null is a row without one. `rows` counts from 0 in the file."""

    texts: pa.Array
    facts: Facts
    rows: pa.Array
    bad: tuple[BadRow, ...]
    next: Place
    share: float


class PostFile:
    """A file of posts; its columns have been chosen, and hold no persons that are not hashed.

    Raises `UnableToRead`.
    """

    def __init__(self, reader: Reader, ask: Ask) -> None:
        self.path: Path = reader.path
        self._reader = reader
        self._ask = ask
        self._chosen: Chosen = choose(reader, ask.columns)

    def batches(self, since: Place) -> Iterator[Posts]:
        """The posts from `since` on. Raises `UnableToRead`."""
        for batch in self._reader.batches(self._chosen.used, since, besides=self._chosen.hashed):
            refuse_persons(self._reader, self._chosen, batch.table)
            yield self._posts(batch)

    def _posts(self, batch: Batch) -> Posts:
        names, table = self._ask.columns, batch.table
        texts, strange = utf8.checked(table[self._chosen.text])
        wrong: dict[int, Text] = dict.fromkeys(strange, NOT_UTF8)
        facts = self._ask.facts
        if names.as_:
            column, more = said.whose(table[names.as_])
            facts, wrong = replace(facts, as_=_or(column, facts.as_)), more | wrong
        if names.network:
            column, more = said.network(table[names.network], self._ask.networks)
            facts, wrong = replace(facts, network=_or(column, facts.network)), more | wrong
        if names.at:
            column, more = self._moment(table[names.at])
            facts, wrong = replace(facts, at=column), more | wrong
        texts, rows, bad = utf8.empty_as_null(texts), batch.rows, batch.bad
        if wrong:
            found = (BadRow(rows[i].as_py(), None, wrong[i]) for i in wrong)
            bad = tuple(sorted((*bad, *found), key=lambda each: each.row))
            kept = pa.array([i for i in range(len(texts)) if i not in wrong], pa.int64())
            texts, rows = texts.take(kept), rows.take(kept)
            facts = Facts(*(_take(each, kept) for each in (facts.as_, facts.network, facts.at)))
        return Posts(texts, facts, rows, bad, batch.next, batch.share)

    def _moment(self, column: pa.ChunkedArray) -> tuple[pa.Array, dict[int, Text]]:
        try:
            at, wrong = said.moment(column, self._ask.timezone)
            return said.either(at, self._ask.facts.at, self._ask.timezone), wrong
        except (pa.ArrowException, ValueError) as error:
            raise UnableToRead(
                self.path,
                {
                    "nl": f"in de kolom `{self._ask.columns.at}` staan geen tijdstippen",
                    "en": f"the column `{self._ask.columns.at}` holds no times",
                },
                {"nl": str(error)[:160], "en": str(error)[:160]},
            ) from None


def _or(column: pa.Array, otherwise: str | None) -> pa.Array:
    """The column with what is said of every post where it says nothing."""
    return column if otherwise is None else pc.fill_null(column, otherwise)


def _take(fact: object, kept: pa.Array) -> object:
    return fact.take(kept) if isinstance(fact, pa.Array) else fact
