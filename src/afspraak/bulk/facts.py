"""What is known of the posts in a column besides their text: one answer for all, or one a row."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

import pyarrow as pa

from afspraak.engine.post import PostAs

Column: TypeAlias = pa.Array | pa.ChunkedArray


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
        as_, network, at = self.as_, self.network, self.at
        return Facts(
            as_ if isinstance(as_, str) else as_.slice(start, length),
            network
            if network is None or isinstance(network, str)
            else network.slice(start, length),
            at if at is None or isinstance(at, dt.datetime) else at.slice(start, length),
        )
