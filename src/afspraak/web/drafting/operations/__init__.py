"""What can be done: with drafts, with one's own interview, and with changes for two people."""

from afspraak.web.drafting.operations.changing import (
    CHANGE_DAYS,
    UnableToDecide,
    UnableToPropose,
    decide_change,
    delete_old_changes,
    may_decide_alone,
    propose_change,
    take_back,
)
from afspraak.web.drafting.operations.drafting import (
    MAX_BYTES,
    UnableToSave,
    delete_old_drafts,
    drop_draft,
    save_draft,
    start_draft,
    start_from_edition,
)
from afspraak.web.drafting.operations.erasing import erase
from afspraak.web.drafting.operations.interviews import (
    KEPT_DAYS,
    delete_old_answers,
    forget_answers,
    keep_answers,
    make_draft,
)

__all__ = [
    "CHANGE_DAYS",
    "KEPT_DAYS",
    "MAX_BYTES",
    "UnableToDecide",
    "UnableToPropose",
    "UnableToSave",
    "decide_change",
    "delete_old_answers",
    "delete_old_changes",
    "delete_old_drafts",
    "drop_draft",
    "erase",
    "forget_answers",
    "keep_answers",
    "make_draft",
    "may_decide_alone",
    "propose_change",
    "save_draft",
    "start_draft",
    "start_from_edition",
    "take_back",
]
