"""From a folded text to hits: which sets of the pack occur in it, and where.

Whole words go through one dictionary, beginnings of words through one per length, patterns only
when the text holds a character they need.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from afspraak.engine import checks, spelling
from afspraak.engine.fold import Folded, Folder
from afspraak.engine.pack import PackExact, PackHashes, PackPattern, PackSet
from afspraak.engine.rule import Exact

Spans = dict[int, list[tuple[int, int]]]
_DIGITS = frozenset("0123456789")
_JOINERS = frozenset(".,-/+")


class Finder:
    """Finds the hits of every set of a pack in a text."""

    def __init__(
        self, sets: Sequence[PackSet], patterns: Sequence[PackPattern], folder: Folder
    ) -> None:
        self._folder = folder
        self._words: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self._starts: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self._anywhere: list[tuple[int, str, re.Pattern[str]]] = []
        self._hashed: list[tuple[int, PackHashes, frozenset[str]]] = []
        self._exact: dict[int, tuple[PackExact, frozenset[str]]] = {}
        users: dict[int, list[int]] = defaultdict(list)
        for number, each in enumerate(sets):
            for phrase in each.get("word", ()):
                first, *rest = phrase.split(" ")
                self._words.setdefault(first, []).append((number, tuple(rest)))
            for phrase in each.get("start", ()):
                first, *rest = phrase.split(" ")
                where = self._words if rest else self._starts
                where.setdefault(first, []).append((number, (*rest, "") if rest else ()))
            for phrase in each.get("anywhere", ()):
                self._anywhere.append((number, phrase.split(" ")[0], _anywhere_pattern(phrase)))
            for pattern in each.get("patterns", ()):
                users[pattern].append(number)
            if "hashed" in each:
                self._hashed.append((number, each["hashed"], frozenset(each["hashed"]["hashes"])))
            if "exact" in each:
                self._exact[number] = (each["exact"], frozenset(each["exact"]["forms"]))
        self._start_lengths = sorted({len(first) for first in self._starts})
        self._patterns = [
            (
                re.compile(patterns[p]["regex"]),
                frozenset(patterns[p].get("needs", "")),
                patterns[p],
                tuple(u),
            )
            for p, u in sorted(users.items())
        ]

    def find(self, folded: Folded) -> Spans:
        """The hits of each set that has any, as stretches of the folded text, by place."""
        found: Spans = defaultdict(list)
        self._find_words(folded, found)
        for number, first, pattern in self._anywhere:
            if first in folded.text:
                found[number] += _everywhere(pattern, folded.text)
        self._find_patterns(folded, found)
        for number, hashed, hashes in self._hashed:
            found[number] += _hashed_hits(folded, hashed, hashes)
        for number, (exact, forms) in self._exact.items():
            if number in found:
                found[number] = [
                    span for span in found[number] if self._is_exact(folded, span, exact, forms)
                ]
        return {number: sorted(set(spans)) for number, spans in found.items() if spans}

    def _find_words(self, folded: Folded, found: Spans) -> None:
        words = folded.words
        whole, starts, lengths = self._words, self._starts, self._start_lengths
        for i, (start, end, word) in enumerate(words):
            for number, rest in whole.get(word, ()):
                if not rest:
                    found[number].append((start, end))
                elif (last := _follows(folded.text, words, i, rest)) is not None:
                    found[number].append((start, last))
            for length in lengths:
                if length > len(word):
                    break
                for number, _ in starts.get(word[:length], ()):
                    found[number].append((start, end))

    def _find_patterns(self, folded: Folded, found: Spans) -> None:
        characters = frozenset(folded.text)
        for regex, needs, pattern, users in self._patterns:
            if needs and needs.isdisjoint(characters):
                continue
            spans = list(_confirmed(regex, pattern, folded, self._folder))
            for number in users if spans else ():
                found[number] += spans

    def _is_exact(
        self, folded: Folded, span: tuple[int, int], exact: PackExact, forms: frozenset[str]
    ) -> bool:
        written = folded.span(*span).of(folded.original)
        mode: Exact = exact["mode"]
        return spelling.exact_form(written, mode, self._folder) in forms


def _everywhere(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while match := pattern.search(text, at):
        yield match.span()
        at = match.start() + 1


def _anywhere_pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(f"(?:{spelling.GAP.pattern})".join(map(re.escape, phrase.split(" "))))


def _follows(
    text: str, words: Sequence[tuple[int, int, str]], i: int, rest: tuple[str, ...]
) -> int | None:
    """Where the phrase ends whose first word is word `i`, or None when the rest does not follow.

    An empty last word means that the word before it may go on.
    """
    open_end = rest[-1] == ""
    needed = rest[:-1] if open_end else rest
    if i + len(needed) >= len(words):
        return None
    for k, word in enumerate(needed, start=1):
        start, _, actual = words[i + k]
        last = k == len(needed)
        if actual != word and not (last and open_end and actual.startswith(word)):
            return None
        if not spelling.GAP.fullmatch(text, words[i + k - 1][1], start):
            return None
    return words[i + len(needed)][1]


def _confirmed(
    regex: re.Pattern[str], pattern: PackPattern, folded: Folded, folder: Folder
) -> Iterator[tuple[int, int]]:
    """The stretches where the pattern stands, its check agrees and its boundaries hold."""
    text, at = folded.text, 0
    check = checks.CHECKS[pattern["check"]] if "check" in pattern else None
    while match := regex.search(text, at):
        start, end = match.span()
        at = start + 1
        if not _left(pattern.get("left", ""), text, start, folder):
            continue
        if check:
            kept = check(text[start:end], folded.span(start, end).of(folded.original))
            if kept is None or not _wanted(pattern, kept.normal):
                continue
            end = start + kept.length
        if end > start and _right(pattern.get("right", ""), text, end, folder):
            yield start, end
            at = end


def _left(boundary: str, text: str, start: int, folder: Folder) -> bool:
    if not boundary or start == 0:
        return True
    if folder.is_word(text[start - 1]):
        return False
    return not (
        boundary == "number"
        and start > 1
        and text[start - 1] in _JOINERS
        and text[start - 2] in _DIGITS
    )


def _right(boundary: str, text: str, end: int, folder: Folder) -> bool:
    if not boundary or end == len(text):
        return True
    if folder.is_word(text[end]):
        return False
    return not (
        boundary == "number"
        and end + 1 < len(text)
        and text[end] in _JOINERS
        and text[end + 1] in _DIGITS
    )


def _wanted(pattern: PackPattern, normal: str) -> bool:
    only, exempt = pattern.get("only"), pattern.get("exempt", ())
    return not _covers(exempt, normal) and (only is None or _covers(only, normal))


def _covers(forms: Sequence[str], normal: str) -> bool:
    return any(normal == form or normal.endswith(f".{form}") for form in forms)


def _hashed_hits(
    folded: Folded, hashed: PackHashes, hashes: frozenset[str]
) -> Iterator[tuple[int, int]]:
    words, salt = folded.words, hashed["salt"]
    for i, (start, _, _) in enumerate(words):
        phrase = ""
        for k in range(i, min(len(words), i + hashed["words"])):
            following, end, word = words[k]
            if k > i and not spelling.GAP.fullmatch(folded.text, words[k - 1][1], following):
                break
            phrase = f"{phrase} {word}" if phrase else word
            if hash_of(salt, phrase) in hashes:
                yield start, end


def hash_of(salt: str, phrase: str) -> str:
    """What a page pack holds instead of a confidential phrase."""
    return hashlib.sha256(f"{salt}{phrase}".encode()).hexdigest()[:HASH_DIGITS]


HASH_DIGITS = 24
"""Hexadecimal digits kept of a hash: 96 bits, so that chance never makes a finding."""
