"""A payment card number: issuer, length and the Luhn test."""

from afspraak.engine.checks.kept import Kept, cut_digits, digits_of, ends_whole

# First digits (from, up to and including) and lengths, as issuers publish them (ISO/IEC 7812).
_ISSUERS = (
    ("4", "4", (19, 16, 13)),  # Visa
    ("51", "55", (16,)),  # Mastercard
    ("2221", "2720", (16,)),
    ("34", "34", (15,)),  # American Express
    ("37", "37", (15,)),
    ("6011", "6011", (19, 16)),  # Discover
    ("644", "649", (19, 16)),
    ("65", "65", (19, 16)),
    ("300", "305", (14,)),  # Diners Club
    ("36", "36", (14,)),
    ("38", "39", (14,)),
    ("3528", "3589", (16,)),  # JCB
    ("62", "62", (19, 18, 17, 16)),  # UnionPay
    ("5018", "5018", (19, 16)),  # Maestro
    ("5020", "5020", (19, 16)),
    ("5038", "5038", (19, 16)),
    ("5893", "5893", (19, 16)),
    ("6304", "6304", (19, 16)),
    ("6703", "6703", (19, 17, 16)),
    ("6759", "6759", (19, 16)),
    ("6761", "6763", (19, 16)),
)


TABLES = {"issuers": _ISSUERS}


def card(folded: str, _original: str) -> Kept | None:
    """The digits of the longest card number that the match starts with."""
    digits = digits_of(folded)
    for wanted in _lengths(digits):
        number = digits[:wanted]
        length = cut_digits(folded, wanted)
        if length and ends_whole(folded, length) and passes_luhn(number):
            return Kept(length, number)
    return None


def passes_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of those before it."""
    total = 0
    for place, character in enumerate(reversed(number)):
        digit = int(character) * (1 + place % 2)
        total += digit - 9 if digit > 9 else digit
    return total % 10 == 0 and number.strip("0") != ""


def _lengths(digits: str) -> tuple[int, ...]:
    for first, last, lengths in _ISSUERS:
        if first <= digits[: len(first)] <= last:
            return lengths
    return ()
