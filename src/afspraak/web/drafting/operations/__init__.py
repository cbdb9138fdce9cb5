"""What can be done: with drafts, with one's own interview, and with changes for two people."""

from afspraak.web.drafting.operations.drafting import (
    MAX_BYTES,
    UnableToSave,
    delete_old_drafts,
    drop_draft,
    save_draft,
    start_draft,
    start_from_edition,
)
from afspraak.web.drafting.operations.interviews import (
    KEPT_DAYS,
    delete_old_answers,
    forget_answers,
    keep_answers,
    make_draft,
)

__all__ = [
    "KEPT_DAYS",
    "MAX_BYTES",
    "UnableToSave",
    "delete_old_answers",
    "delete_old_drafts",
    "drop_draft",
    "forget_answers",
    "keep_answers",
    "make_draft",
    "save_draft",
    "start_draft",
    "start_from_edition",
]
