"""What a column check gives: one row a finding, as an Arrow table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from afspraak.bulk.folding import Places
from afspraak.engine.pack import PackRule

PROTECTED = "protected"
"""The kind of rule that names a right: what it finds is for the writer alone."""

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


class Labels:
    """What the numbers of a pack's rules and parts stand for, made ready once."""

    def __init__(self, rules: Sequence[PackRule]) -> None:
        severities = [
            part.get("severity", rule["severity"]) for rule in rules for part in rule["parts"]
        ]
        names = sorted(set(severities))
        codes = {name: code for code, name in enumerate(names)}
        self._ids = pa.array([rule["id"] for rule in rules], pa.string())
        self._names = pa.array(names, pa.string())
        self._codes = np.array([codes[name] for name in severities], np.int32)
        self._firsts = np.cumsum([0, *(len(rule["parts"]) for rule in rules)])
        self._hidden = np.array([rule["kind"] == PROTECTED for rule in rules], np.bool_)

    def without_protected(self, found: Columns) -> Columns:
        """The findings but for those that are for the writer alone."""
        return found.where(~self._hidden[found.rules])

    def table(self, found: Columns) -> pa.Table:
        """The findings as a table of `SCHEMA`."""
        rules = pa.array(found.rules.astype(np.int32))
        severities = pa.array(self._codes[self._firsts[found.rules] + found.parts])
        return pa.table(
            [
                pa.array(found.rows),
                pa.DictionaryArray.from_arrays(rules, self._ids),
                pa.array(found.parts.astype(np.int32)),
                pa.DictionaryArray.from_arrays(severities, self._names),
                *(
                    pa.array(each.astype(np.int32))
                    for each in (found.starts, found.ends, found.start_bytes, found.end_bytes)
                ),
            ],
            schema=SCHEMA,
        )
