"""Reading documents that are supplemented."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from afspraak.diagnostics import Lang
from afspraak.documents.supplement.judgement import ClauseJudgement
from afspraak.web.supplementing import keeping
from afspraak.web.supplementing.models import READY, STOPPED, Choice, Document

_SHOWN = ("id", "name", "form", "language", "brought_at", "goes_at", "state", "percent")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that somebody brought, without what is in it."""

    id: uuid.UUID
    name: str
    form: str
    language: Lang
    brought_at: dt.datetime
    goes_at: dt.datetime
    state: str
    percent: int
    by: str

    @property
    def is_ready(self) -> bool:
        """Whether it has been read."""
        return self.state == READY

    @property
    def is_stopped(self) -> bool:
        """Whether reading it was too much for this machine."""
        return self.state == STOPPED


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the editor does with a clause, and why it is left out."""

    choice: str
    reason: str


@dataclass(frozen=True, slots=True)
class Held:
    """All that is kept of a document: its bytes, the protocol beside it, what it says."""

    content: bytes
    source: bytes
    edition: int | None
    judged: tuple[ClauseJudgement, ...]


def documents(now: dt.datetime) -> Sequence[DocumentRow]:
    """Every document that is here, the latest first. One query."""
    rows = Document.objects.filter(goes_at__gt=now).order_by("-brought_at", "id")
    return [_row(values) for values in rows.values(*_SHOWN, "brought_by__name")]


def document(key: uuid.UUID, now: dt.datetime) -> DocumentRow | None:
    """The document with this key, or None when it is gone."""
    rows = Document.objects.filter(pk=key, goes_at__gt=now).values(*_SHOWN, "brought_by__name")
    values = rows.first()
    return None if values is None else _row(values)


def held(key: uuid.UUID) -> Held:
    """What is kept of a document that is there."""
    row = Document.objects.get(pk=key)
    return Held(bytes(row.content), bytes(row.source), row.edition_id, keeping.read(row.judgement))


def choices(key: uuid.UUID) -> Mapping[str, Chosen]:
    """What was chosen, by clause."""
    rows = Choice.objects.filter(document_id=key).values_list("clause", "choice", "reason")
    return {clause: Chosen(choice, reason) for clause, choice, reason in rows}


def brought_by(person: uuid.UUID) -> Sequence[tuple[str, dt.datetime, dt.datetime]]:
    """The documents that somebody brought: name, when, and when it goes."""
    rows = Document.objects.filter(brought_by_id=person).order_by("brought_at")
    return list(rows.values_list("name", "brought_at", "goes_at"))


def has_due(now: dt.datetime) -> bool:
    """Whether a document is to go now."""
    return Document.objects.filter(goes_at__lte=now).exists()


def _row(values: Mapping[str, Any]) -> DocumentRow:
    known = {name: values[name] for name in _SHOWN}
    return DocumentRow(**known, by=values["brought_by__name"] or "")
