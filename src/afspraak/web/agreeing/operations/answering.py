"""The text is put to the staff, and what they say is recorded."""

import dataclasses
import datetime as dt
import uuid

from django.db import transaction

from afspraak.decisions import agreeing
from afspraak.decisions.agreeing import Act, Answer, Body, Ground, Step
from afspraak.web.agreeing import actions
from afspraak.web.agreeing.models import Letter, Offer, Outcome
from afspraak.web.agreeing.operations.stepping import allowed, offer_row, put, step_of, taken_up
from afspraak.web.agreeing.queries import LetterFile
from afspraak.web.agreeing.situation import Standing
from afspraak.web.audit import operations as audit


@transaction.atomic
def ask(
    *,
    proceeding: uuid.UUID,
    body: Body,
    request: str,
    now: dt.datetime,
    actor: uuid.UUID | None,
) -> None:
    """Puts the text to who speaks for the staff. Raises `UnableToAgree`."""
    held = taken_up(proceeding, now)
    step = dataclasses.replace(step_of(Act.ASK, now, actor), body=body)
    state = allowed(step, held)
    row = offer_row(held)
    Offer.objects.filter(pk=row.pk).update(
        body=body, asked_at=now, asked_by=actor, request=request.strip()
    )
    put(held, state)
    audit.record(
        actions.ASKED,
        now=now,
        actor=actor,
        subject=f"proceeding:{proceeding}",
        edition=held.proceeding.number,
        facts={"number": held.proceeding.number, "version": row.version, "body": body},
    )


@transaction.atomic
def record_not_needed(
    *,
    proceeding: uuid.UUID,
    ground: Ground,
    reason: str,
    now: dt.datetime,
    actor: uuid.UUID | None,
    reference: str = "",
) -> None:
    """Records why the staff need not be asked. Raises `UnableToAgree`."""
    held = taken_up(proceeding, now)
    step = dataclasses.replace(
        step_of(Act.NOT_NEEDED, now, actor), ground=ground, says=reason, reference=reference
    )
    _record(step, held)


@transaction.atomic
def record_answer(
    *,
    proceeding: uuid.UUID,
    text_hash: str,
    answer: Answer,
    on: dt.date | None,
    now: dt.datetime,
    actor: uuid.UUID | None,
    reference: str = "",
    says: str = "",
    letter: LetterFile | None = None,
) -> None:
    """Records what the staff said about the text with this hash. Raises `UnableToAgree`."""
    held = taken_up(proceeding, now)
    step = dataclasses.replace(
        step_of(Act.ANSWER, now, actor),
        text_hash=text_hash,
        answer=answer,
        on=on,
        reference=reference,
        says=says,
    )
    _record(step, held, letter)


@transaction.atomic
def record_permission(
    *,
    proceeding: uuid.UUID,
    on: dt.date | None,
    reference: str,
    now: dt.datetime,
    actor: uuid.UUID | None,
    letter: LetterFile | None = None,
) -> None:
    """Records that a judge gave permission after a refusal. Raises `UnableToAgree`."""
    held = taken_up(proceeding, now)
    step = dataclasses.replace(step_of(Act.PERMIT, now, actor), on=on, reference=reference)
    _record(step, held, letter)


@transaction.atomic
def record_met(
    *, proceeding: uuid.UUID, how: str, now: dt.datetime, actor: uuid.UUID | None
) -> None:
    """Records that the conditions were met, and how. Raises `UnableToAgree`."""
    held = taken_up(proceeding, now)
    state = allowed(dataclasses.replace(step_of(Act.MEET, now, actor), says=how), held)
    outcome = held.outcome
    assert outcome  # noqa: S101 - conditions were open
    Outcome.objects.filter(pk=outcome.id).update(met_at=now, met_by=actor, met_how=how.strip())
    put(held, state)
    audit.record(
        actions.MET,
        now=now,
        actor=actor,
        subject=f"proceeding:{proceeding}",
        edition=held.proceeding.number,
        facts={"number": held.proceeding.number, "version": held.proceeding.version},
        personal={"how": how.strip()},
    )


def _record(step: Step, held: Standing, letter: LetterFile | None = None) -> None:
    state = allowed(step, held)
    answered = agreeing.answered(step, held.situation)
    by = uuid.UUID(step.by) if step.by else None
    outcome = Outcome.objects.create(
        offer=offer_row(held),
        answer=answered.answer,
        ground=step.ground or "",
        text_hash=answered.text_hash,
        on=answered.on,
        reference=step.reference.strip(),
        says=step.says.strip(),
        recorded_at=step.now,
        recorded_by_id=by,
        by_representation=step.represents,
        letter_name=letter.name if letter else "",
    )
    if letter:
        Letter.objects.create(outcome=outcome, content=letter.content)
    put(held, state)
    row = held.proceeding
    audit.record(
        actions.ANSWERED,
        now=step.now,
        actor=by,
        subject=f"proceeding:{row.id}",
        edition=row.number,
        facts={
            "number": row.number,
            "version": row.version,
            "text_hash": row.text_hash,
            "answer": answered.answer,
            "ground": step.ground or "",
            "on": answered.on.isoformat(),
            "by_representation": step.represents,
        },
        personal={"says": step.says.strip(), "reference": step.reference.strip()},
    )
