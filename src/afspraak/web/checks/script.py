"""Values as scripts, for a page that may load its own scripts and fetch nothing."""

import json
from collections.abc import Mapping
from typing import Any

from afspraak.engine.facts import counting


def pack_script(page_pack: Mapping[str, Any]) -> bytes:
    """The module that exports a pack for a page, with the tables to count every network by."""
    return as_script({**page_pack, "facts": counting() | page_pack["facts"]})


def as_script(value: object) -> bytes:
    """A module with `value` as its default export.

    A text that is parsed loads sooner than the same as an object of JavaScript. The JSON is ASCII:
    no line separator stands in it as itself, and only quotes and backslashes mean something else.
    """
    text = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"export default JSON.parse('{quoted}');\n".encode("ascii")
