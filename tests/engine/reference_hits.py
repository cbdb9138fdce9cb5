"""How the reference finds: every phrase and every pattern of a set, tried at every place."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from afspraak.engine.checks import CHECKS
from afspraak.engine.pack import Pack, PackExact, PackHashes, PackPattern, PackSet
from engine.reference_reading import Reading, fold_character, is_word

Stretch = tuple[int, int]


class Sets:
    """The sets of a pack, their phrases written out by how they begin."""

    def __init__(self, pack: Pack) -> None:
        self.sets = pack.data["sets"]
        self.patterns = pack.data["patterns"]
        self.phrases = [by_beginning(each) for each in self.sets]
        self.beginnings = {word for phrases in self.phrases for word in phrases}


class Hits:
    """Where each set stands in one text, found out when somebody asks."""

    def __init__(self, sets: Sets, reading: Reading) -> None:
        self.sets = sets
        self.reading = reading
        self.beginnings = {word for word in sets.beginnings if word in reading.text}
        self.known: dict[int, list[Stretch]] = {}

    def of(self, number: int) -> list[Stretch]:
        """The hits of a set, as stretches of the folded text."""
        if number not in self.known:
            self.known[number] = sorted(self._hits(number))
        return self.known[number]

    def _hits(self, number: int) -> set[Stretch]:
        each, reading, found = self.sets.sets[number], self.reading, set()
        phrases = self.sets.phrases[number]
        for beginning in self.beginnings & phrases.keys():
            for match, words in phrases[beginning]:
                for start in places_of(beginning, reading.text):
                    end = phrase_at(reading, start, words, match)
                    if end is not None:
                        found.add((start, end))
        for pattern in each.get("patterns", []):
            found |= set(pattern_hits(self.sets.patterns[pattern], reading))
        if "hashed" in each:
            found |= hashed_hits(each["hashed"], reading)
        if "exact" in each:
            found = {hit for hit in found if exact(each["exact"], reading, hit)}
        return found


def by_beginning(each: PackSet) -> dict[str, list[tuple[str, list[str]]]]:
    """The phrases of a set and how each matches, under its first word."""
    phrases: dict[str, list[tuple[str, list[str]]]] = {}
    for match in ("word", "start", "anywhere"):
        for phrase in each.get(match, []):  # type: ignore[attr-defined]
            words = phrase.split(" ")
            phrases.setdefault(words[0], []).append((match, words))
    return phrases


def places_of(word: str, text: str) -> list[int]:
    """Every place where the letters stand, one over another or not."""
    places, at = [], text.find(word)
    while at >= 0:
        places.append(at)
        at = text.find(word, at + 1)
    return places


def phrase_at(reading: Reading, start: int, words: list[str], match: str) -> int | None:
    """Where the phrase ends that starts here, or None when it does not stand here."""
    text, place = reading.text, start
    if match != "anywhere" and reading.is_word_at(start - 1):
        return None
    for i, word in enumerate(words):
        if i:
            length = gap_length(text, place, word)
            if length is None:
                return None
            place += length
        if text[place : place + len(word)] != word:
            return None
        place += len(word)
        if match != "anywhere" and i < len(words) - 1 and reading.is_word_at(place):
            return None
    if match == "word" and reading.is_word_at(place):
        return None
    if match == "start":
        while reading.is_word_at(place):
            place += 1
    return place


def gap_length(text: str, place: int, following: str) -> int | None:
    """How long the gap at `place` is, when `following` stands behind an allowed one."""
    for length in (1, 2, 3, 4, 5):
        if text.startswith(following, place + length) and is_gap(text[place : place + length]):
            return length
    return None


@cache
def is_gap(gap: str) -> bool:
    """Whether this may stand between two words of a phrase."""
    if gap in ("_", ".", "/", "'", "+", "#", " #"):
        return True
    if 1 <= len(gap) <= 3 and set(gap) <= set(" \t\n"):
        return True
    core = gap.removeprefix(" ")
    if core.removesuffix(" ") in ("-", "--"):
        return True
    signs = 0
    while signs < 2 and core[signs : signs + 1] in tuple("\"'*~:"):
        signs += 1
    rest = core[signs:].removeprefix(" ")
    return signs > 0 and rest in ("", '"', "'", "*")


@cache
def regex_of(pattern: str) -> re.Pattern[str]:
    """`re.compile` forgets after 512 patterns."""
    return re.compile(pattern)


def pattern_hits(pattern: PackPattern, reading: Reading) -> Iterator[Stretch]:
    """Where the pattern stands, from left to right, and is kept."""
    start = 0
    while match := regex_of(pattern["regex"]).search(reading.text, start):
        end = kept_end(pattern, reading, *match.span())
        if end is None:
            start = match.start() + 1
        else:
            yield match.start(), end
            start = end


def kept_end(pattern: PackPattern, reading: Reading, start: int, end: int) -> int | None:
    """How far the match counts, or None when its check or what stands beside it refuses it."""
    text = reading.text
    if not stands_free(pattern.get("left", ""), reading, start - 1, start - 2):
        return None
    if "check" in pattern:
        first, last = reading.original_span(start, end)
        kept = CHECKS[pattern["check"]](text[start:end], reading.original[first:last])
        if kept is None:
            return None
        names = [kept.normal]
        names += [kept.normal[i + 1 :] for i, c in enumerate(kept.normal) if c == "."]
        if "only" in pattern and not set(names) & set(pattern["only"]):
            return None
        if set(names) & set(pattern.get("exempt", [])):
            return None
        end = start + kept.length
    if end == start or not stands_free(pattern.get("right", ""), reading, end, end + 1):
        return None
    return end


def stands_free(boundary: str, reading: Reading, beside: int, beyond: int) -> bool:
    """Whether what stands beside a match lets it be a word, or a number, of its own."""
    if boundary == "":
        return True
    if reading.is_word_at(beside):
        return False
    if (
        boundary == "number"
        and min(beside, beyond) >= 0
        and max(beside, beyond) < len(reading.text)
    ):
        return not (reading.text[beside] in ".,-/+" and reading.text[beyond] in "0123456789")
    return True


def hashed_hits(hashed: PackHashes, reading: Reading) -> set[Stretch]:
    """Where words stand in a row whose hash is known."""
    words = [match.span() for match in re.finditer("a+", mask(reading))]
    found = set()
    for i in range(len(words)):
        for k in range(i, min(len(words), i + hashed["words"])):
            gaps = [reading.text[words[j][1] : words[j + 1][0]] for j in range(i, k)]
            if not all(map(is_gap, gaps)):
                break
            phrase = " ".join(reading.text[a:b] for a, b in words[i : k + 1])
            digest = hashlib.sha256((hashed["salt"] + phrase).encode()).hexdigest()
            if digest[:24] in hashed["hashes"]:
                found.add((words[i][0], words[k][1]))
    return found


def mask(reading: Reading) -> str:
    """The text with an `a` for every word character."""
    return "".join("a" if is_word(character) else " " for character in reading.text)


def exact(wanted: PackExact, reading: Reading, hit: Stretch) -> bool:
    """Whether the original has the capitals and accents that are asked for."""
    first, last = reading.original_span(*hit)
    written = unicodedata.normalize("NFC", reading.original[first:last])
    written = "".join(c for c in written if any(map(is_word, fold_character(c))))
    if wanted["mode"] == "accents":
        written = written.lower().replace("ς", "σ")
    if wanted["mode"] == "case":
        split = unicodedata.normalize("NFD", written)
        written = "".join(c for c in split if unicodedata.category(c) not in ("Mn", "Me"))
    return written in wanted["forms"]
