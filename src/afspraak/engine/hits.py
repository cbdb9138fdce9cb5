"""From a folded text to hits: which sets of the pack occur in it, and where.

Words are looked up at once. Patterns are searched only when a rule asks for them and the text
holds what every match needs.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from afspraak.engine import confirm, spelling
from afspraak.engine.fold import Folded, Folder
from afspraak.engine.lookup import Range, WordIndex
from afspraak.engine.pack import PackHashes, PackPattern, PackSet

Stretch = tuple[int, int]

_BETWEEN_DIGITS = bytes(code if chr(code) in "0123456789" else ord(" ") for code in range(256))
_QUICK = re.compile("[^(\\\\[]|\\[[0-9]-9\\]")
"""Starts of patterns that a search finds fast by themselves: a literal or a digit."""
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
        self.searched = frozenset(
            number for number, each in enumerate(sets) if not _SEARCHED.isdisjoint(each)
        )
        self.gates = Gates((), (), ())
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._alone: dict[int, WordIndex] = {}

    @cached_property
    def words(self) -> WordIndex:
        """The words and phrases of all sets; a column that knows its words never asks."""
        return WordIndex(self.sets)

    def gate_only(self, wanted: Iterable[int]) -> None:
        """Has every text tell beforehand which of these sets are worth a search."""
        self.gates = Gates(self.sets, self.patterns, sorted(self.searched.intersection(wanted)))

    def find(self, folded: Folded) -> "Found":
        """The hits in a text, words now and the rest when asked for."""
        return Found(self, folded)

    def words_in(self, folded: Folded, number: int) -> list[Stretch]:
        """The words and phrases of one set in a text, when no other set is asked about."""
        if number not in self._alone:
            self._alone[number] = WordIndex((self.sets[number],))
        return _stretches(folded, self._alone[number].look_up(folded).get(0, ()))

    def regex(self, number: int) -> re.Pattern[str]:
        """A pattern of the pack, compiled when it is first needed."""
        if number not in self._compiled:
            pattern = self.patterns[number]
            regex = pattern["regex"]
            if pattern.get("left") and not _QUICK.match(regex):
                # the boundary would refuse such a match afterwards
                regex = f"(?<![0-9a-z])(?:{regex})"
            self._compiled[number] = re.compile(regex)
        return self._compiled[number]


class Gates:
    """Which patterns of the wanted sets can match in a text at all, seen what signs it has."""

    def __init__(
        self, sets: Sequence[PackSet], patterns: Sequence[PackPattern], wanted: Sequence[int]
    ) -> None:
        self.always = {n for n in wanted if not _OTHER_SEARCHES.isdisjoint(sets[n])}
        self.users: dict[int, list[int]] = defaultdict(list)
        for number in wanted:
            for used in sets[number].get("patterns", ()):
                self.users[used].append(number)
        self._patterns = patterns
        needs = {patterns[used].get("digits", 0) for used in self.users} | {0}
        self._levels = [(need, Level(self.users, patterns, need)) for need in sorted(needs)]

    def open_for(self, folded: Folded) -> set[int]:
        """The numbers of the patterns worth a search."""
        rows = folded.ascii.translate(_BETWEEN_DIGITS).split()
        digits, row = len(b"".join(rows)), len(max(rows, key=len, default=b""))
        level = next(each for need, each in reversed(self._levels) if need <= digits)
        return {used for used, needed in level.open_for(folded.text) if needed <= row}


class Level:
    """What to ask of a text with so many digits."""

    def __init__(self, wanted: Iterable[int], patterns: Sequence[PackPattern], digits: int) -> None:
        self._users: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for used in wanted:
            if patterns[used].get("digits", 0) <= digits:
                for string in patterns[used].get("strings", ("",)):
                    self._users[string].append((used, patterns[used].get("row", 0)))
        # strings with the same sign together: most posts have few of the signs
        by_sign: dict[str, list[str]] = defaultdict(list)
        for string in self._users:
            by_sign[_sign(string)].append(string)
        self._by_sign = list(by_sign.items())

    def open_for(self, text: str) -> Iterator[tuple[int, int]]:
        """The patterns of which `text` has a string, each with the row of digits it needs."""
        strings = [
            string
            for sign, strings in self._by_sign
            if sign in text
            for string in strings
            if string in text
        ]
        return chain.from_iterable(map(self._users.__getitem__, strings))


class Found:
    """The hits in one text: `of(set)` gives them by place, as stretches of the folded text."""

    def __init__(self, finder: Finder, folded: Folded) -> None:
        self._finder = finder
        self._folded = folded
        self._known: dict[int, list[Stretch]] = {}
        self.by_words = finder.words.look_up(folded)
        gates = finder.gates
        self._open = gates.open_for(folded)
        self.to_search = gates.always.union(*[gates.users[pattern] for pattern in self._open])

    def of(self, number: int) -> list[Stretch]:
        """The hits of a set."""
        known = self._known.get(number)
        if known is None:
            known = _stretches(self._folded, self.by_words.get(number, ()))
            if number in self._finder.searched:
                known = self._search(number, known)
            self._known[number] = known = sorted(set(known)) if len(known) > 1 else known
        return known

    def _search(self, number: int, spans: list[Stretch]) -> list[Stretch]:
        each, found, gated = self._finder.sets[number], list(spans), self._finder.gates.users
        for pattern in each.get("patterns", ()):
            if pattern in self._open or (pattern not in gated and self._may_hold(pattern)):
                regex, options = self._finder.regex(pattern), self._finder.patterns[pattern]
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

    def _may_hold(self, number: int) -> bool:
        """Whether a pattern that no gate was asked about can match."""
        text, strings = self._folded.text, self._finder.patterns[number].get("strings")
        return strings is None or any(string in text for string in strings)

    def _written(self, span: Stretch) -> str:
        return self._folded.span(*span).of(self._folded.original)


def _stretches(folded: Folded, ranges: Sequence[Range]) -> list[Stretch]:
    """Words by their numbers as stretches of the folded text."""
    if not ranges:
        return []
    places = folded.places
    return [(places[first][0], places[end - 1][1]) for first, end in ranges]


def _sign(string: str) -> str:
    """A character of the string that is no letter, or "" when it has none."""
    return max((each for each in string if not "a" <= each <= "z"), default="")


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
