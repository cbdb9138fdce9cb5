"""A Dutch citizen service number: eight or nine digits that pass the 11-test."""

from afspraak.engine.checks.kept import Kept, digits_of


def bsn(folded: str, _original: str) -> Kept | None:
    """The nine digits, an older number of eight filled up with a zero.

    One in eleven of all numbers passes, so the test alone makes nothing sure.
    """
    digits = digits_of(folded)
    if len(digits) not in (8, 9):
        return None
    number = digits.rjust(9, "0")
    # https://nl.wikipedia.org/wiki/Burgerservicenummer: weights 9 to 2, the last digit minus 1.
    total = sum(int(digit) * (9 - place) for place, digit in enumerate(number[:8]))
    if number == "000000000" or (total - int(number[8])) % 11 != 0:
        return None
    return Kept(len(folded), number)
