"""The reference executor: slow, obvious, and without a line in common with the others.

It builds the fold and the word characters itself from `unicodedata`, looks for every phrase at
every place, and asks every rule. What it shares is data (the pack) and the named checks and
measures, whose own tests have other oracles (python-stdnum, phonenumbers, regex).
"""

import datetime as dt
import hashlib
import re
import unicodedata
from functools import cache
from zoneinfo import ZoneInfo

from afspraak.engine.checks import CHECKS
from afspraak.engine.measures import MEASURES
from afspraak.engine.pack import Pack
from afspraak.engine.post import Post

# Look-alikes by their Unicode names: written down apart from the engine's own list.
LOOKALIKE_NAMES = {
    "CYRILLIC": {
        "A": "a", "VE": "b", "ES": "c", "KOMI DE": "d", "IE": "e", "EN": "h", "SHHA": "h",
        "BYELORUSSIAN-UKRAINIAN I": "i", "PALOCHKA": "i", "JE": "j", "KA": "k", "EM": "m", "O": "o",
        "ER": "p", "QA": "q", "DZE": "s", "TE": "t", "IZHITSA": "v", "WE": "w", "HA": "x", "U": "y",
    },
    "GREEK": {
        "ALPHA": "a", "BETA": "b", "EPSILON": "e", "IOTA": "i", "KAPPA": "k", "OMICRON": "o",
        "RHO": "p", "TAU": "t", "NU": "v", "CHI": "x", "UPSILON": "y", "ZETA": "z",
    },
}  # fmt: skip
LETTERS = {
    "LATIN LETTER SMALL CAPITAL A": "a", "LATIN LETTER SMALL CAPITAL B": "b",
    "LATIN LETTER SMALL CAPITAL C": "c", "LATIN LETTER SMALL CAPITAL D": "d",
    "LATIN LETTER SMALL CAPITAL E": "e", "LATIN LETTER SMALL CAPITAL F": "f",
    "LATIN LETTER SMALL CAPITAL G": "g", "LATIN LETTER SMALL CAPITAL H": "h",
    "LATIN LETTER SMALL CAPITAL I": "i", "LATIN LETTER SMALL CAPITAL J": "j",
    "LATIN LETTER SMALL CAPITAL K": "k", "LATIN LETTER SMALL CAPITAL L": "l",
    "LATIN LETTER SMALL CAPITAL M": "m", "LATIN LETTER SMALL CAPITAL N": "n",
    "LATIN LETTER SMALL CAPITAL O": "o", "LATIN LETTER SMALL CAPITAL P": "p",
    "LATIN LETTER SMALL CAPITAL R": "r", "LATIN LETTER SMALL CAPITAL S": "s",
    "LATIN LETTER SMALL CAPITAL T": "t", "LATIN LETTER SMALL CAPITAL U": "u",
    "LATIN LETTER SMALL CAPITAL V": "v", "LATIN LETTER SMALL CAPITAL W": "w",
    "LATIN LETTER SMALL CAPITAL Y": "y", "LATIN LETTER SMALL CAPITAL Z": "z",
    "LATIN SMALL LETTER ALPHA": "a", "LATIN CAPITAL LETTER ALPHA": "a",
    "LATIN SMALL LETTER SCRIPT G": "g", "LATIN SMALL LETTER DOTLESS I": "i",
    "LATIN SMALL LETTER D WITH STROKE": "d", "LATIN CAPITAL LETTER D WITH STROKE": "d",
    "LATIN SMALL LETTER ETH": "d", "LATIN CAPITAL LETTER ETH": "d",
    "LATIN SMALL LETTER H WITH STROKE": "h", "LATIN CAPITAL LETTER H WITH STROKE": "h",
    "LATIN SMALL LETTER L WITH STROKE": "l", "LATIN CAPITAL LETTER L WITH STROKE": "l",
    "LATIN SMALL LETTER O WITH STROKE": "o", "LATIN CAPITAL LETTER O WITH STROKE": "o",
    "LATIN SMALL LETTER T WITH STROKE": "t", "LATIN CAPITAL LETTER T WITH STROKE": "t",
    "LATIN SMALL LETTER AE": "ae", "LATIN CAPITAL LETTER AE": "ae",
    "LATIN SMALL LIGATURE OE": "oe", "LATIN CAPITAL LIGATURE OE": "oe",
    "GREEK LUNATE SIGMA SYMBOL": "c", "CYRILLIC LETTER PALOCHKA": "i",
    "ARMENIAN SMALL LETTER OH": "o", "ARMENIAN CAPITAL LETTER OH": "o",
    "ARMENIAN SMALL LETTER SEH": "u", "ARMENIAN CAPITAL LETTER SEH": "u",
}  # fmt: skip
APOSTROPHES = {0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0xB4, 0x60, 0x2BC, 0x2B9, 0x2BB, 0xFF07}
QUOTES = {0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x2033, 0xFF02}
DASHES = {*range(0x2010, 0x2016), 0x2212, 0xFE63, 0xFF0D, 0x2043}
NEWLINES = {0x2028, 0x2029, 0x85, 0x0B, 0x0C}
FILLERS = {0x115F, 0x1160, 0x3164, 0xFFA0, 0x180E, 0x34F}


