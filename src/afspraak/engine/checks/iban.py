"""A bank account number: country, length and mod-97."""

from afspraak.engine.checks.kept import DIGITS, LETTERS, Kept, ends_whole

# IBAN registry of SWIFT, release 101: countries by length.
_COUNTRIES = {
    15: "no",
    16: "be",
    18: "dk fi fk fo gl nl sd",
    19: "mk si",
    20: "at ba ee kz lt lu mn xk",
    21: "ch hr li lv",
    22: "bg bh cr de gb ge ie me rs va",
    23: "ae gi il iq om so tl",
    24: "ad cz es md pk ro sa se sk tn vg",
    25: "ly pt st",
    26: "is tr",
    27: "bi dj fr gr it mc mr sm",
    28: "al az by cy do gt hn hu lb ni pl sv",
    29: "br eg ps qa ua",
    30: "jo kw mu ye",
    31: "mt sc",
    32: "lc",
    33: "ru",
}
_LENGTHS = {country: n for n, names in _COUNTRIES.items() for country in names.split()}


TABLES = {"lengths": _LENGTHS}


def iban(folded: str, _original: str) -> Kept | None:
    """The IBAN at the start of the match, cut to its country's length.

    Capitals and separators do not matter. A Dutch one must also have its bank in letters.
    """
    wanted = _LENGTHS.get(folded[:2])
    if wanted is None:
        return None
    compact = ""
    for position, character in enumerate(folded):
        if character in LETTERS + DIGITS:
            compact += character
        if len(compact) == wanted:
            if _is_valid(compact) and ends_whole(folded, position + 1):
                return Kept(position + 1, compact.upper())
            return None
    return None


def _is_valid(compact: str) -> bool:
    if compact[:2] == "nl" and not (
        all(each in LETTERS for each in compact[4:8])
        and all(each in DIGITS for each in compact[8:])
    ):
        return False
    remainder = 0
    for character in compact[4:] + compact[:4]:
        if character in DIGITS:
            remainder = (remainder * 10 + DIGITS.index(character)) % 97
        else:
            remainder = (remainder * 100 + 10 + LETTERS.index(character)) % 97
    return remainder == 1
