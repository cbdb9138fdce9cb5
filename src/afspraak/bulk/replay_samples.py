"""A few posts for each rule, chosen by lot, but the same ones every time."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from afspraak.bulk.replay_spoken import Numbers, Spoken
from afspraak.bulk.replay_veil import Piece, Veil
from afspraak.engine.pack import Pack

Way = Literal["newly", "no longer"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A post in which a rule speaks now and did not, or did and does no more; fit to be shown."""

    way: Way
    pieces: tuple[Piece, ...]


class Sampler:
    """Keeps of each rule and way the posts with the lowest lot; a text that returns counts once.

    The lot is drawn from the post's number and the rule's id, so batches do not matter, nor do
    other rules.
    """

    def __init__(self, packs: Sequence[Pack], rule_ids: Sequence[str], *, most: int) -> None:
        self._veil = Veil(packs)
        self._seeds = [zlib.crc32(rule_id.encode()) for rule_id in rule_ids]
        self._most = most
        self._kept: dict[tuple[int, Way], dict[str, tuple[int, Sample]]] = {}

    def chosen(self, rule: int) -> tuple[Sample, ...]:
        """What was kept of a rule, newly found first."""
        ways: tuple[Way, ...] = ("newly", "no longer")
        return tuple(
            sample
            for way in ways
            for _, sample in sorted(
                self._kept.get((rule, way), {}).values(), key=lambda kept: kept[0]
            )
        )

    def add(
        self,
        way: Way,
        first: int,
        texts: pa.Array | pa.ChunkedArray,
        spoken: Spoken,
        pairs: Numbers,
    ) -> None:
        """Considers these pairs of post and rule; `first` is the number of the batch's first."""
        if not self._most:
            return
        rules = spoken.pairs[pairs] % spoken.rules
        for rule in np.unique(rules):
            here = pairs[rules == rule]
            rows = spoken.pairs[here] // spoken.rules
            lots = _lots(rows + first, self._seeds[rule])
            for at in np.argsort(lots, kind="stable"):
                pair = here[at]
                places = slice(spoken.firsts[pair], spoken.firsts[pair + 1])
                found = list(
                    zip(spoken.starts[places].tolist(), spoken.ends[places].tolist(), strict=True)
                )
                if not self._offer(int(rule), way, int(lots[at]), texts[rows[at]].as_py(), found):
                    break

    def _offer(
        self, rule: int, way: Way, lot: int, text: str, found: Sequence[tuple[int, int]]
    ) -> bool:
        """Keeps the post if its lot is low enough; False when no higher lot can be."""
        kept = self._kept.setdefault((rule, way), {})
        if len(kept) >= self._most and lot >= max(each for each, _ in kept.values()):
            return False
        if text in kept:
            kept[text] = min(kept[text], (lot, kept[text][1]), key=lambda each: each[0])
            return True
        pieces = self._veil.shown(text, found)
        if pieces is not None:
            kept[text] = (lot, Sample(way, pieces))
            if len(kept) > self._most:
                del kept[max(kept, key=lambda each: kept[each][0])]
        return True


def _lots(posts: Numbers, seed: int) -> npt.NDArray[np.uint64]:
    """A number drawn for each post by splitmix64 (Steele, Lea and Flood, 2014)."""
    with np.errstate(over="ignore"):
        z = posts.astype(np.uint64) + np.uint64(seed) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return np.asarray(z ^ (z >> np.uint64(31)))
