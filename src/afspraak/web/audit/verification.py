"""Going through the whole log: is every entry what was recorded, and is none gone?"""

import heapq
import hmac
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from afspraak.web.audit import anchors, guards, rows
from afspraak.web.audit.anchors import Anchor
from afspraak.web.audit.findings import Code, Finding
from afspraak.web.audit.seals import canonical, committed_text, sealed_text

MAX_FINDINGS = 100
"""So many are kept to be shown; the others are counted."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many entries were read, the last of them, and what was found; `found` counts all."""

    entries: int
    last: Anchor
    found: int
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Walk:
    """Where a verification is. Ranges of broken entries grow until an entry is sound again."""

    expected: Iterator[Anchor]
    entries: int = 0
    number: int = 0
    seal: str = ""
    found: int = 0
    findings: list[Finding] = field(default_factory=list)
    next_anchor: Anchor | None = None

    def add(self, finding: Finding) -> None:
        self.found += 1
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(finding)

    def add_broken(self, number: int) -> None:
        before = self.findings[-1] if self.findings else None
        if before and before.code == Code.BROKEN and before.until == number - 1:
            self.found += 1
            self.findings[-1] = replace(before, until=number)
        else:
            self.add(Finding(Code.BROKEN, number, number))


def verify(given: Iterable[Anchor] = (), *, tell: Callable[[int], None] | None = None) -> Outcome:
    """Reads every entry once, in constant memory, against its seal and against the anchors.

    The anchors are those of the file in the data folder and those `given`. `tell` hears now and
    then how many entries were read.
    """
    walk = _Walk(heapq.merge(sorted(given), anchors.kept()))
    for name in guards.missing():
        walk.add(Finding(Code.GUARD, 0, 0, name))
    walk.next_anchor = next(walk.expected, None)
    for row in rows.every():
        number, seal = int(row[0] or 0), str(row[8])
        _in_its_place(walk, number, seal, row)
        if row[9] is not None:  # else there was none, or it was erased
            _personal_part(walk, number, row)
        walk.number, walk.seal = number, seal
        walk.entries += 1
        if walk.next_anchor and walk.next_anchor.number <= number:
            _anchored(walk)
        if tell and walk.entries % rows.ROWS_AT_A_TIME == 0:
            tell(walk.entries)
    _ends(walk)
    return Outcome(walk.entries, Anchor(walk.number, walk.seal), walk.found, tuple(walk.findings))


def _in_its_place(walk: _Walk, number: int, seal: str, row: rows.Row) -> None:
    wanted = walk.number + 1
    if number == walk.number and walk.entries:
        walk.add(Finding(Code.TWICE, number, number))
    elif number > wanted:
        # What went before is not known, so the seal of this entry says nothing.
        walk.add(Finding(Code.MISSING, wanted, number - 1))
    elif number < wanted or not hmac.compare_digest(_seal_of(row, walk.seal), seal):
        walk.add_broken(number)


def _seal_of(row: rows.Row, before: str) -> str:
    """The seal that the row should have; nothing for what was never recorded so."""
    number, at, action, edition, actor, subject, facts, commitment, *_ = row
    try:
        covered = rows.sealed_facts(facts)
        return sealed_text(
            before, number, at, action, edition, actor or "", subject, covered, commitment
        )
    except (TypeError, ValueError):
        return ""


def _personal_part(walk: _Walk, number: int, row: rows.Row) -> None:
    commitment, _, _, facts, salt, person, until = row[7:]
    try:
        covered = canonical(json.loads(facts))
        is_sound = committed_text(covered, salt, person or "", until or "") == commitment
    except (TypeError, ValueError):
        is_sound = False
    if not is_sound:
        walk.add(Finding(Code.PERSONAL, number, number))


def _anchored(walk: _Walk) -> None:
    """Compares the entry just read with every anchor of its number."""
    while walk.next_anchor and walk.next_anchor.number <= walk.number:
        anchor = walk.next_anchor
        if anchor.number < walk.number:
            if not _is_gap(walk, anchor.number):
                walk.add(Finding(Code.ANCHOR_FILE, 0, 0))
        elif not walk.seal.startswith(anchor.seal):
            walk.add(Finding(Code.ANCHOR, anchor.number, anchor.number))
        walk.next_anchor = next(walk.expected, None)


def _is_gap(walk: _Walk, number: int) -> bool:
    """Whether `number` is known to be missing: then its anchor has nothing to be compared with."""
    return any(
        each.code == Code.MISSING and each.number <= number <= each.until for each in walk.findings
    )


def _ends(walk: _Walk) -> None:
    """Whatever an anchor knows beyond the last entry was cut off."""
    furthest = 0
    while walk.next_anchor:
        furthest = max(furthest, walk.next_anchor.number)
        if walk.next_anchor.number <= walk.number:
            walk.add(Finding(Code.ANCHOR_FILE, 0, 0))
        walk.next_anchor = next(walk.expected, None)
    if furthest > walk.number:
        walk.add(Finding(Code.TAIL, walk.number + 1, furthest))
