"""A password that follows its label."""

import re

from afspraak.engine.checks.kept import Kept, portable

_LAST_WORD = re.compile("(?P<between>[ :=>]+)(?P<quote>[\"']?)(?P<value>[!-~]+)")
_PLAIN = re.compile(
    "(?P<upto>[^\n]*[:= ](?P<quote>[\"']?)(?P<value>[a-z-]{4,40}))[\"']?[.!,;?]?(?P<after> ?[!-~])?"
)
_MARKS_AFTER = ".,;:?)]\"'"
_MIN_CHARS = 4
_MASKS = "*x#._-"
_SIGN = re.compile("[@#$%^&*_+~!]")
# What follows the label in talk about passwords, and names of programs for them.
_TALK = """
1password 2fa mfa oauth2 en/of ja/nee http https minimaal minstens maximaal tips tip verplicht
vergeten vergeet gewijzigd veranderd wijzigen veranderen onthouden delen gedeeld verlopen reset
changed alweer opnieuw again forgotten expired required incorrect minimum policy manager
"""
_NO_PASSWORDS = frozenset(_TALK.split())


TABLES = {
    "last_word": portable(_LAST_WORD),
    "plain": portable(_PLAIN),
    "marks_after": _MARKS_AFTER,
    "min_chars": _MIN_CHARS,
    "masks": _MASKS,
    "sign": _SIGN.pattern,
    "talk": sorted(_NO_PASSWORDS),
}


def password(folded: str, original: str) -> Kept | None:
    """The match up to its last word when that can only be a password.

    That takes a digit or a sign in it, and a letter as well unless it stands after `:` or `=`.
    """
    found = _value(folded)
    if found is None:
        return None
    between, quote, value, length = found
    has_digit = re.search("[0-9]", value) is not None
    has_letter = re.search("[a-z]", value) is not None
    has_sign = _SIGN.search(value[:-1]) is not None or (has_digit and value.endswith("!"))
    if not has_digit and not has_sign:
        return None
    if not has_letter and not quote and not re.search("[:=>]", between):
        return None
    if folded[:length].endswith("://") or value.startswith(("http", "www.")):
        return None
    return Kept(length, original.rsplit(maxsplit=1)[-1])


def plain_password(folded: str, original: str) -> Kept | None:
    """The match when a word without digits or signs ends it, quoted or with nothing after it.

    The pattern takes in the first character of what follows, so that this can be seen.
    """
    found = _PLAIN.fullmatch(folded)
    if found is None or found["value"] in _NO_PASSWORDS or not found["value"].strip("x"):
        return None
    if found["after"] and not found["quote"]:
        return None
    return Kept(len(found["upto"]), original[: len(found["upto"])].rsplit(maxsplit=1)[-1])


def _value(folded: str) -> tuple[str, str, str, int] | None:
    """Between label and value, the quote, the value, and the length of the match up to its end."""
    found = list(_LAST_WORD.finditer(folded))
    if not found:
        return None
    last = found[-1]
    value = last["value"].rstrip(_MARKS_AFTER)
    is_masked = len(set(value)) == 1 and value[0] in _MASKS
    if len(value) < _MIN_CHARS or value in _NO_PASSWORDS or is_masked:
        return None
    return last["between"], last["quote"], value, last.start("value") + len(value)
