"""What deleting says about itself."""

from afspraak.decisions import retention
from afspraak.web.contributions import Term
from afspraak.web.retention import operations

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
