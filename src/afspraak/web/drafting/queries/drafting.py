"""Drafts and their versions."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce

from afspraak.web.drafting.models import DraftVersion


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


def saved_by(person: uuid.UUID) -> Sequence[tuple[str, int, dt.datetime]]:
    """The number, the version and the moment of everything that this person saved."""
    rows = DraftVersion.objects.filter(by=person).order_by("at", "pk")
    return list(rows.values_list("draft__number", "version", "at"))


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
