"""The rows a scan writes: one a finding, with its file and row, and never a post's text."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from afspraak.engine.findings import SEVERITY_ORDER
from afspraak.engine.pack import PackRule

_NAME = pa.dictionary(pa.int32(), pa.string())
SCHEMA = pa.schema(
    [
        ("file", _NAME),
        ("row", pa.int64()),
        ("rule", _NAME),
        ("clause", _NAME),
        ("kind", _NAME),
        ("severity", _NAME),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("start_byte", pa.int32()),
        ("end_byte", pa.int32()),
    ]
)
"""`row` counts from 0 in its file; `start` and `end` count code points of the post."""
SEVERITIES = pa.array(SEVERITY_ORDER, pa.string())
_PLACES = ("start", "end", "start_byte", "end_byte")


class Shape:
    """Makes the rows of a scan from what a column check found with these rules."""

    def __init__(self, rules: list[PackRule]) -> None:
        self.ids = pa.array([rule["id"] for rule in rules], pa.string())
        self._clauses = pa.array([rule["clause"] for rule in rules], pa.string())
        self._kinds = pa.array([rule["kind"] for rule in rules], pa.string())

    def rows(self, found: pa.Table, numbers: pa.Array, file: str) -> pa.Table:
        """The findings `found` in posts that have these numbers in `file`.

        The dictionaries of `rule` and `severity` are those of the pack and `SEVERITIES`.
        """
        rule = _numbered(found["rule"], self.ids)
        only = pa.array(np.zeros(found.num_rows, np.int32))
        made = {
            "file": pa.DictionaryArray.from_arrays(only, pa.array([file], pa.string())),
            "row": numbers.take(found["row"].combine_chunks()),
            "rule": pa.DictionaryArray.from_arrays(rule, self.ids),
            "clause": pa.DictionaryArray.from_arrays(rule, self._clauses),
            "kind": pa.DictionaryArray.from_arrays(rule, self._kinds),
            "severity": pa.DictionaryArray.from_arrays(
                _numbered(found["severity"], SEVERITIES), SEVERITIES
            ),
            **{name: found[name].combine_chunks() for name in _PLACES},
        }
        return pa.table(made, schema=SCHEMA)


def compact(table: pa.Table) -> pa.Table:
    """The same rows with only the names that occur, in order of appearance."""
    columns = [
        column.cast(pa.string()).combine_chunks().dictionary_encode()
        if pa.types.is_dictionary(column.type)
        else column.combine_chunks()
        for column in table.columns
    ]
    return pa.table(columns, schema=SCHEMA)


def _numbered(column: pa.ChunkedArray, names: pa.Array) -> pa.Array:
    """For each value its number in `names`."""
    whole = column.unify_dictionaries().combine_chunks()
    return pc.index_in(whole.dictionary, value_set=names).take(whole.indices)
