"""Deleting what is over its term."""

import datetime as dt
import hashlib
import logging
from collections.abc import Sequence

from django.db import transaction

from afspraak.decisions import retention
from afspraak.web.audit import operations as audit
from afspraak.web.contributions import Term
from afspraak.web.retention import actions, queries
from afspraak.web.retention.models import Deletion, RuleRun

logger = logging.getLogger(__name__)


def delete_due(*, now: dt.datetime) -> int:
    """Runs every rule, each in a transaction of its own; gives how many rows went.

    A rule that fails is noted, and does not stop the others.
    """
    total = 0
    for term in queries.terms():
        if term.delete is None:
            continue
        failed = ""
        try:
            total += _delete(term, now)
        except Exception as error:  # what one feature cannot do must not keep others from it
            failed = type(error).__name__[:100]
            logger.exception("the rule %s failed", term.key)
        RuleRun.objects.update_or_create(rule=term.key, defaults={"at": now, "failed": failed})
    return total


def delete_receipts(now: dt.datetime) -> Sequence[str]:
    """Deletes receipts whose own term is over; gives a line for each."""
    rule = retention.RULES["deletion-receipt"]
    due = Deletion.objects.filter(at__date__lte=retention.over(rule, now.astimezone(dt.UTC).date()))
    lines = [f"deletion:{key}" for key in due.values_list("pk", flat=True)]
    due.delete()
    return lines


def delete_under(rule: str, *, now: dt.datetime) -> int:
    """Runs one rule at once, with a receipt, for what may not wait until the next round."""
    term = next(term for term in queries.terms() if term.key == rule)
    return _delete(term, now)


def digest_of(lines: Sequence[str]) -> str:
    """The fingerprint on a receipt: SHA-256 over the sorted lines, each with a line feed."""
    return hashlib.sha256("".join(f"{line}\n" for line in sorted(lines)).encode()).hexdigest()


@transaction.atomic
def _delete(term: Term, now: dt.datetime) -> int:
    lines = term.delete(now) if term.delete else ()
    if not lines:
        return 0
    digest = digest_of(lines)
    Deletion.objects.create(rule=term.key, at=now, count=len(lines), digest=digest)
    audit.record(
        actions.DELETED,
        now=now,
        facts={"rule": term.key, "count": len(lines), "digest": digest},
    )
    return len(lines)
