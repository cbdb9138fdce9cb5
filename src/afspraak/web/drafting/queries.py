"""Drafts and their versions, and somebody's own interview."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce

from afspraak.decisions.roles import Role
from afspraak.web.drafting.models import DraftVersion, Interview
from afspraak.web.organisation import queries as organisation
from afspraak.web.people import queries as people
from afspraak.web.people.models import Granted

_ASKED_ABOUT: Mapping[str, str] = {
    Role.MANAGER: "manager",
    Role.DEPUTY: "deputy",
    Role.SECOND_READER: "second_reader",
    Role.LEADER: "leaders",
}
"""The question of the interview that is about who has a role."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft with its latest version. `changed_by` is empty when nobody is known for it."""

    id: uuid.UUID
    number: str
    version: int
    source: bytes
    changed_at: dt.datetime
    changed_by: str
    based_on: int | None
    text_hash: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a draft, with when and by whom it was saved."""

    version: int
    source: bytes
    at: dt.datetime
    by: str


def draft(key: uuid.UUID) -> DraftRow | None:
    """The draft with this key, as it was saved last."""
    return next(iter(_drafts(_latest().filter(draft=key))), None)


def drafts() -> Sequence[DraftRow]:
    """Every draft, the one that was changed last first."""
    return _drafts(_latest().order_by("-draft__changed_at", "draft"))


def version(key: uuid.UUID, number: int) -> VersionRow | None:
    """One version of a draft."""
    found = DraftVersion.objects.select_related("by").filter(draft=key, version=number).first()
    return _version(found) if found else None


def versions(key: uuid.UUID) -> Sequence[VersionRow]:
    """Every version of a draft, the latest first."""
    rows = DraftVersion.objects.select_related("by").filter(draft=key).order_by("-version")
    return [_version(row) for row in rows]


@dataclass(frozen=True, slots=True)
class SavedRow:
    """That a version was saved, with when and by whom."""

    version: int
    at: dt.datetime
    by: str


def saved(key: uuid.UUID, *, most: int = 200) -> Sequence[SavedRow]:
    """The latest versions of a draft, without their files, the latest first."""
    rows = DraftVersion.objects.filter(draft=key).order_by("-version")[:most]
    return [
        SavedRow(*each)
        for each in rows.values_list("version", "at", Coalesce("by__name", Value("")))
    ]


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """What somebody typed so far, by field, and when; `made_at` is when it became a draft."""

    typed: Mapping[str, str | Sequence[str]]
    started_at: dt.datetime
    changed_at: dt.datetime
    made_at: dt.datetime | None


def interview(person: uuid.UUID) -> InterviewRow | None:
    """The interview of this person, if they began one."""
    row = Interview.objects.filter(person=person).first()
    return InterviewRow(row.answers, row.started_at, row.changed_at, row.made_at) if row else None


def proposals() -> Mapping[str, object]:
    """Answers that can be proposed from what is known here, by question."""
    chosen = organisation.chosen()
    held: dict[str, list[dict[str, str]]] = {}
    granted = Granted.objects.filter(person__is_active=True).select_related("person")
    for each in granted.filter(role__in=_ASKED_ABOUT).order_by("at", "pk"):
        held.setdefault(each.role, []).append(
            {"name": each.person.name, "reach": each.person.email or ""}
        )
    found: dict[str, object] = {"languages": list(chosen.languages)}
    if chosen.name:
        found["name"] = chosen.name
    for role, key in _ASKED_ABOUT.items():
        if role in held:
            found[key] = held[role] if key == "leaders" else held[role][0]
    if (here := people.active_count()) > 1:
        found["people"] = str(here)
    return found


def _latest() -> "QuerySet[DraftVersion]":
    return DraftVersion.objects.filter(version=F("draft__version")).select_related("draft", "by")


def _drafts(rows: "QuerySet[DraftVersion]") -> list[DraftRow]:
    return [
        DraftRow(
            row.draft.pk,
            row.draft.number,
            row.version,
            bytes(row.source),
            row.draft.changed_at,
            row.by.name if row.by else "",
            row.draft.based_on_id,
            row.draft.text_hash,
        )
        for row in rows
    ]


def _version(row: DraftVersion) -> VersionRow:
    return VersionRow(row.version, bytes(row.source), row.at, row.by.name if row.by else "")
