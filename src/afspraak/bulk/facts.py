"""What is known of the posts in a column besides their text: one answer for all, or one a row."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from afspraak.engine import networks
from afspraak.engine.post import POST_AS, PostAs

Column: TypeAlias = pa.Array | pa.ChunkedArray

_MINUTE = 60_000_000


class UnableToUseColumn(ValueError):
    """A column of facts holds what the engine does not know; `value` is the first such."""

    def __init__(self, column: str, value: object) -> None:
        super().__init__(f"{column}: {value!r}")
        self.column = column
        self.value = value


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose posts, on which network, at what time. A null in a column means that nobody said.

    `at` as a column is a timestamp column; without a zone it is on the organisation's clock.
    """

    as_: PostAs | Column = "affiliated"
    network: str | Column | None = None
    at: dt.datetime | Column | None = None

    def slice(self, start: int, length: int) -> "Facts":
        """The facts of these rows."""
        return Facts(*(each.slice(start, length) if is_column(each) else each for each in self))

    def checked(self) -> "Facts":
        """The same facts, with columns in the types that the engine reads.

        Raises `UnableToUseColumn` with what the engine does not know.
        """
        return Facts(
            _known("as", self.as_, POST_AS),
            _known("network", self.network, networks.names()),
            _moments(self.at),
        )

    def __iter__(self) -> Iterator[Any]:
        return iter((self.as_, self.network, self.at))


def is_column(given: object) -> bool:
    """Whether a fact is given for each row apart."""
    return isinstance(given, pa.Array | pa.ChunkedArray)


def _known(column: str, given: Any, known: Sequence[str]) -> Any:
    if is_column(given):
        if pa.types.is_null(given.type):
            return None if column == "network" else POST_AS[2]
        given = given.cast(pa.string())
        values = pc.unique(given).to_pylist()
    else:
        values = [given]
    for value in values:
        if value is not None and value not in known:
            raise UnableToUseColumn(column, value)
    return given


def _moments(given: Any) -> Any:
    """Times by the minute: no rule asks for less."""
    if not is_column(given):
        return given
    if not pa.types.is_timestamp(given.type):
        raise UnableToUseColumn("at", str(given.type))
    exact = pa.timestamp("us", given.type.tz)
    minutes = pc.divide(given.cast(exact, safe=False).cast(pa.int64()), _MINUTE)
    return pc.multiply(minutes, _MINUTE).cast(exact)
