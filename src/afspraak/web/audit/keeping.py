"""Looking after the log: anchors, verifications, and erasing what is personal."""

import datetime as dt
import uuid
from collections.abc import Sequence

from django.contrib.auth import get_user_model
from django.db import transaction

from afspraak.decisions import retention
from afspraak.web.audit import actions, anchors, operations, verification
from afspraak.web.audit.models import Entry, Personal, Verification
from afspraak.web.worker.models import Job

ROWS_AT_ONCE = 50_000
"""A log of this size is verified while somebody waits, in about two seconds."""
JOB = "audit.verify"


def note_anchor(*, now: dt.datetime) -> bool:
    """Notes the last seal outside the database; says whether there was a new one."""
    last = Entry.objects.order_by("-number").values_list("number", "seal").first()
    if last is None or anchors.latest() == anchors.Anchor(*last):
        return False
    anchors.keep(anchors.Anchor(*last), now=now)
    return True


def verify(*, now: dt.datetime) -> verification.Outcome:
    """Verifies the whole log and keeps what was found."""
    outcome = verification.verify()
    Verification.objects.create(
        at=now,
        entries=outcome.entries,
        number=outcome.last.number,
        seal=outcome.last.seal,
        found=outcome.found,
        findings=[
            {"code": each.code.value, "number": each.number, "until": each.until, "name": each.name}
            for each in outcome.findings
        ],
    )
    return outcome


def verify_for(*, actor: uuid.UUID, now: dt.datetime) -> verification.Outcome | None:
    """Verifies the log because somebody asks; a long one is left to the worker, and gives None."""
    if (Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0) > (
        ROWS_AT_ONCE
    ):
        Job.objects.filter(name=JOB).update(due_at=now)
        return None
    outcome = verify(now=now)
    with transaction.atomic():
        operations.record(
            actions.LOG_VERIFIED,
            now=now,
            actor=actor,
            facts={"entries": outcome.entries, "found": outcome.found},
        )
    return outcome


def erase_due(now: dt.datetime) -> Sequence[str]:
    """Erases the personal parts whose term is over; gives a line for each."""
    due = Personal.objects.filter(erase_after__lte=now)
    lines = [f"entry:{number}" for number in due.values_list("pk", flat=True)]
    due.delete()
    return lines


def erase_names(now: dt.datetime) -> Sequence[str]:  # noqa: ARG001 - every rule is called alike
    """Erases personal parts about whoever is not here any more; gives a line for each."""
    here = get_user_model().objects.values("pk")
    gone = Personal.objects.filter(person__isnull=False).exclude(person__in=here)
    lines = [f"entry:{number}" for number in gone.values_list("pk", flat=True)]
    gone.delete()
    return lines


def delete_verifications(now: dt.datetime) -> Sequence[str]:
    """Deletes verifications whose term is over; gives a line for each."""
    over = retention.over(retention.RULES["verification"], now.astimezone(dt.UTC).date())
    due = Verification.objects.filter(at__date__lte=over)
    lines = [f"verification:{key} {at.isoformat()}" for key, at in due.values_list("pk", "at")]
    due.delete()
    return lines


def erase_person(person: uuid.UUID) -> int:
    """Erases every personal part about a person; the seals go on holding."""
    gone, _ = Personal.objects.filter(person=person).delete()
    return gone
