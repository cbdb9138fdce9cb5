"""The first edition of a company that had agreed already, on paper."""

import dataclasses
import datetime as dt
import uuid

from django.db import transaction

from afspraak.decisions.agreeing import Act, Answer, State
from afspraak.protocol.text_hash import protocol_hash, text_hash
from afspraak.web.agreeing import actions
from afspraak.web.agreeing.models import Offer, Outcome, Proceeding
from afspraak.web.agreeing.operations.stepping import allowed, step_of, taken_up
from afspraak.web.audit import operations as audit
from afspraak.web.editions import operations as editions

PAPER = "paper"
"""The ground of an answer that was given before this program was there."""


@transaction.atomic
def take_over(
    *,
    source: bytes,
    on: dt.date | None,
    reference: str,
    reason: str,
    at_once: bool,
    now: dt.datetime,
    actor: uuid.UUID | None,
) -> uuid.UUID:
    """Puts in force what was agreed elsewhere, from now or from its own earlier date.

    For the first edition only. Raises `UnableToLoad` with every problem, and `UnableToAgree`.
    """
    judgement = editions.acceptable(source, now=now)
    protocol = judgement.protocol
    number, read = protocol.edition.number, text_hash(protocol)
    row = Proceeding.objects.create(number=number, state=State.DRAFT, started_at=now)
    offer = Offer.objects.create(
        proceeding=row,
        version=1,
        source=source,
        text_hash=read,
        protocol_hash=protocol_hash(protocol),
        added_at=now,
        offered_at=now,
        offered_by_id=actor,
        body=protocol.edition.representation.body.replace("none", ""),
    )
    held = taken_up(row.pk, now)
    starts = now if at_once else editions.starts(protocol)
    step = dataclasses.replace(
        step_of(Act.TAKE_OVER, now, actor),
        on=on,
        reference=reference,
        says=reason,
        planned_for=starts,
    )
    state = allowed(step, held)
    edition = editions.add_edition(source=source, now=now, actor=actor, in_force_from=starts)
    Proceeding.objects.filter(pk=row.pk).update(
        state=state,
        edition=edition.id,
        decided_at=now,
        decided_by=actor,
        in_force_at=starts,
    )
    spoke = protocol.edition.representation.body != "none"
    Outcome.objects.create(
        offer=offer,
        answer=Answer.CONSENT if spoke else Answer.NOT_NEEDED,
        ground=PAPER,
        text_hash=read,
        on=step.on or step.today,
        reference=reference.strip(),
        says=reason.strip(),
        recorded_at=now,
        recorded_by_id=actor,
    )
    audit.record(
        actions.TAKEN_OVER,
        now=now,
        actor=actor,
        subject=f"proceeding:{row.pk}",
        edition=number,
        facts={"number": number, "text_hash": read, "on": str(on)},
        personal={"reason": reason.strip(), "reference": reference.strip()},
    )
    return row.pk
