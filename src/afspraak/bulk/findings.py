"""What a column check gives: one row a finding, as an Arrow table."""

from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa

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


class Placed(NamedTuple):
    """One finding: the numbers of row, rule and part, and the stretch in code points and bytes."""

    row: int
    start: int
    end: int
    rule: int
    part: int
    start_byte: int
    end_byte: int


def table(rules: Sequence[PackRule], placed: Sequence[Placed]) -> pa.Table:
    """The findings as a table of `SCHEMA`."""
    ordered = sorted(placed)
    severities = [
        rules[each.rule]["parts"][each.part].get("severity", rules[each.rule]["severity"])
        for each in ordered
    ]
    columns = {
        "row": [each.row for each in ordered],
        "rule": pa.DictionaryArray.from_arrays(
            pa.array([each.rule for each in ordered], pa.int32()),
            pa.array([rule["id"] for rule in rules], pa.string()),
        ),
        "part": [each.part for each in ordered],
        "severity": pa.array(severities, pa.string()).dictionary_encode(),
        "start": [each.start for each in ordered],
        "end": [each.end for each in ordered],
        "start_byte": [each.start_byte for each in ordered],
        "end_byte": [each.end_byte for each in ordered],
    }
    return pa.table(columns, schema=SCHEMA)
