"""A profile text as words with what stands between them."""

from collections.abc import Sequence
from functools import cached_property

from afspraak.engine.account.contents import Marks
from afspraak.engine.account.lexicon import Phrases
from afspraak.engine.fold import Folded


class Passage:
    """Words of a folded text. `gap(k)` is what stands before word `k`."""

    def __init__(self, folded: Folded, marks: Marks) -> None:
        self._marks = marks
        self.folded = folded
        self.places = folded.places
        self.words = folded.words

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, k: int) -> str:
        """The text between word `k - 1` and word `k`."""
        start = self.places[k - 1][1] if k > 0 else 0
        end = self.places[k][0] if k < len(self.words) else len(self.folded.text)
        return self.folded.text[start:end]

    def ends(self, k: int) -> bool:
        """Whether a sentence or an item of a list ends before word `k`."""
        gap = self.gap(k)
        if any(mark in self._marks["ends"] or not mark.isascii() for mark in gap):
            return True
        return "." in gap and (k == len(self.words) or (not gap.strip(". ") and gap != "."))

    def breaks(self, k: int) -> bool:
        """Whether the thought is interrupted before word `k`, by a comma or stronger."""
        gap = self.gap(k)
        breaks = any(mark in self._marks["breaks"] for mark in gap)
        return breaks or self.ends(k) or " -" in gap or "- " in gap

    def stands_alone(self, k: int) -> bool:
        """Whether what begins at word `k` is a new item: a comma, a hash, the edge of the text."""
        return (
            k in {0, len(self.words)}
            or self.breaks(k)
            or any(mark in self._marks["sets_apart"] for mark in self.gap(k))
        )

    def open_between(self, start: int, end: int) -> bool:
        """Whether nothing interrupts from word `start` up to and including the gap before `end`."""
        return not any(self.breaks(k) for k in range(start + 1, end + 1))

    def phrase_at(self, k: int, phrases: Phrases) -> int:
        """The end of the longest phrase that begins at word `k`; `k` itself when there is none."""
        for phrase in phrases.get(self.words[k], ()):
            if tuple(self.words[k : k + len(phrase)]) == phrase:
                return k + len(phrase)
        return k

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The folded stretch of words `start` up to `end`, with a bracket that it opens closed."""
        low, high = self.places[start][0], self.places[end - 1][1]
        text = self.folded.text
        if "(" in text[low:high] and text[high : high + 1] == ")":
            high += 1
        return low, high

    @cached_property
    def segments(self) -> Sequence[int]:
        """For each word the first word of its sentence or item."""
        firsts: list[int] = []
        for k in range(len(self.words)):
            firsts.append(k if k == 0 or self.ends(k) else firsts[-1])
        return firsts
