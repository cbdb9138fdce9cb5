"""What stands around a hit: sentences, distance in words, inside or around another hit."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Protocol

from afspraak.diagnostics import Span
from afspraak.engine.fold import Folded
from afspraak.engine.pack import PackCondition

Stretch = tuple[int, int]
SENTENCE_END = re.compile(r"[.!?]+[\"')\]]*(?=[ \t\n]|$)|\n")


class Hits(Protocol):
    """Whatever knows where the sets of a pack stand in a text."""

    def of(self, number: int) -> list[Stretch]:
        """The hits of a set, by place."""


class Statement:
    """A folded text with its hits, asked about what stands around one of them."""

    def __init__(self, folded: Folded, found: Hits) -> None:
        self.found = found
        self._folded = folded

    def meets(self, hit: Stretch, condition: PackCondition) -> bool:
        """Whether the condition holds for this hit."""
        others = self.found.of(condition["set"])
        within = condition.get("within", 0)
        holds = any(self._stands(hit, other, condition["where"], within) for other in others)
        return holds != condition.get("absent", False)

    def sentence_of(self, span: Span) -> Span:
        """The sentences of the original text that the span touches."""
        touched = [
            self._folded.span(*each)
            for each in self._sentences
            if each[1] > each[0] and self._folded.span(*each).overlaps(span)
        ]
        return Span(touched[0].start, touched[-1].end) if touched else span

    def _stands(self, hit: Stretch, other: Stretch, where: str, within: int) -> bool:
        if where == "inside":
            return other[0] <= hit[0] and hit[1] <= other[1]
        if where == "around":
            return hit[0] <= other[0] and other[1] <= hit[1]
        if other[0] < hit[1] and hit[0] < other[1]:
            return False
        if where == "post":
            return True
        if self._sentence(hit) != self._sentence(other):
            return False
        if where == "sentence":
            return True
        is_before = other[1] <= hit[0]
        if where == ("after" if is_before else "before"):
            return False
        left, right = (other, hit) if is_before else (hit, other)
        return self._words_between(left[1], right[0]) <= within

    def _sentence(self, stretch: Stretch) -> int:
        return bisect_right(self._sentence_starts, stretch[0])

    def _words_between(self, start: int, end: int) -> int:
        return bisect_left(self._word_starts, end) - bisect_left(self._word_starts, start)

    @cached_property
    def _sentences(self) -> list[Stretch]:
        starts = [0, *(m.end() for m in SENTENCE_END.finditer(self._folded.text))]
        return list(zip(starts, [*starts[1:], len(self._folded.text)], strict=True))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self._sentences]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [start for start, _ in self._folded.places]
