"""What is done about reading: asking, receiving, answering, pinning."""

from afspraak.web.reading.operations.answering import UnableToAnswer, answer_objection
from afspraak.web.reading.operations.asking import (
    UnableToOpen,
    ask_due,
    open_to_everybody,
)
from afspraak.web.reading.operations.deleting import delete_due, erase
from afspraak.web.reading.operations.pinning import UnableToPin, pin_example, unpin_example
from afspraak.web.reading.operations.receiving import (
    UnableToReceive,
    receive,
    receive_on_paper,
    signer,
)
from afspraak.web.reading.operations.reminding import (
    UnableToRemind,
    remind_by_hand,
    remind_due,
)

__all__ = [
    "UnableToAnswer",
    "UnableToOpen",
    "UnableToPin",
    "UnableToReceive",
    "UnableToRemind",
    "answer_objection",
    "ask_due",
    "delete_due",
    "erase",
    "open_to_everybody",
    "pin_example",
    "receive",
    "receive_on_paper",
    "remind_by_hand",
    "remind_due",
    "signer",
    "unpin_example",
]
