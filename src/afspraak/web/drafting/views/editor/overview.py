"""A draft at a glance: its clauses in order, its other parts, and what there is to say."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from afspraak.protocol import editing
from afspraak.protocol.model import Rule
from afspraak.web.drafting.editor.held import in_words, rules_of
from afspraak.web.drafting.editor.judged import Said
from afspraak.web.drafting.views.editor.opening import (
    PARTS,
    Opened,
    clause_title,
    editor,
    linked,
    opened,
    page,
    part_label,
    unread,
)
from afspraak.web.editions import queries as editions
from afspraak.web.people.http import Request

MOST_SHOWN = 12
"""More remarks than this about one file are not all read; the first are mended first."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many remarks there are, by how heavily they weigh."""

    blocking: int
    warnings: int
    tips: int

    @classmethod
    def of(cls, said: Sequence[Said]) -> "Counts":
        """The counts of these remarks."""
        levels = [each.about.level for each in said]
        return cls(levels.count("error"), levels.count("warning"), levels.count("tip"))


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause in the list. `beside` is its title in the other language."""

    number: int
    address: str
    url: str
    title: str
    beside: str
    beside_lang: str
    rules: int
    examples: int
    failing: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class PartLine:
    """Another part of the file in the list."""

    url: str
    says: str
    counts: Counts


@require_safe
@editor
def overview(request: Request, key: uuid.UUID) -> HttpResponse:
    """The draft, clause by clause."""
    held = opened(request, key)
    elsewhere = unread(request, held)
    if elsewhere:
        return elsewhere
    said = held.judged.said
    heavy = [each for each in said if each.about.level == "error"]
    before = editions.in_force(request.now)
    return page(
        request,
        held,
        "overview",
        {
            "clauses": [_line(held, number) for number in range(len(held.content.clauses))],
            "parts": [_part(held, part) for part in PARTS],
            "counts": Counts.of(said),
            "blocking": linked(held, heavy[:MOST_SHOWN]),
            "more": max(0, len(heavy) - MOST_SHOWN),
            "in_force": before,
        },
    )


def _line(held: Opened, number: int) -> ClauseLine:
    clause = held.content.clauses[number]
    address = held.clause_addresses[number]
    path = ("clauses", number)
    other = next((each for each in held.content.languages if each != held.lang), None)
    titles = editing.value_at(clause, ("title",))
    beside = in_words(titles, other) if other and isinstance(titles, dict) else ""
    title = clause_title(held, number)
    failing = sum(each[:2] == path for each in held.judged.failing)
    return ClauseLine(
        number=number,
        address=address,
        url=reverse("draft-clause", args=[held.row.id, address]),
        title=title,
        beside=beside if beside != title else "",
        beside_lang=other or "",
        rules=len(rules_of(clause)),
        examples=sum(map(_examples, _rules(held, number))),
        failing=failing,
        counts=Counts.of(held.judged.within(*path)),
    )


def _rules(held: Opened, number: int) -> Sequence[Rule]:
    protocol = held.judged.protocol
    return protocol.clauses[number].rules if protocol and number < len(protocol.clauses) else ()


def _examples(rule: Rule) -> int:
    given = rule.examples
    return len(given.finds) + len(given.clear) + len(given.posts)


def _part(held: Opened, part: str) -> PartLine:
    return PartLine(
        reverse("draft-part", args=[held.row.id, part]),
        part_label(part)[held.lang],
        Counts.of(held.judged.within(part)),
    )
