"""Words and phrases of a pack, looked up in a text: the time does not grow with their number."""

from collections import defaultdict
from collections.abc import Sequence

from afspraak.engine import spelling
from afspraak.engine.fold import Folded
from afspraak.engine.pack import PackSet

Stretch = tuple[int, int]
Rest = list[tuple[int, tuple[str, ...]]]
"""Sets with what must still follow of their phrase."""


class WordIndex:
    """Every word and phrase of the sets by its first words."""

    def __init__(self, sets: Sequence[PackSet]) -> None:
        self._single: dict[str, list[int]] = {}
        self._phrases: dict[str, dict[str, Rest]] = {}
        self._open_phrases: dict[str, Rest] = {}
        self._starts: dict[str, list[int]] = {}
        for number, each in enumerate(sets):
            for phrase in each.get("word", ()):
                first, *rest = phrase.split(" ")
                if rest:
                    seconds = self._phrases.setdefault(first, {})
                    seconds.setdefault(rest[0], []).append((number, tuple(rest)))
                else:
                    self._single.setdefault(first, []).append(number)
            for phrase in each.get("start", ()):
                first, *rest = phrase.split(" ")
                if rest:
                    self._open_phrases.setdefault(first, []).append((number, tuple(rest)))
                else:
                    self._starts.setdefault(first, []).append(number)
        self._shortest = min(map(len, self._starts), default=0)
        lengths: dict[str, set[int]] = defaultdict(set)
        for start in self._starts:
            lengths[start[: self._shortest]].add(len(start))
        self._lengths = {opening: sorted(each) for opening, each in lengths.items()}

    def look_up(self, folded: Folded) -> dict[int, list[Stretch]]:
        """Where each set has a word or phrase in the text, by set."""
        found: dict[int, list[Stretch]] = defaultdict(list)
        words = folded.words
        single, phrases, open_phrases = self._single, self._phrases, self._open_phrases
        openings, shortest = self._lengths, self._shortest
        for i, (word, after) in enumerate(zip(words, (*words[1:], ""), strict=False)):
            if word in single:
                for number in single[word]:
                    found[number].append(folded.places[i])
            if word in phrases and after in phrases[word]:
                _phrases_at(folded, i, phrases[word][after], found)
            if word[:shortest] in openings:
                self._starts_at(folded, i, found)
            if word in open_phrases:
                _phrases_at(folded, i, open_phrases[word], found, may_go_on=True)
        return found

    def _starts_at(self, folded: Folded, i: int, found: dict[int, list[Stretch]]) -> None:
        word = folded.words[i]
        for length in self._lengths[word[: self._shortest]]:
            if length > len(word):
                return
            for number in self._starts.get(word[:length], ()):
                found[number].append(folded.places[i])


def _phrases_at(
    folded: Folded,
    i: int,
    phrases: Rest,
    found: dict[int, list[Stretch]],
    *,
    may_go_on: bool = False,
) -> None:
    for number, rest in phrases:
        end = _end(folded, i, rest, may_go_on=may_go_on)
        if end is not None:
            found[number].append((folded.places[i][0], end))


def _end(folded: Folded, i: int, rest: tuple[str, ...], *, may_go_on: bool) -> int | None:
    """Where the phrase ends whose first word is word `i`, or None when the rest does not follow.

    `may_go_on` lets the last word be longer.
    """
    words, places, text = folded.words, folded.places, folded.text
    if i + len(rest) >= len(words):
        return None
    before = places[i][1]
    for k, word in enumerate(rest, start=1):
        actual = words[i + k]
        is_open = may_go_on and k == len(rest)
        if actual != word and not (is_open and actual.startswith(word)):
            return None
        start, end = places[i + k]
        if text[before:start] != " " and not spelling.GAP.fullmatch(text, before, start):
            return None
        before = end
    return before
