"""A handle or name as letters and digits only, with the places where a reader sees words begin."""

from dataclasses import dataclass

from afspraak.engine.fold import Folded

_DIGITS = frozenset("0123456789")
# What people write for letters: 0 for o, 1 for i or l, and so on.
_LOOK_ALIKES = (str.maketrans("013457", "oieast"), str.maketrans("013457", "oleast"))


@dataclass(frozen=True, slots=True)
class Letters:
    """Folded letters and digits; `places` says where each stands in the folded text.

    `hard` are the starts after something that is no letter or digit, `soft` those and the starts
    where capitals or digits begin or end. Both hold the two ends as well.
    """

    text: str
    places: list[int]
    hard: frozenset[int]
    soft: frozenset[int]


def letters_of(folded: Folded, start: int, end: int) -> Letters:
    """The letters and digits of a stretch of `folded`."""
    text, places, hard, soft = "", [], {0}, {0}
    for begin, stop in folded.places:
        low, high = max(begin, start), min(stop, end)
        if low >= high:
            continue
        hard.add(len(text))
        originals = [folded.span(i, i + 1).of(folded.original)[0] for i in range(low, high)]
        for k in range(high - low):
            after = originals[k + 1] if k + 1 < len(originals) else ""
            if k and _turns(originals[k - 1], originals[k], after):
                soft.add(len(text))
            text += folded.text[low + k]
            places.append(low + k)
    hard.add(len(text))
    return Letters(text, places, frozenset(hard), frozenset(soft | hard))


def with_letters_for_digits(text: str) -> list[str]:
    """What `text` reads as when its digits stand for letters: k4rel, bl0kker."""
    if is_number(text) or not any(mark in _DIGITS for mark in text):
        return []
    return [text.translate(table) for table in _LOOK_ALIKES]


def is_number(text: str) -> bool:
    """Whether `text` is made of the digits 0 to 9 only."""
    return bool(text) and all(mark in _DIGITS for mark in text)


def _turns(was: str, here: str, after: str) -> bool:
    """Whether a new word begins at `here`: aB, ABc (at B), a1, 1a."""
    if (was in _DIGITS) != (here in _DIGITS):
        return True
    return here.isupper() and (was.islower() or (was.isupper() and after.islower()))