@cache
def fold_character(character: str) -> str:
    """What one code point folds to."""
    folded = _curated(character)
    if folded is not None:
        return folded
    category, point = unicodedata.category(character), ord(character)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if 0xAC00 <= point <= 0xD7A3 or 0xD800 <= point <= 0xDFFF:
        return character
    split = unicodedata.decomposition(character).split(" ")
    if split[0] in ("<super>", "<sub>") and category in ("No", "So"):
        return character
    spread = unicodedata.normalize("NFKD", character)
    spread = unicodedata.normalize("NFKD", spread.casefold())
    if spread == character:
        return character
    return "".join(fold_character(each) for each in spread)


def _curated(character: str) -> str | None:
    point = ord(character)
    for points, to in ((APOSTROPHES, "'"), (QUOTES, '"'), (DASHES, "-"), (NEWLINES, "\n")):
        if point in points:
            return to
    if point in (0, 13):
        return " "
    if point in FILLERS:
        return ""
    for first in (0x1F150, 0x1F170):
        if first <= point < first + 26:
            return chr(ord("a") + point - first)
    name = unicodedata.name(character, "")
    if name in LETTERS:
        return LETTERS[name]
    for script, letters in LOOKALIKE_NAMES.items():
        for case in ("SMALL", "CAPITAL"):
            if name.startswith(f"{script} {case} LETTER "):
                return letters.get(name.removeprefix(f"{script} {case} LETTER "))
    return None


def is_word(character: str) -> bool:
    """Whether a folded character is part of a word."""
    category = unicodedata.category(character)
    return category[0] == "L" or category in ("Nd", "Nl", "Mc")


class Reading:
    """A folded text, character by character, with the place each came from."""

    def __init__(self, original: str) -> None:
        self.original = original
        pairs = [(to, i) for i, c in enumerate(original) for to in fold_character(c)]
        self.text = "".join(to for to, _ in pairs)
        self.came_from = [i for _, i in pairs]

    def is_word_at(self, place: int) -> bool:
        return 0 <= place < len(self.text) and is_word(self.text[place])

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        last = self.came_from[end - 1] + 1
        while last < len(self.original) and unicodedata.category(self.original[last]) in (
            "Mn",
            "Me",
        ):
            last += 1
        return self.came_from[start], last

    def sentence_number(self, place: int) -> int:
        """How many sentences end at or before this place."""
        number, i = 0, 0
        while i < len(self.text):
            end = self._sentence_end(i)
            if end is None:
                i += 1
                continue
            if end <= place:
                number += 1
            i = end
        return number

    def _sentence_end(self, i: int) -> int | None:
        if self.text[i] == "\n":
            return i + 1
        if self.text[i] not in ".!?":
            return None
        end = i
        while end < len(self.text) and self.text[end] in ".!?":
            end += 1
        while end < len(self.text) and self.text[end] in "\"')]":
            end += 1
        return end if end == len(self.text) or self.text[end] in " \t\n" else None

    def words_between(self, start: int, end: int) -> int:
        return sum(
            1 for i in range(start, end) if self.is_word_at(i) and not self.is_word_at(i - 1)
        )


