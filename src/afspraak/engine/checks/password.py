"""A password that follows its label."""

import re

from afspraak.engine.checks.kept import Kept

_LAST_WORD = re.compile("(?P<between>[ :=>]+)(?P<quote>[\"']?)(?P<value>[!-~]+)")
_MARKS_AFTER = ".,;:?)]\"'"
_MIN_CHARS = 4
_SIGN = re.compile("[@#$%^&*_+~!]")
# What follows the label in talk about passwords, and names of programs for them.
_TALK = """
1password 2fa mfa oauth2 en/of ja/nee http https minimaal minstens maximaal tips tip verplicht
vergeten vergeet gewijzigd veranderd wijzigen veranderen onthouden delen gedeeld verlopen reset
changed forgotten expired required incorrect minimum policy manager
"""
_NO_PASSWORDS = frozenset(_TALK.split())


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
    """The same for a word without digits or signs, which only its place can make a password."""
    found = _value(folded)
    if found is None or not re.fullmatch("[a-z-]+", found[2]):
        return None
    return Kept(found[3], original.rsplit(maxsplit=1)[-1])


def _value(folded: str) -> tuple[str, str, str, int] | None:
    """Between label and value, the quote, the value, and the length of the match up to its end."""
    found = list(_LAST_WORD.finditer(folded))
    if not found:
        return None
    last = found[-1]
    value = last["value"].rstrip(_MARKS_AFTER)
    if len(value) < _MIN_CHARS or value in _NO_PASSWORDS:
        return None
    return last["between"], last["quote"], value, last.start("value") + len(value)
