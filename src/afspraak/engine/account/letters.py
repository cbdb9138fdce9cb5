"""A handle or name as letters and digits only, with the places where a reader sees words begin."""

from dataclasses import dataclass

from afspraak.engine.account.lexicon import Lexicon
from afspraak.engine.fold import Folded

_DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Letters:
    """Folded letters and digits, the same as `written`, and the `places` in the folded text.

    `hard` are the starts after something that is no letter or digit, `soft` those and the starts
    where capitals or digits begin or end. Both hold the two ends as well.
    """

    text: str
    written: list[str]
    places: list[int]
    hard: frozenset[int]
    soft: frozenset[int]


def letters_of(folded: Folded, start: int, end: int, lexicon: Lexicon) -> Letters:
    """The letters and digits of a stretch of `folded`."""
    text, written, places, hard, soft = "", [], [], {0}, {0}
    for begin, stop in folded.places:
        low, high = max(begin, start), min(stop, end)
        if low >= high:
            continue
        hard.add(len(text))
        originals = [folded.span(i, i + 1).of(folded.original)[0] for i in range(low, high)]
        for k in range(high - low):
            after = originals[k + 1] if k + 1 < len(originals) else ""
            if k and _turns(originals[k - 1], originals[k], after, lexicon):
                soft.add(len(text))
            text += folded.text[low + k]
            places.append(low + k)
        written += originals
    hard.add(len(text))
    return Letters(text, written, places, frozenset(hard), frozenset(soft | hard))


def with_letters_for_digits(text: str, lexicon: Lexicon) -> list[str]:
    """What `text` reads as when its digits stand for letters: k4rel, bl0kker."""
    if is_number(text) or not any(mark in _DIGITS for mark in text):
        return []
    return [text.translate(table) for table in lexicon.look_alikes]


def is_number(text: str) -> bool:
    """Whether `text` is made of the digits 0 to 9 only."""
    return bool(text) and all(mark in _DIGITS for mark in text)


def _turns(was: str, here: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a new word begins at `here`: aB, ABc (at B), a1, 1a."""
    if (was in _DIGITS) != (here in _DIGITS):
        return True
    upper, lower = lexicon.upper, lexicon.lower
    return here in upper and (was in lower or (was in upper and after in lower))
