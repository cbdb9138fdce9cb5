"""Words and phrases of a pack, looked up in a text: the time does not grow with their number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
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
        self._short: dict[str, tuple[int, ...]] = {}  # phrases of one word or two
        self._longer: dict[str, Rests] = {}  # by their first two words
        self._open_ended: dict[str, Rests] = {}  # by their first word
        self._singles: set[str] = set()
        self._firsts: set[str] = set()
        self._seconds: set[str] = set()
        starts: list[tuple[str, int]] = []
        for number, each in enumerate(sets):
            for phrase in each.get("word", ()):
                self._add(phrase, number)
            for phrase in each.get("start", ()):
                first, *rest = phrase.split(" ")
                if rest:
                    self._open_ended.setdefault(first, []).append((number, rest))
                else:
                    starts.append((first, number))
        self._starts = Starts(starts)

    def _add(self, phrase: str, number: int) -> None:
        first, space, rest = phrase.partition(" ")
        if not space:
            self._singles.add(first)
            self._short[phrase] = (*self._short.get(phrase, ()), number)
            return
        second, space, _ = rest.partition(" ")
        self._firsts.add(first)
        self._seconds.add(second)
        if not space:
            self._short[phrase] = (*self._short.get(phrase, ()), number)
        else:
            self._longer.setdefault(f"{first} {second}", []).append((number, rest.split(" ")))

    def look_up(self, folded: Folded) -> dict[int, list[Range]]:
        """Which words of the text are a word or phrase of each set, by set."""
        words = folded.words
        different = set(words)
        found: dict[int, list[Range]] = defaultdict(list)
        whole = self._starts.of(different)
        for word in self._singles & different:
            whole[word] = [*whole.get(word, ()), *self._short[word]]
        alone = whole.keys() | (self._open_ended.keys() & different)
        firsts, seconds = self._firsts & different, self._seconds & different
        if alone or (firsts and seconds):
            for i, (word, after) in enumerate(zip(words, (*words[1:], ""), strict=True)):
                if word in firsts and after in seconds:
                    self._phrases_at(i, folded, found)
                if word in alone:
                    for number in whole.get(word, ()):
                        found[number].append((i, i + 1))
                    self._open_ended_at(i, folded, found)
        return found

    def _phrases_at(self, i: int, folded: Folded, found: dict[int, list[Range]]) -> None:
        words = folded.words
        two = f"{words[i]} {words[i + 1]}"
        if two in self._short and _hangs_together(folded, i, i + 2):
            for number in self._short[two]:
                found[number].append((i, i + 2))
        for number, rest in self._longer.get(two, ()):
            end = i + 1 + len(rest)
            if words[i + 1 : end] == rest and _hangs_together(folded, i, end):
                found[number].append((i, end))

    def _open_ended_at(self, i: int, folded: Folded, found: dict[int, list[Range]]) -> None:
        words = folded.words
        for number, (*rest, last) in self._open_ended.get(words[i], ()):
            end = i + 2 + len(rest)
            if (
                end <= len(words)
                and words[i + 1 : end - 1] == rest
                and words[end - 1].startswith(last)
                and _hangs_together(folded, i, end)
            ):
                found[number].append((i, end))


def _hangs_together(folded: Folded, first: int, end: int) -> bool:
    """Whether only gaps that a phrase may have stand between these words."""
    places, text = folded.places, folded.text
    for i in range(first + 1, end):
        before, start = places[i - 1][1], places[i][0]
        if text[before:start] != " " and not spelling.GAP.fullmatch(text, before, start):
            return False
    return True
