"""Parts a run of letters and digits into the likeliest words."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from afspraak.engine.account.letters import Letters, is_number, with_letters_for_digits
from afspraak.engine.account.lexicon import Lexicon

_SURNAMES = frozenset(("last", "given"))


class Cut(NamedTuple):
    """A word of a run: what it is, and where in the letters it stands."""

    kind: str
    start: int
    end: int


class Segmenter:
    """Knows the words of the lexicon and those that the displayed name adds."""

    def __init__(self, lexicon: Lexicon, given: Mapping[str, str]) -> None:
        self.lexicon = lexicon
        self._costs = lexicon.costs
        self.known = {**lexicon.kinds, **given}

    def words(self, letters: Letters, start: int, end: int) -> list[Cut]:
        """The words of `letters` from `start` to `end`, also with letters for digits."""
        if end - start > self.lexicon.limits["run"]:
            return [Cut("unknown", start, end)]
        text = letters.text[start:end]
        edges = {edge - start for edge in letters.soft if start <= edge <= end} | {0, len(text)}
        best = self._best(text, edges)
        if any(cut.kind == "unknown" for cut in best):
            for version in with_letters_for_digits(text, self.lexicon):
                cuts = self._best(version, edges)
                if all(cut.kind != "unknown" for cut in cuts):
                    best = cuts
                    break
        return [Cut(cut.kind, cut.start + start, cut.end + start) for cut in best]

    def makes_sense(self, letters: Letters, start: int, end: int, *, guess: bool) -> bool:
        """Whether what is glued to the company's name is a name, a place, a department or the like.

        With `guess`, a given name followed by an unknown surname makes sense too.
        """
        cuts = self.words(letters, start, end)
        kinds = {cut.kind for cut in cuts}
        if "unknown" not in kinds:
            return start == 0 or bool(kinds - {"particle", "initial"})
        text = letters.text[start:end]
        starts = (text[:size] for size in range(3, len(text) - 2))
        return guess and any(self.lexicon.kinds.get(word) == "first" for word in starts)

    def _best(self, text: str, edges: set[int]) -> list[Cut]:
        """The cheapest way to read `text`, worked out from its end to its start."""
        size = len(text)
        costs = [float("inf")] * size + [0.0]
        steps = [Cut("", 0, 0)] * size
        next_edge = dict(pairwise(sorted(edges)))
        for i in range(size - 1, -1, -1):
            for cost, step in self._steps(text, i, edges, next_edge.get(i, 0)):
                if cost + costs[step.end] < costs[i]:
                    costs[i], steps[i] = cost + costs[step.end], step
        if costs[0] == float("inf"):
            return [Cut("unknown", 0, size)]
        cuts, at = [], 0
        while at < size:
            cuts.append(steps[at])
            at = steps[at].end
        return cuts

    def _steps(
        self, text: str, i: int, edges: set[int], next_edge: int
    ) -> Iterator[tuple[float, Cut]]:
        """Every word that may begin at `i`, with what it costs to read it so."""
        costs = self._costs
        for j in range(i + 1, min(len(text), i + self.lexicon.longest_word) + 1):
            ends = (i in edges) + (j in edges)
            word = text[i:j]
            kind = self.known.get(word) or (self._nickname(word) if ends == 2 else "")
            if kind and (len(word) > 2 or ends == 2):
                yield costs["known"] + costs["glued"] * (2 - ends), Cut(kind, i, j)
        if not next_edge:
            return
        begins_name = next_edge == i + 1 or self._surname_from(text, i + 1)
        if begins_name and not is_number(text[i]):
            yield costs["initial"], Cut("initial", i, i + 1)
        if is_number(text[i:next_edge]):
            yield costs["number"], Cut("number", i, next_edge)
        yield costs["unknown"] + next_edge - i, Cut("unknown", i, next_edge)

    def _surname_from(self, text: str, i: int) -> bool:
        ends = range(i + 2, len(text) + 1)
        return any(self.known.get(text[i:j]) in _SURNAMES for j in ends)

    def _nickname(self, word: str) -> str:
        """A given name with an ending such as -ie or -tje."""
        stems = [
            word.removesuffix(ending)
            for ending in self.lexicon.data["nicknames"]
            if word.endswith(ending)
        ]
        found = any(len(stem) > 2 and stem in self.lexicon.first_names for stem in stems)
        return "nick" if found else ""
