"""From a folded text to hits: which sets of the pack occur in it, and where.

Words are looked up, two at a time, in one dictionary. Patterns are searched only when a rule asks
for them and the text passes their gate.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from afspraak.engine import confirm, spelling
from afspraak.engine.fold import Folded, Folder
from afspraak.engine.pack import PackHashes, PackPattern, PackSet

Stretch = tuple[int, int]
Phrases = list[tuple[int, tuple[str, ...]]]
_NO_DIGITS = re.compile("[^0-9]+")

HASH_DIGITS = 24
"""Hexadecimal digits kept of a hash: 96 bits, so that chance never makes a finding."""


class Finder:
    """The sets of a pack, made ready for looking up."""

    def __init__(
        self, sets: Sequence[PackSet], patterns: Sequence[PackPattern], folder: Folder
    ) -> None:
        self.sets = sets
        self.folder = folder
        self.single: dict[str, list[int]] = {}
        self.phrases: dict[str, dict[str, Phrases]] = {}
        self.open_phrases: dict[str, Phrases] = {}
        self.starts: dict[str, list[int]] = {}
        self.searched = frozenset(
            number
            for number, each in enumerate(sets)
            if {"patterns", "anywhere", "hashed"} & set(each)
        )
        self._patterns = patterns
        self._compiled: dict[int, re.Pattern[str]] = {}
        for number, each in enumerate(sets):
            for phrase in each.get("word", ()):
                self._index(number, phrase)
            for phrase in each.get("start", ()):
                self._index_start(number, phrase)
        self.start_lengths = sorted({len(start) for start in self.starts})

    def find(self, folded: Folded) -> "Found":
        """The hits in a text, words now and the rest when asked for."""
        return Found(self, folded)

    def pattern(self, number: int) -> tuple[re.Pattern[str], PackPattern]:
        """A pattern of the pack, compiled when it is first needed."""
        if number not in self._compiled:
            self._compiled[number] = re.compile(self._patterns[number]["regex"])
        return self._compiled[number], self._patterns[number]

    def _index(self, number: int, phrase: str) -> None:
        first, *rest = phrase.split(" ")
        if rest:
            seconds = self.phrases.setdefault(first, {})
            seconds.setdefault(rest[0], []).append((number, tuple(rest[1:])))
        else:
            self.single.setdefault(first, []).append(number)

    def _index_start(self, number: int, phrase: str) -> None:
        first, *rest = phrase.split(" ")
        if rest:
            self.open_phrases.setdefault(first, []).append((number, tuple(rest)))
        else:
            self.starts.setdefault(first, []).append(number)


class Found:
    """The hits in one text: `of(set)` gives them by place, as stretches of the folded text."""

    def __init__(self, finder: Finder, folded: Folded) -> None:
        self._finder = finder
        self._folded = folded
        self._sorted: dict[int, list[Stretch]] = {}
        self.by_words: dict[int, list[Stretch]] = defaultdict(list)
        self._look_up_words()

    def of(self, number: int) -> list[Stretch]:
        """The hits of a set."""
        if number not in self._sorted:
            if number not in self.by_words and number not in self._finder.searched:
                return []
            self._sorted[number] = sorted(set(self._all(number)))
        return self._sorted[number]

    def _look_up_words(self) -> None:
        finder, found, words, text = (
            self._finder,
            self.by_words,
            self._folded.words,
            self._folded.text,
        )
        single, phrases, open_phrases = finder.single, finder.phrases, finder.open_phrases
        starts, lengths = finder.starts, finder.start_lengths
        following = [word for _, _, word in words[1:]]
        following.append("")
        for i, (start, end, word) in enumerate(words):
            if word in single:
                for number in single[word]:
                    found[number].append((start, end))
            if word in phrases and following[i] in phrases[word]:
                for number, rest in phrases[word][following[i]]:
                    last = _follows(text, words, i, (following[i], *rest))
                    if last is not None:
                        found[number].append((start, last))
            if word in open_phrases:
                for number, rest in open_phrases[word]:
                    last = _follows(text, words, i, rest, is_open=True)
                    if last is not None:
                        found[number].append((start, last))
            for length in lengths:
                if length > len(word):
                    break
                for number in starts.get(word[:length], ()):
                    found[number].append((start, end))

    def _all(self, number: int) -> Iterator[Stretch]:
        each = self._finder.sets[number]
        found = self._everything(number, each)
        if "exact" not in each:
            return found
        mode, forms = each["exact"]["mode"], frozenset(each["exact"]["forms"])
        folder = self._finder.folder
        return (
            span
            for span in found
            if spelling.exact_form(self._written(span), mode, folder) in forms
        )

    def _everything(self, number: int, each: PackSet) -> Iterator[Stretch]:
        yield from self.by_words.get(number, ())
        for phrase in each.get("anywhere", ()):
            yield from _anywhere(phrase, self._folded.text)
        for pattern in each.get("patterns", ()):
            regex, options = self._finder.pattern(pattern)
            if self._passes(options):
                yield from confirm.confirmed(regex, options, self._folded, self._finder.folder)
        if "hashed" in each:
            yield from _hashed(each["hashed"], self._folded)

    def _passes(self, pattern: PackPattern) -> bool:
        if pattern.get("digits", 0) > self._digits:
            return False
        strings, text = pattern.get("strings"), self._folded.text
        return not strings or any(string in text for string in strings)

    @cached_property
    def _digits(self) -> int:
        return len(_NO_DIGITS.sub("", self._folded.text))

    def _written(self, span: Stretch) -> str:
        return self._folded.span(*span).of(self._folded.original)


def hash_of(salt: str, phrase: str) -> str:
    """What a page pack holds instead of a confidential phrase."""
    return hashlib.sha256(f"{salt}{phrase}".encode()).hexdigest()[:HASH_DIGITS]


def _follows(
    text: str,
    words: Sequence[tuple[int, int, str]],
    i: int,
    rest: Sequence[str],
    *,
    is_open: bool = False,
) -> int | None:
    """Where the phrase ends whose first word is word `i`, or None when the rest does not follow.

    When it is open, the last word may go on.
    """
    if i + len(rest) >= len(words):
        return None
    before = words[i][1]
    for k, word in enumerate(rest, start=1):
        start, end, actual = words[i + k]
        may_go_on = is_open and k == len(rest)
        if actual != word and not (may_go_on and actual.startswith(word)):
            return None
        if text[before:start] != " " and not spelling.GAP.fullmatch(text, before, start):
            return None
        before = end
    return before


def _anywhere(phrase: str, text: str) -> Iterator[Stretch]:
    words = phrase.split(" ")
    if words[0] not in text:
        return
    pattern = re.compile(f"(?:{spelling.GAP.pattern})".join(map(re.escape, words)))
    at = 0
    while match := pattern.search(text, at):
        yield match.span()
        at = match.start() + 1


def _hashed(hashed: PackHashes, folded: Folded) -> Iterator[Stretch]:
    words, salt, hashes = folded.words, hashed["salt"], frozenset(hashed["hashes"])
    for i, (start, _, _) in enumerate(words):
        phrase = ""
        for k in range(i, min(len(words), i + hashed["words"])):
            following, end, word = words[k]
            if k > i and not spelling.GAP.fullmatch(folded.text, words[k - 1][1], following):
                break
            phrase = f"{phrase} {word}" if phrase else word
            if hash_of(salt, phrase) in hashes:
                yield start, end
