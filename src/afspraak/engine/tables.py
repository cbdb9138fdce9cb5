"""The frozen tables, as they are shipped; every rule pack carries a copy."""

import json
from functools import cache
from pathlib import Path
from typing import TypedDict

# importlib.resources would cost every check a tenth of its start
_FILE = Path(__file__).with_name("tables.json")

Tables = TypedDict(
    "Tables",
    {
        "unicode": str,  # the version they were made from
        "from": str,  # code points that fold to something else
        "to": str,  # what each folds to, joined by NUL
        "marks": list[int],  # combining marks: first, last, first, last …
        "word": list[int],  # word characters, as ranges too
    },
)


@cache
def load() -> Tables:
    """The tables of this version of the engine (Unicode 14)."""
    text = _FILE.read_text("ascii")
    tables: Tables = json.loads(text)
    return tables
