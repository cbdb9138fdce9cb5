"""What deleting says about itself."""

import datetime as dt
from collections.abc import Iterator

from afspraak.decisions import retention
from afspraak.web.contributions import Checked, Deleted, Term
from afspraak.web.retention import operations, queries

SHOWN = 5

TERMS = (
    Term(
        "retention.receipt",
        {
            "nl": "Bewijzen van verwijdering: regel, dag en aantal",
            "en": "Receipts of deletion: rule, day and count",
        },
        retention.says(retention.RULES["deletion-receipt"]),
        operations.delete_receipts,
    ),
)


def checks(now: dt.datetime) -> Iterator[Checked]:
    """Whether every rule ran in the last day, and none failed."""
    ok = queries.all_ran_since(now - queries.LATE)
    yield Checked(
        8,
        "retention-ran",
        {
            "nl": "Elke termijn is het laatste etmaal nagelopen."
            if ok
            else "Er is nog geen termijn nagelopen."
            if ok is None
            else "Niet elke termijn kon worden nagelopen.",
            "en": "Every term was looked at in the last day."
            if ok
            else "No term was looked at yet."
            if ok is None
            else "Not every term could be looked at.",
        },
        ok,
        queries.last_run(),
    )


def deleted() -> Iterator[Deleted]:
    """The last few deletions."""
    for receipt in queries.latest(SHOWN):
        yield Deleted(receipt.says, receipt.at, receipt.count)
