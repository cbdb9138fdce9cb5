"""From a folded text to hits: which sets of the pack occur in it, and where.

Words are looked up at once. Patterns are searched only when a rule asks for them and the text
holds what every match needs.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from afspraak.engine import confirm, spelling
from afspraak.engine.fold import Folded, Folder
from afspraak.engine.lookup import Stretch, WordIndex
from afspraak.engine.pack import PackHashes, PackPattern, PackSet

_NOT_DIGITS = re.compile("[^0-9]+")
_OTHER_SEARCHES = {"anywhere", "hashed", "exact"}
_SEARCHED = {"patterns", *_OTHER_SEARCHES}

HASH_DIGITS = 24
"""Hexadecimal digits kept of a hash: 96 bits, so that chance never makes a finding."""


class Finder:
    """The sets of a pack, made ready for finding."""

    def __init__(
        self, sets: Sequence[PackSet], patterns: Sequence[PackPattern], folder: Folder
    ) -> None:
        self.sets = sets
        self.patterns = patterns
        self.folder = folder
        self.words = WordIndex(sets)
        self.searched = frozenset(
            number for number, each in enumerate(sets) if not _SEARCHED.isdisjoint(each)
        )
        self.gates = Gates(sets, patterns)
        self._compiled: dict[int, re.Pattern[str]] = {}

    def find(self, folded: Folded) -> "Found":
        """The hits in a text, words now and the rest when asked for."""
        return Found(self, folded)

    def regex(self, number: int) -> re.Pattern[str]:
        """A pattern of the pack, compiled when it is first needed."""
        if number not in self._compiled:
            self._compiled[number] = re.compile(self.patterns[number]["regex"])
        return self._compiled[number]


class Gates:
    """Which patterns and sets can occur in a text at all, seen the strings and digits it has."""

    def __init__(self, sets: Sequence[PackSet], patterns: Sequence[PackPattern]) -> None:
        self._digits = [pattern.get("digits", 0) for pattern in patterns]
        self._by_string: dict[str, list[int]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            for string in pattern.get("strings", ("",)):
                self._by_string[string].append(number)
        self._users: list[list[int]] = [[] for _ in patterns]
        for number, each in enumerate(sets):
            for used in each.get("patterns", ()):
                self._users[used].append(number)
        self._others = [
            number for number, each in enumerate(sets) if not _OTHER_SEARCHES.isdisjoint(each)
        ]

    def open_for(self, text: str) -> tuple[set[int], set[int]]:
        """The numbers of the patterns that can match in `text`, and of the sets to search."""
        digits = len(_NOT_DIGITS.sub("", text))
        patterns = {
            number
            for string, numbers in self._by_string.items()
            if string in text
            for number in numbers
            if self._digits[number] <= digits
        }
        sets = {user for pattern in patterns for user in self._users[pattern]}
        return patterns, sets.union(self._others)


class Found:
    """The hits in one text: `of(set)` gives them by place, as stretches of the folded text."""

    def __init__(self, finder: Finder, folded: Folded) -> None:
        self._finder = finder
        self._folded = folded
        self._known: dict[int, list[Stretch]] = {}
        self.by_words = finder.words.look_up(folded)
        self._patterns, self.to_search = finder.gates.open_for(folded.text)

    def of(self, number: int) -> list[Stretch]:
        """The hits of a set."""
        known = self._known.get(number)
        if known is None:
            known = self.by_words.get(number, [])
            if number in self.to_search:  # else nothing but words can be found
                known = self._search(number, known)
            self._known[number] = known = sorted(set(known)) if len(known) > 1 else known
        return known

    def _search(self, number: int, spans: list[Stretch]) -> list[Stretch]:
        each, found = self._finder.sets[number], list(spans)
        for pattern in each.get("patterns", ()):
            if pattern in self._patterns:
                options, regex = self._finder.patterns[pattern], self._finder.regex(pattern)
                found += confirm.confirmed(regex, options, self._folded, self._finder.folder)
        for phrase in each.get("anywhere", ()):
            found += _anywhere(phrase, self._folded.text)
        if "hashed" in each:
            found += _hashed(each["hashed"], self._folded)
        if "exact" in each:
            mode, forms = each["exact"]["mode"], each["exact"]["forms"]
            folder = self._finder.folder
            found = [
                span
                for span in found
                if spelling.exact_form(self._written(span), mode, folder) in forms
            ]
        return found

    def _written(self, span: Stretch) -> str:
        return self._folded.span(*span).of(self._folded.original)


def hash_of(salt: str, phrase: str) -> str:
    """What a page pack holds instead of a confidential phrase."""
    return hashlib.sha256(f"{salt}{phrase}".encode()).hexdigest()[:HASH_DIGITS]


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
    salt, hashes, most = hashed["salt"], frozenset(hashed["hashes"]), hashed["words"]
    words, places = folded.words, folded.places
    for i in range(len(words)):
        phrase = ""
        for k in range(i, min(len(words), i + most)):
            if k > i and not spelling.GAP.fullmatch(folded.text, places[k - 1][1], places[k][0]):
                break
            phrase = f"{phrase} {words[k]}" if phrase else words[k]
            if hash_of(salt, phrase) in hashes:
                yield places[i][0], places[k][1]
