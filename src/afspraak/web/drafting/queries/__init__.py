"""Drafts, interviews, and changes that take two people."""

from afspraak.web.drafting.queries.changing import (
    ChangeRow,
    DoneRow,
    change,
    changes,
    done_by,
    file_of,
    somebody_else,
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
    "DoneRow",
    "DraftRow",
    "InterviewRow",
    "SavedRow",
    "VersionRow",
    "change",
    "changes",
    "done_by",
    "draft",
    "drafts",
    "file_of",
    "interview",
    "proposals",
    "saved",
    "saved_by",
    "somebody_else",
    "version",
    "versions",
    "waiting_for",
]
