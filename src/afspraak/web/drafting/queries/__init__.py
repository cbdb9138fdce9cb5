"""Drafts, interviews, and changes that take two people."""

from afspraak.web.drafting.queries.changing import (
    ChangeRow,
    change,
    changes,
    decided_by,
    file_of,
    proposed_by,
    waiting_for,
)
from afspraak.web.drafting.queries.drafting import (
    DraftRow,
    SavedRow,
    VersionRow,
    draft,
    drafts,
    saved,
    saved_by,
    version,
    versions,
)
from afspraak.web.drafting.queries.interviews import InterviewRow, interview, proposals

__all__ = [
    "ChangeRow",
    "DraftRow",
    "InterviewRow",
    "SavedRow",
    "VersionRow",
    "change",
    "changes",
    "decided_by",
    "draft",
    "drafts",
    "file_of",
    "interview",
    "proposals",
    "proposed_by",
    "saved",
    "saved_by",
    "version",
    "versions",
    "waiting_for",
]
