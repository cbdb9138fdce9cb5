"""A Dutch licence plate: six letters and digits in the shape of one of the fourteen series."""

import re

from afspraak.engine.checks.kept import Kept

# RDW, sidecodes 1 to 14: A a letter, 9 a digit.
_SIDECODES = """
AA-99-99 99-99-AA 99-AA-99 AA-99-AA AA-AA-99 99-AA-AA 99-AAA-9 9-AAA-99 AA-999-A A-999-AA AAA-99-A
A-99-AAA 9-AA-999 999-AA-9
"""
_SHAPES = frozenset(_SIDECODES.split())
_VOWEL = re.compile("[aeiou]")
# 1-jan-26 has the shape of a plate too.
_MONTH = re.compile("[0-9]{1,2}[ -](?:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)")
_GROUP = re.compile("[0-9]{1,3}|[a-z]{1,3}")
_PAIR_OF_PAIRS = re.compile("([0-9]{4}|[a-z]{4})")


TABLES = {"shapes": sorted(_SHAPES), "month": _MONTH.pattern}


def plate(folded: str, original: str) -> Kept | None:
    """The plate in capitals with hyphens.

    In small letters only a plate without vowels counts: `12-en-14` is no car.
    """
    has_small = re.search("[a-z]", original) is not None
    if has_small and (_VOWEL.search(folded) or re.search("[A-Z]", original)):
        return None
    return any_plate(folded, original)


def any_plate(folded: str, original: str) -> Kept | None:
    """The same beside a word such as *kenteken*: only small words between spaces are refused."""
    if " " in folded and _VOWEL.search(folded) and re.search("[a-z]", original):
        return None
    groups = _groups(folded)
    shape = "-".join("9A"[group[0].isalpha()] * len(group) for group in groups)
    if shape not in _SHAPES or _MONTH.match(folded):
        return None
    return Kept(len(folded), "-".join(groups).upper())


def _groups(folded: str) -> list[str]:
    """The groups of letters and of digits; a joined plate writes two of the same kind as one."""
    apart = _PAIR_OF_PAIRS.sub(lambda pair: f"{pair[0][:2]}-{pair[0][2:]}", folded)
    return _GROUP.findall(apart)
