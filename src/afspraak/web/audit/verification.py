"""Going through the whole log: is every entry what was recorded, and is none gone?"""

import heapq
import hmac
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from afspraak.web.audit import anchors, guards
from afspraak.web.audit.anchors import Anchor
from afspraak.web.audit.findings import Code, Finding
from afspraak.web.audit.models import Entry
from afspraak.web.audit.seals import Content, committed, sealed

ROWS_AT_A_TIME = 5_000
MAX_FINDINGS = 100
"""So many are kept to be shown; the others are counted."""

_COVERED = ("number", "at", "action", "edition", "actor", "subject", "facts", "commitment")
_PERSONAL = ("entry_id", "facts", "salt", "person", "erase_after")
_COLUMNS = (*_COVERED, "seal", *(f"personal__{name}" for name in _PERSONAL))


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
    last: Anchor = field(default_factory=lambda: Anchor(0, ""))
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
    for row in _rows():
        content, seal, personal = Content(*row[:8]), row[8], row[9:]
        _in_its_place(walk, content, seal)
        _personal_part(walk, content, personal)
        walk.last = Anchor(content.number, seal)
        walk.entries += 1
        _anchored(walk)
        if tell and walk.entries % ROWS_AT_A_TIME == 0:
            tell(walk.entries)
    _ends(walk)
    return Outcome(walk.entries, walk.last, walk.found, tuple(walk.findings))


def _rows() -> Iterator[tuple]:  # type: ignore[type-arg]  # the columns above, in their order
    """Every entry with its personal part, in order; a number that is there twice comes twice."""
    rows = Entry.objects.order_by("number").values_list(*_COLUMNS)
    last, seen = None, 0
    while True:
        onward = rows if last is None else rows.filter(number__gte=last)
        page = list(onward[seen : seen + ROWS_AT_A_TIME])
        yield from page
        if len(page) < ROWS_AT_A_TIME:
            return
        again = sum(row[0] == page[-1][0] for row in page)
        seen = again + (seen if page[-1][0] == last else 0)
        last = page[-1][0]


def _in_its_place(walk: _Walk, content: Content, seal: str) -> None:
    wanted = walk.last.number + 1
    if content.number == walk.last.number and walk.entries:
        walk.add(Finding(Code.TWICE, content.number, content.number))
    elif content.number > wanted:
        # What went before is not known, so the seal of this entry says nothing.
        walk.add(Finding(Code.MISSING, wanted, content.number - 1))
    elif content.number < wanted or not hmac.compare_digest(sealed(content, walk.last.seal), seal):
        walk.add_broken(content.number)


def _personal_part(walk: _Walk, content: Content, personal: tuple) -> None:  # type: ignore[type-arg]
    entry, facts, salt, person, erase_after = personal
    if entry is None:
        return  # there was none, or it was erased
    if committed(facts, salt, person, erase_after) != content.commitment:
        walk.add(Finding(Code.PERSONAL, content.number, content.number))


def _anchored(walk: _Walk) -> None:
    """Compares the entry just read with every anchor of its number."""
    while walk.next_anchor and walk.next_anchor.number <= walk.last.number:
        anchor = walk.next_anchor
        if anchor.number < walk.last.number:
            if not _is_gap(walk, anchor.number):
                walk.add(Finding(Code.ANCHOR_FILE, 0, 0))
        elif not walk.last.seal.startswith(anchor.seal):
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
        if walk.next_anchor.number <= walk.last.number:
            walk.add(Finding(Code.ANCHOR_FILE, 0, 0))
        walk.next_anchor = next(walk.expected, None)
    if furthest > walk.last.number:
        walk.add(Finding(Code.TAIL, walk.last.number + 1, furthest))
