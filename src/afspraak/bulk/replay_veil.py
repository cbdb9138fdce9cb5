"""A post as it may be shown to others: its words, without secrets and without persons.

What belongs to a person (numbers, addresses, accounts) and what opens a door (passwords, keys) is
hidden, whether or not the rule that shows the post found it. Two sorts of posts are not shown at
all. One holds a confidential term: the words around it would give it away. In the other a rule of
the kind `protected` speaks: who reads why a hint is absent would read who speaks of the union.
"""

import datetime as dt
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from afspraak.diagnostics import Text
from afspraak.engine.draft import Checker
from afspraak.engine.pack import Pack, PackPart, PackRule
from afspraak.engine.post import Post

PERSONAL_KINDS = frozenset({"personal-data", "secrets"})
MIN_LETTERS_INSIDE = 5
"""A confidential term this long is looked for inside words too; the engine joins words from it."""

_SPACE = re.compile(r"\s+")
_ANY_TIME = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_DATA: Text = {"nl": "een gegeven", "en": "private data"}
_ACCOUNT: Text = {"nl": "@…", "en": "@…"}
_NUMBER: Text = {"nl": "een nummer", "en": "a number"}
_REST_OF_LINK: Text = {"nl": "/…", "en": "/…"}
# The path of a link, which may be a profile; accounts and e-mail addresses; nine digits or more,
# which are a telephone, bank or service number sooner than a price or a date. None of these looks
# twice at the same stretch, so that a hostile post does not hold things up.
_PERSONS: tuple[tuple[re.Pattern[str], Text], ...] = (
    (re.compile(r"(?:https?://|www\.)[^\s/]{1,253}(?P<hide>/\S+)", re.IGNORECASE), _REST_OF_LINK),
    (re.compile(r"(?<![\w.+@-])(?P<hide>[\w.+-]*@+\w(?:[\w@.-]*\w)?)"), _ACCOUNT),
    (re.compile(r"(?P<hide>\+?\d(?:[ ./()-]{0,2}\d){8,})"), _NUMBER),
)
MAX_SHOWN_CHARS = 280
"""Of a longer post the part around what was found is shown."""
_BEFORE_FOUND_CHARS = 90


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a post to show; what is hidden has no text but what stands there `instead`."""

    text: str
    found: bool
    instead: Text | None = None


@dataclass(frozen=True, slots=True)
class _Hidden:
    start: int
    end: int
    instead: Text


class Veil:
    """Hides in posts what either of two packs keeps from others."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self._checkers = [Checker(_veiling(pack)) for pack in packs]
        self._terms = {term for pack in packs for term in _terms(pack)}

    def shown(self, text: str, found: Sequence[tuple[int, int]]) -> tuple[Piece, ...] | None:
        """The post in pieces, with the stretches `found` marked; None when it must not be shown."""
        hidden = [*_persons(text)]
        for checker in self._checkers:
            rules = checker.pack.data["rules"]
            for hit in checker.check(Post(text), now=_ANY_TIME):
                rule = rules[hit.rule]
                part = rule["parts"][hit.part]
                if rule["kind"] == "protected" or part.get("secret"):
                    return None
                hidden.append(_Hidden(hit.span.start, hit.span.end, part.get("what", _DATA)))
        bare = _bare(text)
        if any(term in bare for term in self._terms):
            return None
        return tuple(_cut(text, _apart(hidden), found))


def _veiling(pack: Pack) -> Pack:
    """The pack with only what hides, at any time and for any account."""
    rules = [rule for each in pack.data["rules"] if (rule := _veiling_rule(each))["parts"]]
    return Pack({**pack.data, "rules": rules})


def _veiling_rule(rule: PackRule) -> PackRule:
    """The rule whatever the hour, the account or the network: a secret is one at any time."""
    always = rule["kind"] == "protected" or rule["kind"] in PERSONAL_KINDS
    return {
        "id": rule["id"],
        "kind": rule["kind"],
        "clause": rule["clause"],
        "severity": rule["severity"],
        "parts": [
            _without_conditions(part) if part.get("secret") else part
            for part in rule["parts"]
            if always or part.get("secret")
        ],
    }


def _without_conditions(part: PackPart) -> PackPart:
    kept: PackPart = {**part}
    kept.pop("when", None)
    kept.pop("first", None)
    return kept


def _terms(pack: Pack) -> Iterator[str]:
    for rule in pack.data["rules"]:
        for part in rule["parts"]:
            if part.get("secret") and "set" in part:
                words = pack.data["sets"][part["set"]].get("word", [])
                yield from (b for word in words if len(b := _bare(word)) >= MIN_LETTERS_INSIDE)


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def _persons(text: str) -> Iterator[_Hidden]:
    for pattern, instead in _PERSONS:
        for match in pattern.finditer(text):
            yield _Hidden(*match.span("hide"), instead)


def _apart(hidden: Sequence[_Hidden]) -> list[_Hidden]:
    """The same without overlap: what touches becomes one, under the name of the longest."""
    apart: list[_Hidden] = []
    for each in sorted(hidden, key=lambda h: (h.start, -h.end)):
        if apart and each.start < apart[-1].end:
            last = apart.pop()
            longest = max(last, each, key=lambda h: h.end - h.start)
            each = _Hidden(last.start, max(last.end, each.end), longest.instead)  # noqa: PLW2901
        apart.append(each)
    return apart


def _cut(text: str, hidden: Sequence[_Hidden], found: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """The part of the text to show, cut where something is hidden or found begins or ends."""
    first, last = _window(text, found)
    if first > 0:
        yield Piece("… ", found=False)
    edges = {first, last, *(edge for start, end in found for edge in (start, end))}
    edges |= {edge for each in hidden for edge in (each.start, each.end)}
    inside = sorted(edge for edge in edges if first <= edge <= last)
    told: _Hidden | None = None
    for start, end in itertools.pairwise(inside):
        marked = any(a < end and start < b for a, b in found)
        veil = next((each for each in hidden if each.start < end and start < each.end), None)
        if veil is None:
            yield Piece(_SPACE.sub(" ", text[start:end]), marked)
        elif veil is not told:
            told = veil
            over = any(a < veil.end and veil.start < b for a, b in found)
            yield Piece("", over, veil.instead)
    if last < len(text):
        yield Piece(" …", found=False)


def _window(text: str, found: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """From where to where a text is shown: whole words around the first place that was found."""
    if len(text) <= MAX_SHOWN_CHARS:
        return 0, len(text)
    place = min((start for start, _ in found), default=0)
    first = max(0, min(place - _BEFORE_FOUND_CHARS, len(text) - MAX_SHOWN_CHARS))
    last = min(first + MAX_SHOWN_CHARS, len(text))
    space = text.find(" ", first, place)
    first = space + 1 if first and space >= 0 else first
    space = text.rfind(" ", max(place, first + 1), last)
    return first, space if last < len(text) and space > place else last
