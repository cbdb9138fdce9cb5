"""The frozen tables, as they are shipped; every rule pack carries a copy."""

import json
from functools import cache
from importlib.resources import files
from typing import TypedDict

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
    text = files("afspraak.engine").joinpath("tables.json").read_text("ascii")
    tables: Tables = json.loads(text)
    return tables
