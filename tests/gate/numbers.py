"""Numbers, dates, addresses, links and passwords, right and almost right, in many spellings."""

import random

from gate.oddities import ODD

SCRIPTS = (0x660, 0x966, 0xFF10, 0x1D7CE, 0x1D7F6, 0xE50)
"""Where digits of other scripts begin: Arabic, Devanagari, full-width, mathematical, Thai."""


def some(chance: random.Random) -> str:
    """One of them, perhaps with a digit changed, a joint put in or digits of another script."""
    made = chance.choice(MAKERS)(chance)
    if chance.random() < 0.25:
        made = _with_another_digit(made, chance)
    if chance.random() < 0.25:
        made = _in_another_script(made, chance)
    return made


def iban(chance: random.Random) -> str:
    """A bank account of the Netherlands, Belgium or Germany, its check digits right."""
    country, bank = chance.choice([("NL", "ABNA"), ("NL", "RABO"), ("BE", ""), ("DE", "")])
    length = {"NL": 10, "BE": 12, "DE": 18}[country]
    account = bank + _digits(length, chance)
    numeric = "".join(str(int(each, 36)) for each in f"{account}{country}00")
    whole = f"{country}{98 - int(numeric) % 97:02}{account}"
    return _cased(_grouped(whole, 4, chance), chance)


def bsn(chance: random.Random) -> str:
    """A citizen's number that passes the test of eleven."""
    while True:
        digits = _digits(8, chance)
        weighed = sum(int(each) * (9 - i) for i, each in enumerate(digits)) % 11
        if weighed < 10:
            said = chance.choice(["", "", "bsn ", "BSN: ", "burgerservicenummer is "])
            return said + _grouped(digits + str(weighed), chance.choice([3, 4, 9]), chance)


def card(chance: random.Random) -> str:
    """A payment card with a right last digit."""
    digits = chance.choice(["4", "51", "34", "6011"])
    digits += _digits((14 if digits == "34" else 15) - len(digits), chance)
    doubled = (int(each) * (2 - i % 2) for i, each in enumerate(reversed(digits)))
    total = sum(each // 10 + each % 10 for each in doubled)
    return _grouped(digits + str(-total % 10), 4, chance)


def phone(chance: random.Random) -> str:
    """A telephone number of somebody, in one of the ways people write it."""
    opening = chance.choice(
        ["06", "+31 6", "0031 6", "(06)", "+31 (0)6", "wa.me/316", "06-", "030"]
    )
    return opening + _grouped(_digits(8 - (opening == "030"), chance), 2, chance)


def _digits(count: int, chance: random.Random) -> str:
    return "".join(chance.choices("0123456789", k=count))


def _grouped(number: str, size: int, chance: random.Random) -> str:
    """The number in groups with one joint, or now and then another."""
    joint = chance.choice(ODD["joints"])
    written = number[:size]
    for at in range(size, len(number), size):
        written += chance.choice(ODD["joints"]) if chance.random() < 0.1 else joint
        written += number[at : at + size]
    return written


def _cased(text: str, chance: random.Random) -> str:
    return chance.choice([text, text, text.lower(), text.title()])


def _with_another_digit(text: str, chance: random.Random) -> str:
    places = [i for i, each in enumerate(text) if each.isdecimal()]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + chance.choice("0123456789") + text[at + 1 :]


def _in_another_script(text: str, chance: random.Random) -> str:
    zero, share = chance.choice(SCRIPTS), chance.choice([0.2, 1.0])
    return "".join(
        chr(zero + int(each)) if each in "0123456789" and chance.random() < share else each
        for each in text
    )


def listed(chance: random.Random) -> str:
    """A link, an address, a date, a password or something else of the kind."""
    names = ("links", "addresses", "dates", "secrets", "others")
    return str(chance.choice(ODD[chance.choice(names)]))


MAKERS = (iban, bsn, card, phone, listed, listed, listed, listed, listed)
