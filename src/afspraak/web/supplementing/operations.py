"""Bringing a document, reading it once, choosing by clause, and letting it go."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import F, Q

from afspraak.documents.supplement import judging
from afspraak.documents.supplement.reading import read
from afspraak.documents.supplement.source import Existing
from afspraak.engine import kinds, networks
from afspraak.protocol import loader
from afspraak.web.audit import operations as audit
from afspraak.web.people.models import Person
from afspraak.web.supplementing import actions, keeping
from afspraak.web.supplementing.models import READING, READY, STOPPED, WAITING, Choice, Document
from afspraak.web.supplementing.queries import Chosen

KEPT_DAYS = 7
RULE = "supplementing.documents"
"""The rule under which documents are deleted."""

MAX_ATTEMPTS = 3
"""A document of which the reading is cut off more often is too much for this machine."""

CUT_OFF = dt.timedelta(minutes=10)


@transaction.atomic
def bring(
    *,
    content: bytes,
    name: str,
    document: Existing,
    source: bytes,
    edition: int | None,
    now: dt.datetime,
    actor: uuid.UUID,
) -> uuid.UUID:
    """Keeps a document that could be read, beside a protocol, to be judged; gives its key."""
    row = Document.objects.create(
        name=name[-200:],
        form=document.form,
        language=document.lang,
        content=content,
        edition_id=edition,
        source=source,
        brought_at=now,
        brought_by_id=actor,
        goes_at=now + dt.timedelta(days=KEPT_DAYS),
    )
    audit.record(
        actions.DOCUMENT_BROUGHT,
        now=now,
        actor=actor,
        subject=f"supplement:{row.pk}",
        facts={"form": document.form, "size": len(content)},
    )
    return row.pk


def judge_next(*, now: dt.datetime) -> bool:
    """Judges one document that waits; whether there was one. Several workers may call this."""
    row = _claimed(now)
    if row is None:
        return False
    document = read(bytes(row.content), f"{row.name}.{row.form}")
    protocol = loader.load(
        bytes(row.source), kinds=kinds.options_of_kinds(), networks=networks.names()
    )
    ours = Document.objects.filter(pk=row.pk, claim=row.claim)

    def tell(done: int, total: int) -> None:
        ours.update(percent=done * 100 // total)

    judged = judging.judge(document, protocol, progress=tell)
    ours.update(state=READY, claim=None, percent=100, judgement=keeping.written(judged))
    return True


@transaction.atomic
def choose(
    *,
    document: uuid.UUID,
    choices: Mapping[str, Chosen],
    now: dt.datetime,
    actor: uuid.UUID,
) -> None:
    """Keeps what the editor does with each clause, in place of what was chosen before."""
    Choice.objects.filter(document_id=document).delete()
    Choice.objects.bulk_create(
        Choice(document_id=document, clause=clause, choice=each.choice, reason=each.reason)
        for clause, each in choices.items()
    )
    made = [each.choice for each in choices.values()]
    audit.record(
        actions.CHOICES_MADE,
        now=now,
        actor=actor,
        subject=f"supplement:{document}",
        facts={
            "add": made.count("add"),
            "theirs": made.count("keep-theirs"),
            "out": made.count("leave-out"),
        },
    )


@transaction.atomic
def throw_away(*, document: uuid.UUID, now: dt.datetime, actor: uuid.UUID) -> None:
    """Nobody sees the document from now on; the next round deletes it, with a receipt."""
    Document.objects.filter(pk=document).update(goes_at=now)
    audit.record(
        actions.DOCUMENT_THROWN_AWAY, now=now, actor=actor, subject=f"supplement:{document}"
    )


def delete_due(now: dt.datetime) -> Sequence[str]:
    """Deletes documents whose time is over, with what they say; gives a line for each."""
    due = Document.objects.filter(goes_at__lte=now)
    lines = [f"supplement:{key}" for key in due.values_list("pk", flat=True)]
    due.delete()
    return lines


def erase(person: Person) -> int:
    """Forgets who brought which document; gives how many."""
    return Document.objects.filter(brought_by=person).update(brought_by=None)


def _claimed(now: dt.datetime) -> Document | None:
    Document.objects.filter(
        state=READING, claimed_at__lte=now - CUT_OFF, attempts__gte=MAX_ATTEMPTS
    ).update(state=STOPPED, claim=None)
    free = Q(state=WAITING) | Q(state=READING, claimed_at__lte=now - CUT_OFF)
    key = (
        Document.objects.filter(free, goes_at__gt=now)
        .order_by("brought_at")
        .values_list("pk", flat=True)
        .first()
    )
    if key is None:
        return None
    claim = uuid.uuid4()
    won = Document.objects.filter(free, pk=key).update(
        state=READING, claim=claim, claimed_at=now, attempts=F("attempts") + 1
    )
    return Document.objects.get(pk=key) if won else None
