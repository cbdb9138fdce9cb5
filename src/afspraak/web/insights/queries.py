"""Whether reports are counted, and what may be shown of them."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Sum

from afspraak.decisions import reporting
from afspraak.decisions.reporting import Reported, Sort
from afspraak.web.editions import queries as editions
from afspraak.web.insights.models import Permission, WeekCount

PROTECTED = "protected"
"""Rules about rights: that somebody reports one would say what they wrote about."""


@dataclass(frozen=True, slots=True)
class PermissionRow:
    """Who agreed that reports are counted, when and under which reference."""

    id: int
    reference: str
    agreed_on: dt.date
    given_at: dt.datetime
    given_by: str
    taken_back_at: dt.datetime | None
    taken_back_by: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule that can be reported, with its clause."""

    id: str
    clause: str


def permission() -> PermissionRow | None:
    """The permission that holds now; nothing while reports are not counted."""
    rows = [row for row in permissions() if row.taken_back_at is None]
    return rows[0] if rows else None


def permissions() -> Sequence[PermissionRow]:
    """Every permission that was given, the latest first."""
    found = Permission.objects.select_related("given_by", "taken_back_by").order_by("-pk")
    return [
        PermissionRow(
            row.pk,
            row.reference,
            row.agreed_on,
            row.given_at,
            row.given_by.name if row.given_by else "",
            row.taken_back_at,
            row.taken_back_by.name if row.taken_back_by else "",
        )
        for row in found
    ]


def is_on() -> bool:
    """Whether reports are counted."""
    return Permission.objects.filter(taken_back_at=None).exists()


def rules(now: dt.datetime) -> dict[str, str]:
    """The rules in force that can be reported, with the id of their clause."""
    edition = editions.in_force(now)
    if edition is None:
        return {}
    held = editions.pack_of(edition).data["rules"]
    return {rule["id"]: rule["clause"] for rule in held if rule["kind"] != PROTECTED}


def reported() -> Sequence[Reported]:
    """What may be shown of the reports under the permission that holds now."""
    found = (
        WeekCount.objects.filter(permission__taken_back_at=None)
        .values_list("rule", "sort")
        .annotate(total=Sum("count"))
    )
    counts = {(rule, Sort(sort)): total for rule, sort, total in found}
    return reporting.reported(counts)


def given_by(person: uuid.UUID) -> Sequence[PermissionRow]:
    """The permissions that this person gave or took back."""
    mine = set(Permission.objects.filter(given_by=person).values_list("pk", flat=True))
    mine |= set(Permission.objects.filter(taken_back_by=person).values_list("pk", flat=True))
    return [row for row in permissions() if row.id in mine]
