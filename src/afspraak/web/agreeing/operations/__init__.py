"""Everything that can be done with a proposal. Each step is one transaction with a log entry."""

from afspraak.decisions.agreeing import UnableToAgree
from afspraak.web.agreeing.operations.answering import (
    ask,
    record_answer,
    record_met,
    record_not_needed,
    record_permission,
)
from afspraak.web.agreeing.operations.deciding import decide, excuse, take_back, withdraw
from afspraak.web.agreeing.operations.deleting import (
    delete_old_drafts,
    delete_old_letters,
    erase,
)
from afspraak.web.agreeing.operations.moving import move_due
from afspraak.web.agreeing.operations.offering import (
    offer,
    offer_text,
    overrule,
    put_ready,
    replace_text,
    write_in,
)
from afspraak.web.agreeing.operations.taking_over import take_over

__all__ = [
    "UnableToAgree",
    "ask",
    "decide",
    "delete_old_drafts",
    "delete_old_letters",
    "erase",
    "excuse",
    "move_due",
    "offer",
    "offer_text",
    "overrule",
    "put_ready",
    "record_answer",
    "record_met",
    "record_not_needed",
    "record_permission",
    "replace_text",
    "take_back",
    "take_over",
    "withdraw",
    "write_in",
]
