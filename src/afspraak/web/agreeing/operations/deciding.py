"""Deciding, and everything that can be undone until an edition is in force."""

import dataclasses
import datetime as dt
import uuid
from zoneinfo import ZoneInfo

from django.db import transaction

from afspraak.decisions.agreeing import Act
from afspraak.web.agreeing import actions, facts
from afspraak.web.agreeing.models import Excused, Offer
from afspraak.web.agreeing.operations.offering import next_text
from afspraak.web.agreeing.operations.stepping import allowed, offer_row, put, step_of, taken_up
from afspraak.web.agreeing.situation import Standing
from afspraak.web.audit import operations as audit
from afspraak.web.editions import operations as editions
from afspraak.web.editions import queries as known
from afspraak.web.organisation import queries as organisation


@transaction.atomic
def decide(
    *,
    proceeding: uuid.UUID,
    text_hash: str,
    planned_on: dt.date | None,
    now: dt.datetime,
    actor: uuid.UUID | None,
) -> int:
    """Decides on the text with this hash, to hold from a day on; gives the key of the edition.

    Raises `UnableToAgree`, and what `plan_edition` raises.
    """
    held = taken_up(proceeding, now)
    step = step_of(Act.DECIDE, now, actor)
    planned_for = _moment(planned_on, step.today, now)
    step = dataclasses.replace(step, text_hash=text_hash, planned_for=planned_for)
    state = allowed(step, held)
    assert planned_for  # noqa: S101 - without a day it is refused
    edition = editions.plan_edition(
        source=_agreed(held, planned_for, now), planned_for=planned_for, now=now, actor=actor
    )
    alone = held.situation.offered_by == step.by
    put(
        held,
        state,
        edition=edition.id,
        decided_at=now,
        decided_by=actor,
        planned_for=planned_for,
        alone=alone,
    )
    audit.record(
        actions.DECIDED,
        now=now,
        actor=actor,
        subject=f"proceeding:{proceeding}",
        edition=held.proceeding.number,
        facts={
            "number": held.proceeding.number,
            "version": held.proceeding.version,
            "text_hash": edition.text_hash,
            "planned_for": planned_for.isoformat(),
            "alone": alone,
        },
    )
    return edition.id


@transaction.atomic
def excuse(
    *,
    proceeding: uuid.UUID,
    person: uuid.UUID,
    reason: str,
    now: dt.datetime,
    actor: uuid.UUID | None,
) -> None:
    """Lets the edition not wait for a leader who is away. Raises `UnableToAgree`."""
    held = taken_up(proceeding, now)
    step = step_of(Act.EXCUSE, now, actor)
    state = allowed(dataclasses.replace(step, leader=str(person), says=reason), held)
    Excused.objects.update_or_create(
        proceeding_id=proceeding,
        person_id=person,
        defaults={"reason": reason.strip(), "at": now, "by_id": actor},
    )
    put(held, state)
    audit.record(
        actions.EXCUSED,
        now=now,
        actor=actor,
        person=person,
        subject=f"proceeding:{proceeding}",
        edition=held.proceeding.number,
        facts={"number": held.proceeding.number},
        personal={
            "name": next(row.name for row in held.leading if row.person == person),
            "reason": reason.strip(),
        },
    )


@transaction.atomic
def take_back(
    *, proceeding: uuid.UUID, reason: str, now: dt.datetime, actor: uuid.UUID | None
) -> None:
    """Takes the text back to be changed. What was offered stays to be read. Raises
    `UnableToAgree`."""
    held = taken_up(proceeding, now)
    state = allowed(dataclasses.replace(step_of(Act.TAKE_BACK, now, actor), says=reason), held)
    Offer.objects.filter(pk=offer_row(held).pk).update(
        taken_back_at=now, taken_back_by=actor, taken_back_reason=reason.strip()
    )
    next_text(held, now)
    put(held, state, version=held.proceeding.version + 1)
    audit.record(
        actions.TAKEN_BACK,
        now=now,
        actor=actor,
        subject=f"proceeding:{proceeding}",
        edition=held.proceeding.number,
        facts={"number": held.proceeding.number, "version": held.proceeding.version},
        personal={"reason": reason.strip()},
    )


@transaction.atomic
def withdraw(
    *, proceeding: uuid.UUID, reason: str, now: dt.datetime, actor: uuid.UUID | None
) -> None:
    """Ends the proposal, with its edition if that was decided on. Raises `UnableToAgree`."""
    held = taken_up(proceeding, now)
    state = allowed(dataclasses.replace(step_of(Act.WITHDRAW, now, actor), says=reason), held)
    if held.proceeding.edition:
        editions.withdraw_planned(edition=held.proceeding.edition, now=now, actor=actor)
    put(
        held,
        state,
        withdrawn_at=now,
        withdrawn_by=actor,
        withdrawn_reason=reason.strip(),
    )
    audit.record(
        actions.WITHDRAWN,
        now=now,
        actor=actor,
        subject=f"proceeding:{proceeding}",
        edition=held.proceeding.number,
        facts={"number": held.proceeding.number, "state": held.proceeding.state},
        personal={"reason": reason.strip()},
    )


def _moment(day: dt.date | None, today: dt.date, now: dt.datetime) -> dt.datetime | None:
    """The first moment of a day to come; of today, now."""
    if day is None:
        return None
    if day == today:
        return now
    zone = ZoneInfo(organisation.chosen().timezone)
    return dt.datetime.combine(day, dt.time(), zone).astimezone(dt.UTC)


def _agreed(held: Standing, planned_for: dt.datetime, now: dt.datetime) -> bytes:
    """The file with what was agreed in it."""
    protocol = held.judgement.protocol
    outcome = held.outcome
    assert outcome  # noqa: S101 - without an answer nothing is decided
    before = known.in_force(now)
    return facts.written(
        held.proceeding.source,
        holds_from=planned_for.astimezone(ZoneInfo(protocol.organisation.timezone)).date(),
        agreed=facts.agreed(
            protocol,
            body=held.offer.body,
            outcome=outcome,
            before=known.protocol_of(before) if before else None,
        ),
    )
