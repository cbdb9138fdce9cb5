"""What a changed protocol does to real posts: the same columns against two packs, compared."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Literal

import numpy as np
import pyarrow as pa

from afspraak.bulk.column import ColumnChecker
from afspraak.bulk.facts import Facts
from afspraak.bulk.replay_samples import Sample, Sampler, Way
from afspraak.bulk.replay_spoken import NEWLY, NO_LONGER, Spoken, compared, touches
from afspraak.diagnostics import Text
from afspraak.engine.findings import SEVERITY_ORDER
from afspraak.engine.pack import Pack, PackRule

Batch = tuple[pa.Array | pa.ChunkedArray, Facts]

SAMPLED: Mapping[int, Way] = {NEWLY: "newly", NO_LONGER: "no longer"}
TELLS_ONLY = frozenset({"message", "advice", "what", "clause"})
"""What a rule says to people and where it stands; it decides no finding."""


@dataclass(frozen=True, slots=True)
class Tally:
    """In how many posts a rule speaks, and in how many it speaks otherwise than it did.

    `newly` and `no_longer` are posts where only one of the two protocols speaks. `weighs` are
    posts where both do, with another worst severity, and `moved` with the same severity in
    another place.
    """

    before: int = 0
    after: int = 0
    newly: int = 0
    no_longer: int = 0
    weighs: int = 0
    moved: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        names = [each.name for each in fields(self)]
        return Tally(*(getattr(self, name) + getattr(other, name) for name in names))


@dataclass(frozen=True, slots=True)
class RuleReplay:
    """What becomes of one rule. A severity is None on the side where the rule is not there."""

    id: str
    kind: str
    clause: str
    title: Text
    change: Literal["added", "removed", "changed", "same"]
    severity_before: str | None
    severity_after: str | None
    tally: Tally
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """The whole comparison, in numbers of posts.

    A post is touched when any rule speaks in it; `otherwise_touched` are posts that are under
    both protocols, but not by the same rules. `severities` counts each rule in each post under
    its worst severity there, so that a post with two rules counts twice.
    """

    posts: int
    touched_before: int
    touched_after: int
    newly_touched: int
    no_longer_touched: int
    otherwise_touched: int
    severities: Mapping[str, Tally]
    rules: tuple[RuleReplay, ...]


def replay(
    old: ColumnChecker,
    new: ColumnChecker,
    batches: Iterable[Batch],
    *,
    now: dt.datetime,
    samples: int = 3,
) -> Replay:
    """What `new` finds in the posts that `old` does not, and the other way about.

    Posts are compared rule by rule, by the rule's id; `now` stands in where a post has no time.
    Of each rule at most `samples` posts a way are kept, the same ones whatever the size of the
    batches. Rules of the kind `protected` are for the writer alone and take no part.
    """
    packs = (old.pack, new.pack)
    rules = _rules(*packs)
    number = {rule_id: at for at, rule_id in enumerate(rules)}
    sampler = Sampler(packs, list(rules), most=samples)
    counts = np.zeros((len(fields(Tally)), len(rules), len(SEVERITY_ORDER)), np.int64)
    posts, first = 0, 0
    touched = np.zeros(5, np.int64)
    for texts, facts in batches:
        before, after = (
            Spoken.of(checker.check(texts, facts, now=now), number) for checker in (old, new)
        )
        for way, side, pairs in compared(before, after):
            counts[way] += side.counted(pairs)
            if way in SAMPLED:
                sampler.add(SAMPLED[way], first, texts, side, pairs)
        touched += np.array(touches(before, after))
        posts += len(texts) - texts.null_count
        first += len(texts)
    return Replay(
        posts=posts,
        touched_before=int(touched[0]),
        touched_after=int(touched[1]),
        newly_touched=int(touched[2]),
        no_longer_touched=int(touched[3]),
        otherwise_touched=int(touched[4]),
        severities={
            severity: Tally(*map(int, counts[:, :, at].sum(axis=1)))
            for at, severity in enumerate(SEVERITY_ORDER)
            if severity != "clear"
        },
        rules=tuple(
            _told(pair, Tally(*map(int, counts[:, at].sum(axis=1))), sampler.chosen(at))
            for at, pair in enumerate(rules.values())
        ),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """A rule of one of the packs, with that pack."""

    rule: PackRule
    pack: Pack


def _rules(old: Pack, new: Pack) -> dict[str, tuple[_Side | None, _Side | None]]:
    """Every rule of either pack by its id, the new ones first, in their order."""
    sides = [
        {
            rule["id"]: _Side(rule, pack)
            for rule in pack.data["rules"]
            if rule["kind"] != "protected"
        }
        for pack in (old, new)
    ]
    return {
        rule_id: (sides[0].get(rule_id), sides[1].get(rule_id)) for rule_id in sides[1] | sides[0]
    }


def _told(
    pair: tuple[_Side | None, _Side | None], tally: Tally, samples: tuple[Sample, ...]
) -> RuleReplay:
    before, after = pair
    side = after or before
    assert side is not None  # noqa: S101 - one of the two packs named it
    return RuleReplay(
        id=side.rule["id"],
        kind=side.rule["kind"],
        clause=side.rule["clause"],
        title=side.pack.data["clauses"][side.rule["clause"]],
        change=_change(before, after),
        severity_before=before.rule["severity"] if before else None,
        severity_after=after.rule["severity"] if after else None,
        tally=tally,
        samples=samples,
    )


def _change(
    before: _Side | None, after: _Side | None
) -> Literal["added", "removed", "changed", "same"]:
    if before is None:
        return "added"
    if after is None:
        return "removed"
    return "same" if _decides(before) == _decides(after) else "changed"


def _decides(side: _Side) -> str:
    """All that decides what a rule finds and how it weighs, with the pack's numbers written out."""

    def written(value: object, key: str = "") -> object:
        if isinstance(value, Mapping):
            return {k: written(v, k) for k, v in value.items() if k not in TELLS_ONLY}
        if key == "set" and isinstance(value, int):
            return written(side.pack.data["sets"][value])
        if key == "patterns" and isinstance(value, list):
            return [side.pack.data["patterns"][each] for each in value]
        if isinstance(value, list):
            return [written(each) if isinstance(each, Mapping) else each for each in value]
        return value

    return json.dumps(written(side.rule), sort_keys=True)
