"""A Dutch postcode with a house number: an address."""

import re

from afspraak.engine.checks.kept import Kept, portable

_CODE = "(?P<digits>[1-9][0-9]{3})(?P<gap> ?)(?P<letters>[a-z]{2})"
_BEFORE = re.compile(f"(?P<house>[0-9]+[a-z]?)(?:-[0-9a-z]+)?[, \n]+{_CODE}")
_AFTER = re.compile(f"{_CODE}[^0-9]+(?P<house>[0-9]+[a-z]?)(?P<more>-[0-9a-z]+)?")
_FLAT = re.compile("-(?:[0-9]{1,4}|[a-z])")
# PostNL never gave out the first three; the rest are units that follow a number of four digits.
_NO_LETTERS = """
sa sd ss am bh cc cl cm db dl ft gb gr gw hz kb kg kj km kw lb lm mb mg ml mm mw nm oz pk pm px st
tb th wh
"""
_UNUSED = frozenset(_NO_LETTERS.split())


TABLES = {
    "before": portable(_BEFORE),
    "after": portable(_AFTER),
    "unused": sorted(_UNUSED),
}


def postcode(folded: str, original: str) -> Kept | None:
    """Postcode and house number as `1234AB 56a`, whichever stands first.

    After a space the letters must be capitals: `in 2024 op 12 plaatsen` is no address.
    """
    found = _BEFORE.fullmatch(folded) or _AFTER.fullmatch(folded)
    if found is None or found["letters"] in _UNUSED:
        return None
    letters = found["letters"].upper()
    if found["gap"] and letters not in original:
        return None
    more = found.groupdict().get("more") or ""
    length = len(folded) if _FLAT.fullmatch(more) else len(folded) - len(more)
    return Kept(length, f"{found['digits']}{letters} {found['house']}")
