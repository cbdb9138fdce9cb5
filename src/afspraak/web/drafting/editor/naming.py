"""Names for new clauses, rules and lists, as the file format has them."""

import re
import unicodedata
from collections.abc import Collection

MAX_CHARS = 40


def as_name(text: str) -> str:
    """The text as a name: small letters, figures and hyphens, beginning with a letter."""
    bare = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode("ascii")
    name = re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")
    return re.sub(r"^[0-9-]+", "", name)[:MAX_CHARS].strip("-")


def free(name: str, taken: Collection[str]) -> str:
    """The name, or with a number behind it when there is one already."""
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
