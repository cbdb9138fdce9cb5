"""Keys and tokens: what looks made up by a machine."""

import re

from afspraak.engine.checks.kept import Kept

_PLACEHOLDER = re.compile("x{4}|your|jouw|placeholder|[.]{3}")
_MIN_DIFFERENT = 8


TABLES = {"placeholder": _PLACEHOLDER.pattern, "min_different": _MIN_DIFFERENT}


def token(folded: str, original: str) -> Kept | None:
    """The match when it has the variety of a generated key and is no placeholder."""
    if _PLACEHOLDER.search(folded):
        return None
    if len(set(folded)) < _MIN_DIFFERENT or not re.search("[0-9]", folded):
        return None
    return Kept(len(folded), original)


def upper(folded: str, original: str) -> Kept | None:
    """The same, and no letter is small: some keys are issued in capitals."""
    return None if re.search("[a-z]", original) else token(folded, original)
