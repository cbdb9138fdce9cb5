"""Words and phrases of a pack, looked up in a text: the time does not grow with their number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from afspraak.engine import spelling
from afspraak.engine.fold import Folded
from afspraak.engine.pack import PackSet

Range = tuple[int, int]
"""Words of a text, by their numbers: the first, and the one behind the last."""
Rests = list[tuple[int, list[str]]]
"""Sets with the words that must still follow of their phrase."""


class Starts:
    """Beginnings of words; all that the words of a text have are found at once."""

    def __init__(self, starts: Iterable[tuple[str, int]]) -> None:
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for start, number in starts:
            self._numbers[start].append(number)
        self._opening = itemgetter(slice(min(map(len, self._numbers), default=0)))
        self._lengths: dict[str, list[int]] = defaultdict(list)
        for start in self._numbers:
            self._lengths[self._opening(start)].append(len(start))

    def of(self, words: set[str]) -> dict[str, list[int]]:
        """The numbers of the starts that the words begin with, by word."""
        opened = self._lengths.keys() & set(map(self._opening, words))
        found = {}
        if opened:
            for word in words:
                if (opening := self._opening(word)) in opened:
                    starts = {word[:length] for length in self._lengths[opening]}
                    if numbers := [n for each in starts for n in self._numbers.get(each, ())]:
                        found[word] = numbers
        return found


class WordIndex:
    """Every word and phrase of the sets by its first words."""

    def __init__(self, sets: Sequence[PackSet]) -> None:
        self._whole: dict[str, tuple[int, ...]] = {}
        self._longer: dict[str, Rests] = {}
        self._open_ended: dict[str, Rests] = {}
        self._firsts: set[str] = set()
        starts: list[tuple[str, int]] = []
        for number, each in enumerate(sets):
            for phrase in each.get("word", ()):
                first, *rest = phrase.split(" ", 2)
                self._firsts.add(first)
                if len(rest) < 2:
                    self._whole[phrase] = (*self._whole.get(phrase, ()), number)
                else:
                    following = [rest[0], *rest[1].split(" ")]
                    self._longer.setdefault(f"{first} {rest[0]}", []).append((number, following))
            for phrase in each.get("start", ()):
                first, *rest = phrase.split(" ")
                if rest:
                    self._firsts.add(first)
                    self._open_ended.setdefault(first, []).append((number, rest))
                else:
                    starts.append((first, number))
        self._starts = Starts(starts)

    def look_up(self, folded: Folded) -> dict[int, list[Range]]:
        """Which words of the text are a word or phrase of each set, by set."""
        words = folded.words
        different = set(words)
        started = self._starts.of(different)
        present = self._firsts & different
        found: dict[int, list[Range]] = defaultdict(list)
        if started or present:
            for i, word in enumerate(words):
                if word in started:
                    for number in started[word]:
                        found[number].append((i, i + 1))
                if word in present:
                    for number, end in self._beginning_at(i, folded):
                        found[number].append((i, end))
        return found

    def _beginning_at(self, i: int, folded: Folded) -> Iterator[tuple[int, int]]:
        words = folded.words
        word, whole = words[i], self._whole
        for number in whole.get(word, ()):
            yield number, i + 1
        if i + 1 == len(words):
            return
        two = f"{word} {words[i + 1]}"
        if two in whole and _hangs_together(folded, i, i + 2):
            for number in whole[two]:
                yield number, i + 2
        for number, rest in self._longer.get(two, ()):
            end = i + 1 + len(rest)
            if words[i + 1 : end] == rest and _hangs_together(folded, i, end):
                yield number, end
        for number, (*rest, last) in self._open_ended.get(word, ()):
            end = i + 2 + len(rest)
            if (
                end <= len(words)
                and words[i + 1 : end - 1] == rest
                and words[end - 1].startswith(last)
                and _hangs_together(folded, i, end)
            ):
                yield number, end


def _hangs_together(folded: Folded, first: int, end: int) -> bool:
    """Whether only gaps that a phrase may have stand between these words."""
    places, text = folded.places, folded.text
    for i in range(first + 1, end):
        before, start = places[i - 1][1], places[i][0]
        if text[before:start] != " " and not spelling.GAP.fullmatch(text, before, start):
            return False
    return True
