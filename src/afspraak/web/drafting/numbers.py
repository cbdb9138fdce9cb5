"""The number that a next edition gets: one that nothing else here is called by."""

import re
from collections.abc import Collection

from afspraak.web.drafting.models import Draft
from afspraak.web.editions.models import Edition

_LAST = re.compile(r"(\d+)(?!.*\d)")


def following(wanted: str) -> str:
    """`wanted` when it is free, or else the first number after it that is."""
    taken = {
        *Edition.objects.filter(withdrawn_at=None).values_list("number", flat=True),
        *Draft.objects.values_list("number", flat=True),
    }
    return free(wanted, taken)


def free(wanted: str, taken: Collection[str]) -> str:
    """The first that is not `taken`, counting up from `wanted`."""
    number = wanted
    while number in taken:
        counted, found = _LAST.subn(lambda at: str(int(at[1]) + 1), number)
        number = counted if found else f"{number}.2"
    return number
