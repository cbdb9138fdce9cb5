"""What a column check gives: one row a finding, as an Arrow table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from afspraak.bulk.folding import Places
from afspraak.engine.pack import PackRule

SCHEMA = pa.schema(
    [
        ("row", pa.int64()),
        ("rule", pa.dictionary(pa.int32(), pa.string())),
        ("part", pa.int32()),
        ("severity", pa.dictionary(pa.int32(), pa.string())),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("start_byte", pa.int32()),
        ("end_byte", pa.int32()),
    ]
)
"""`row` counts from 0 in the column; `part` is the number of the rule's part in the pack.

`start` and `end` count code points of the original text, `start_byte` and `end_byte` its UTF-8.
Findings are sorted by row, place and rule.
"""


@dataclass(frozen=True)
class Columns:
    """Findings as columns: numbers of row, rule and part, then places in the original posts."""

    rows: Places
    rules: Places
    parts: Places
    starts: Places
    ends: Places
    start_bytes: Places
    end_bytes: Places

    def where(self, kept: NDArray[np.bool_] | Places) -> "Columns":
        """Some of them."""
        return Columns(*(getattr(self, each.name)[kept] for each in fields(self)))

    def sorted(self) -> "Columns":
        """The same, by row, place and rule."""
        return self.where(np.lexsort((self.rules, self.ends, self.starts, self.rows)))

    @staticmethod
    def joined(parts: Sequence["Columns"]) -> "Columns":
        """All of them, one after another."""
        return Columns(
            *(
                np.concatenate([getattr(part, each.name) for part in parts])
                for each in fields(Columns)
            )
        )

    @staticmethod
    def of(rows: Iterable[Sequence[int]]) -> "Columns":
        """The columns of findings that are given one by one."""
        return Columns(*np.array(list(rows), np.int64).reshape(-1, 7).T)


def table(rules: Sequence[PackRule], found: Columns) -> pa.Table:
    """The findings as a table of `SCHEMA`."""
    severities = [
        [part.get("severity", rule["severity"]) for part in rule["parts"]] for rule in rules
    ]
    names = sorted({name for each in severities for name in each})
    firsts = np.cumsum([0, *map(len, severities)])
    codes = np.array([names.index(name) for each in severities for name in each], np.int32)
    return pa.table(
        [
            pa.array(found.rows),
            pa.DictionaryArray.from_arrays(
                pa.array(found.rules.astype(np.int32)),
                pa.array([rule["id"] for rule in rules], pa.string()),
            ),
            pa.array(found.parts.astype(np.int32)),
            pa.DictionaryArray.from_arrays(
                pa.array(codes[firsts[found.rules] + found.parts]), pa.array(names, pa.string())
            ),
            *(
                pa.array(each.astype(np.int32))
                for each in (found.starts, found.ends, found.start_bytes, found.end_bytes)
            ),
        ],
        schema=SCHEMA,
    )