def check(pack: Pack, post: Post, now: dt.datetime) -> list[tuple[str, int, int]]:
    """Every finding as (rule, start, end) in the original, by place."""
    data = pack.data
    reading = Reading(post.text)
    hits = [set_hits(pack, number, reading) for number in range(len(data["sets"]))]
    at = post.at or now
    zone = ZoneInfo(data["timezone"])
    at = at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
    by_rule: dict[int, list[tuple[int, int]]] = {}
    for r, rule in enumerate(data["rules"]):
        if not applies(rule, post, at):
            continue
        spans: list[tuple[int, int]] = []
        for part in rule["parts"]:
            if "measure" in part:
                measured = MEASURES[part["measure"]](post, part["amount"])
                spans += [(span.start, span.end) for span in measured]
                continue
            good = [
                hit
                for hit in hits[part["set"]]
                if all(meets(reading, hits, hit, condition) for condition in part.get("when", []))
            ]
            good = good[:1] if part.get("first") else good
            spans += [reading.original_span(*hit) for hit in good]
        by_rule[r] = without_overlap(spans)
    for rule_number, spans in list(by_rule.items()):
        rule = data["rules"][rule_number]
        for kind in rule.get("silences", []):
            touched = {n for span in spans for n in sentences_of(reading, span)}
            for other, theirs in by_rule.items():
                if data["rules"][other]["kind"] == kind:
                    by_rule[other] = [s for s in theirs if not (touched & sentences_of(reading, s))]
    return sorted(
        ((data["rules"][r]["id"], *span) for r, spans in by_rule.items() for span in spans),
        key=lambda found: (found[1], found[2], found[0]),
    )


def sentences_of(reading: Reading, span: tuple[int, int]) -> set[int]:
    """The numbers of the sentences that the original stretch touches."""
    places = [i for i, origin in enumerate(reading.came_from) if span[0] <= origin < span[1]]
    return {reading.sentence_number(i) for i in places}


def applies(rule, post: Post, at: dt.datetime) -> bool:  # type: ignore[no-untyped-def]
    if post.as_ not in rule.get("as", [post.as_]):
        return False
    if post.network is not None and post.network not in rule.get("networks", [post.network]):
        return False
    if "until" in rule and at.date() >= dt.date.fromisoformat(rule["until"]):
        return False
    return "clocks" not in rule or any(ticks(clock, at) for clock in rule["clocks"])


def ticks(clock, at: dt.datetime) -> bool:  # type: ignore[no-untyped-def]
    day = at.date()
    if "first" in clock and day < dt.date.fromisoformat(clock["first"]):
        return False
    if "last" in clock and day > dt.date.fromisoformat(clock["last"]):
        return False
    if "weekdays" in clock and at.weekday() not in clock["weekdays"]:
        return False
    if "minutes" not in clock:
        return True
    start, end = clock["minutes"]
    minute = at.hour * 60 + at.minute
    span = range(start, end) if start < end else [*range(start, 1440), *range(end)]
    return minute in span


def set_hits(pack: Pack, number: int, reading: Reading) -> list[tuple[int, int]]:
    """Every stretch of the folded text where this set stands."""
    data = pack.data
    each = data["sets"][number]
    found: set[tuple[int, int]] = set()
    for match in ("word", "start", "anywhere"):
        for phrase in each.get(match, []):  # type: ignore[attr-defined]
            for start in range(len(reading.text)):
                end = phrase_at(reading, start, phrase, match)
                if end is not None:
                    found.add((start, end))
    for pattern in each.get("patterns", []):
        found |= set(pattern_hits(data["patterns"][pattern], reading))
    if "hashed" in each:
        found |= hashed_hits(each["hashed"], reading)
    if "exact" in each:
        found = {hit for hit in found if exact(each["exact"], reading, hit)}
    return sorted(found)


