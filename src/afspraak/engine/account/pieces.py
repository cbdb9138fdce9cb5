"""Cuts a handle or a name into pieces: the company, names of people, places, other words."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from afspraak.engine.account.letters import Letters, is_number, letters_of, with_letters_for_digits
from afspraak.engine.account.lexicon import Lexicon, Name
from afspraak.engine.account.segment import Cut, Segmenter
from afspraak.engine.fold import Folded


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of folded text and what it is; `before` is what stands between it and the last.

    `apart`: a reader sees it as something beside the one before, not as one name.
    """

    kind: str
    text: str
    start: int
    end: int
    before: str
    apart: bool
    name: Name | None = None


class _Hit(NamedTuple):
    """The company's name in the letters, or what may be it."""

    cut: Cut
    name: Name


def cut(
    folded: Folded,
    start: int,
    end: int,
    lexicon: Lexicon,
    given: Mapping[str, str] | None = None,
) -> list[Piece]:
    """The pieces of a stretch of `folded`, in order.

    `given` holds words that are known to be a person's, with their kind: they come from the name.
    """
    letters = letters_of(folded, start, min(end, start + lexicon.limits["name"]), lexicon)
    segmenter = Segmenter(lexicon, given or {})
    hits = {hit.cut: hit.name for hit in _company(letters, lexicon, segmenter)}
    cuts = list(hits)
    for low, high in _between(letters, cuts):
        cuts += segmenter.words(letters, low, high)
    pieces: list[Piece] = []
    for each in sorted(cuts, key=lambda found: found.start):
        first, last = letters.places[each.start], letters.places[each.end - 1] + 1
        before = folded.text[pieces[-1].end : first] if pieces else ""
        text = letters.text[each.start : each.end]
        name = hits.get(each)
        kind = each.kind
        if name and kind == "organisation" and not _as_written(letters, each, name):
            kind = "imitation"
        elif kind == "number" and len(text) == 4 and text[:2] in lexicon.data["founded"]:
            kind = "year"
        pieces.append(Piece(kind, text, first, last, before, _apart(before, lexicon), name))
    return pieces


def _apart(before: str, lexicon: Lexicon) -> bool:
    return not before.isascii() or any(mark in before for mark in lexicon.marks["apart"])


def _as_written(letters: Letters, cut: Cut, name: Name) -> bool:
    """Whether the name is written with its own letters, not with such as only look like them."""
    written = letters.written[cut.start : cut.end]
    return letters.text[cut.start : cut.end] == name.joined and all(
        letter.isascii() or letter in name.letters for letter in written
    )


def _between(letters: Letters, taken: list[Cut]) -> list[tuple[int, int]]:
    """The runs of letters that no name of the company takes."""
    inside = {k for each in taken for k in range(each.start, each.end)}
    edges = {edge for each in taken for edge in (each.start, each.end)} | letters.hard
    return [(low, high) for low, high in pairwise(sorted(edges)) if low not in inside]


def _company(letters: Letters, lexicon: Lexicon, segmenter: Segmenter) -> list[_Hit]:
    """Where the company is named: the longest names first, none overlapping."""
    hits: list[_Hit] = []
    versions = [letters.text, *with_letters_for_digits(letters.text, lexicon)]
    for name in lexicon.by_length:
        for version in versions:
            at = version.find(name.joined)
            while at >= 0:
                end = at + len(name.joined)
                free = all(end <= hit.cut.start or hit.cut.end <= at for hit in hits)
                if free and _readable(letters.text[at:end]):
                    kind = _seen(letters, at, end, name, segmenter)
                    hits += [_Hit(Cut(kind, at, end), name)] if kind else []
                at = version.find(name.joined, at + 1)
    return hits


def _readable(found: str) -> bool:
    """Whether enough real letters are left where digits stand for letters."""
    digits = sum(is_number(mark) for mark in found)
    return digits == 0 or len(found) - digits >= 3


def _seen(letters: Letters, start: int, end: int, name: Name, segmenter: Segmenter) -> str:
    """How a reader sees the name here: as "organisation", "maybe", or not at all."""
    if not {edge - start for edge in letters.hard if start < edge < end} <= name.joints:
        return ""
    left = max(edge for edge in letters.soft if edge <= start)
    right = min(edge for edge in letters.soft if edge >= end)
    if (left, right) == (start, end):
        return "organisation"
    if letters.text[left:right] in segmenter.known:
        return ""
    rests = [(low, high) for low, high in ((left, start), (end, right)) if low < high]
    limits = segmenter.lexicon.limits
    long = len(name.joined) >= limits["guess"]
    sense = (segmenter.makes_sense(letters, *rest, guess=long) for rest in rests)
    if (long or len(rests) == 1) and all(sense):
        return "organisation"
    far = len(name.joined) >= limits["maybe"] and right - end >= limits["behind_maybe"]
    return "maybe" if left == start and far else ""
