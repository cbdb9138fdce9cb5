"""The reference executor: slow, obvious, and without a line in common with the others.

It builds the fold and the word characters itself from `unicodedata`, looks for every phrase at
every place, and asks every rule. What it shares is data (the pack) and the named checks and
measures, whose own tests have other oracles (python-stdnum, phonenumbers, regex).
"""

import datetime as dt
import hashlib
import re
import unicodedata
from zoneinfo import ZoneInfo

from afspraak.engine.checks import CHECKS
from afspraak.engine.measures import MEASURES
from afspraak.engine.pack import Pack
from afspraak.engine.post import Post
from engine.reference_reading import Reading, fold_character, is_word


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
            for start in places_of(phrase.split(" ")[0], reading.text):
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


def places_of(word: str, text: str) -> list[int]:
    places, at = [], text.find(word)
    while at >= 0:
        places.append(at)
        at = text.find(word, at + 1)
    return places


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
    for length in (1, 2, 3, 4, 5):
        gap = text[place : place + length]
        if is_gap(gap) and text.startswith(following, place + length):
            return length
    return None


def is_gap(gap: str) -> bool:
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
