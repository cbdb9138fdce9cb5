"""An e-mail address."""

import re

from afspraak.engine.checks.kept import Kept

# A retina picture is called icon@2x.png.
_FILE_ENDINGS = frozenset({"gif", "jpeg", "jpg", "png", "svg", "webp"})
_AT = re.compile(
    " ?[(\\[](?:at|apenstaartje|apestaartje)[)\\]] ?| (?:at|apenstaartje|apestaartje) "
)
_DOT = re.compile(" ?[(\\[](?:dot|punt)[)\\]] ?| (?:dot|punt) ")

# ‘Mail jan@site.nl.Tot snel’ is two sentences.
_NEXT_SENTENCE = re.compile("@[a-z0-9.-]*[a-z]([.][A-Z][a-z]+)$")


TABLES = {
    "at": _AT.pattern,
    "dot": _DOT.pattern,
    "file_endings": sorted(_FILE_ENDINGS),
    "next_sentence": _NEXT_SENTENCE.pattern,
}


def email(folded: str, original: str) -> Kept | None:
    """The address in lower case, also when *(at)* and *punt* stand for the signs."""
    address = _DOT.sub(".", _AT.sub("@", folded, count=1)).replace(" ", "")
    name, _, domain = address.partition("@")
    labels = domain.split(".")
    if name.endswith(".") or ".." in name or len(domain) > 253 or labels[-1] in _FILE_ENDINGS:
        return None
    if any(label.startswith("-") or label.endswith("-") for label in labels):
        return None
    next_word = _NEXT_SENTENCE.search(original)
    if next_word and len(labels) > 2:
        behind = len(next_word[1])
        return Kept(len(folded) - behind, address[:-behind])
    return Kept(len(folded), address)
