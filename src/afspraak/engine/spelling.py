"""How a term may be written: the spellings that go into the pack.

In the pack a phrase is folded words with one space between; the space stands for any gap that
`GAP` allows. What cannot be said that way (C++, AT&T, an emoji) becomes a pattern.
"""

import itertools
import re
import unicodedata
from collections.abc import Sequence

from afspraak.engine import fold

GAP = re.compile(
    r"""[ \t\n]{1,3}|[ ]?--?[ ]?|[_./'+]|[ ]?#|[ ]?["'*~:]{1,2}[ ]?["'*]?"""  # JavaScript's too
)
"""What may stand between two words of a phrase, in folded text."""

MIN_JOINED = 5
"""Letters a joined spelling needs: shorter ones are other words too (zo’n, zon)."""
MAX_WORDS_JOINED_FREELY = 3
_PASSED_OVER = " \t\n-_./'@#!?,:;\"()[]*"


def spellings(term: str, *, joined: bool, words_only: bool = False) -> tuple[str, ...]:
    """The folded phrases that stand for `term`, or nothing when it needs a pattern.

    `joined` adds what is left when gaps are closed. `words_only` passes over symbols:
    confidential terms are hashed word by word.
    """
    folded = fold.fold(term)
    words = list(folded.words)
    rest = _without(folded.text, folded.places)
    if not words or not (words_only or all(character in _PASSED_OVER for character in rest)):
        return ()
    found = {" ".join(words): None}
    if joined and _may_be_joined(words):
        gaps = len(words) - 1
        free = gaps < MAX_WORDS_JOINED_FREELY
        for joints in _joints(gaps, free=free):
            found["".join(map("".join, zip(words, (*joints, ""), strict=True)))] = None
    return tuple(found)


def _may_be_joined(words: Sequence[str]) -> bool:
    return len("".join(words)) >= MIN_JOINED or all(len(word) == 1 for word in words)


def _joints(gaps: int, *, free: bool) -> list[tuple[str, ...]]:
    if free:
        return list(itertools.product((" ", ""), repeat=gaps))
    return [(" ",) * gaps, ("",) * gaps]


def exact_form(written: str, exact: str, folder: fold.Folder) -> str:
    """`written` without gaps, with the capitals and/or accents that `exact` asks for.

    Only letters and marks of the tables are composed, for these every Unicode version composes
    alike. A sigma is the same at the end of a word as elsewhere.
    """

    def is_letter(character: str) -> bool:
        return any(map(folder.is_word, folder.fold(character).text))

    known = (each if is_letter(each) or folder.is_mark(each) else "-" for each in written)
    kept = "".join(filter(is_letter, unicodedata.normalize("NFC", "".join(known))))
    if exact == "accents":
        return kept.lower().replace("\u03c2", "\u03c3")
    if exact == "case":
        split = unicodedata.normalize("NFD", kept)
        return "".join(character for character in split if not folder.is_mark(character))
    return kept


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in places:
        pieces.append(text[at:start])
        at = end
    return "".join((*pieces, text[at:]))