def phrase_at(reading: Reading, start: int, phrase: str, match: str) -> int | None:
    text, place = reading.text, start
    if match != "anywhere" and reading.is_word_at(start - 1):
        return None
    words = phrase.split(" ")
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
    for length in (1, 2, 3, 4):
        gap = text[place : place + length]
        if is_gap(gap) and text.startswith(following, place + length):
            return length
    return None


def is_gap(gap: str) -> bool:
    if gap in ("_", ".", "/", "'", "+", "#", " #"):
        return True
    if 1 <= len(gap) <= 3 and set(gap) <= set(" \t\n"):
        return True
    core = gap.removeprefix(" ").removesuffix(" ")
    return core in ("-", "--")


def pattern_hits(pattern, reading: Reading):  # type: ignore[no-untyped-def]
    text, start = reading.text, 0
    regex = re.compile(pattern["regex"])
    while start < len(text):
        match = regex.match(text, start)
        end = None if match is None else kept_end(pattern, reading, start, match.end())
        if end is None:
            start += 1
        else:
            yield start, end
            start = end


def kept_end(pattern, reading: Reading, start: int, end: int) -> int | None:  # type: ignore[no-untyped-def]
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


def hashed_hits(hashed, reading: Reading) -> set[tuple[int, int]]:  # type: ignore[no-untyped-def]
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\W_]+", mask(reading))]
    found = set()
    for i in range(len(words)):
        for k in range(i, min(len(words), i + hashed["words"])):
            gaps = [reading.text[words[j][1] : words[j + 1][0]] for j in range(i, k)]
            if not all(map(is_gap, gaps)):
                break
            phrase = " ".join(reading.text[a:b] for a, b in words[i : k + 1])
            digest = hashlib.sha256((hashed["salt"] + phrase).encode()).hexdigest()
            if any(digest.startswith(each) for each in hashed["hashes"]):
                found.add((words[i][0], words[k][1]))
    return found


def mask(reading: Reading) -> str:
    return "".join("a" if is_word(c) else " " for c in reading.text)


def exact(wanted, reading: Reading, hit: tuple[int, int]) -> bool:  # type: ignore[no-untyped-def]
    first, last = reading.original_span(*hit)
    written = unicodedata.normalize("NFC", reading.original[first:last])
    written = "".join(c for c in written if any(map(is_word, fold_character(c))))
    if wanted["mode"] == "accents":
        written = written.lower()
    if wanted["mode"] == "case":
        split = unicodedata.normalize("NFD", written)
        written = "".join(c for c in split if unicodedata.category(c) not in ("Mn", "Me"))
    return written in wanted["forms"]


def meets(reading: Reading, hits, hit: tuple[int, int], condition) -> bool:  # type: ignore[no-untyped-def]
    stands = [
        other
        for other in hits[condition["set"]]
        if relation(reading, hit, other, condition["where"], condition.get("within", 0))
    ]
    return bool(stands) is not condition.get("absent", False)


def relation(reading: Reading, hit, other, where: str, within: int) -> bool:  # type: ignore[no-untyped-def]
    inside = set(range(*hit)) <= set(range(*other))
    around = set(range(*other)) <= set(range(*hit))
    if where in ("inside", "around"):
        return inside if where == "inside" else around
    if set(range(*hit)) & set(range(*other)):
        return False
    if where == "post":
        return True
    if reading.sentence_number(hit[0]) != reading.sentence_number(other[0]):
        return False
    if where == "sentence":
        return True
    if where == "before" and other[0] > hit[0]:
        return False
    if where == "after" and other[0] < hit[0]:
        return False
    first, second = sorted([hit, other])
    return reading.words_between(first[1], second[0]) <= within


def without_overlap(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda s: (-(s[1] - s[0]), s[0])):
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    return kept
