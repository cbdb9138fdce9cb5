"""The host of a web address."""

import re

from afspraak.engine.checks.kept import Kept

_AFTER = ".,;:!?'\")]}>*_"
_OPENERS = {")": "(", "]": "["}
_HOST = re.compile("[a-z0-9-]+(?:[.][a-z0-9-]+)+")
_NEW_SENTENCE = re.compile("[a-z][.][A-Z][a-z]")


TABLES = {"after": _AFTER, "openers": _OPENERS}


def host(folded: str, _original: str) -> Kept | None:
    """The host without `www.`, name and port; the address loses the marks that follow it."""
    address = _without_marks_after(folded)
    rest = address.partition("://")[2] or address
    authority = re.split("[/?#]", rest, maxsplit=1)[0]
    name = authority.rpartition("@")[2].partition(":")[0].removeprefix("www.").removesuffix(".")
    return Kept(len(address), name) if _HOST.fullmatch(name) else None


def address(folded: str, _original: str) -> Kept | None:
    """The match without the marks that follow it: a path or a link at the end of a sentence."""
    kept = _without_marks_after(folded)
    return Kept(len(kept), kept)


def internal_host(folded: str, original: str) -> Kept | None:
    """The match unless a capital follows a full stop: `Klaar.Intern` is two sentences."""
    return None if _NEW_SENTENCE.search(original) else address(folded, original)


def _without_marks_after(address: str) -> str:
    while address and address[-1] in _AFTER:
        opener = _OPENERS.get(address[-1])
        if opener and address.count(opener) >= address.count(address[-1]):
            break
        address = address[:-1]
    return address
