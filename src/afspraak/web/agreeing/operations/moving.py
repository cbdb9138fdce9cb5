"""What the worker does once people have done their part. No clock does anything alone."""

import datetime as dt
import uuid
from collections.abc import Callable

from django.db import transaction

from afspraak.decisions import agreeing
from afspraak.decisions.agreeing import Act, Refusal, State
from afspraak.web.agreeing import actions, facts
from afspraak.web.agreeing.models import Proceeding
from afspraak.web.agreeing.operations.stepping import put, step_of, taken_up
from afspraak.web.agreeing.situation import Standing, today
from afspraak.web.audit import operations as audit
from afspraak.web.editions import operations as editions
from afspraak.web.editions import queries as known


def move_due(*, now: dt.datetime) -> int:
    """Takes every step that nobody has to decide on any more; gives how many.

    Each is a transaction of its own, and starts from what stands in the tables: whoever dies in
    between leaves the rest to the next round.
    """
    count = 0
    for state, act, done in _STEPS:
        for key in Proceeding.objects.filter(state=state).values_list("pk", flat=True):
            count += _moved(key, act, now, done)
    return count


@transaction.atomic
def _moved(
    key: uuid.UUID, act: Act, now: dt.datetime, done: Callable[[Standing, dt.datetime], bool]
) -> bool:
    held = taken_up(key, now)
    leave = agreeing.may(step_of(act, now, None), held.situation)
    return not isinstance(leave, Refusal) and done(held, now)


def _ask_leaders(held: Standing, now: dt.datetime) -> bool:
    put(held, State.LEADERS_READING, asked_leaders_at=now)
    audit.record(
        actions.LEADERS_ASKED,
        now=now,
        subject=f"proceeding:{held.proceeding.id}",
        edition=held.proceeding.number,
        facts={"number": held.proceeding.number},
    )
    return True


def _come_into_force(held: Standing, now: dt.datetime) -> bool:
    assert held.proceeding.edition  # noqa: S101 - it was decided on
    source = _with_the_day(now)
    if not editions.take_effect(edition=held.proceeding.edition, now=now, source=source):
        return False
    put(held, State.IN_FORCE, in_force_at=now)
    audit.record(
        actions.IN_FORCE,
        now=now,
        subject=f"proceeding:{held.proceeding.id}",
        edition=held.proceeding.number,
        facts={
            "number": held.proceeding.number,
            "leaders": len(held.situation.leaders),
            "excused": sum(not each.has_read for each in held.situation.leaders),
        },
    )
    return True


def _with_the_day(now: dt.datetime) -> bytes | None:
    """The file with the day on which it holds, when those who lead took longer than planned."""
    edition = known.awaiting()
    if edition is None:
        return None
    day = today(now)
    if known.protocol_of(edition).edition.in_force == day:
        return None
    return facts.holding(known.source_of(edition), day)


def _replace(held: Standing, now: dt.datetime) -> bool:
    holds = known.in_force(now)
    mine = held.proceeding.edition
    if holds is None or holds.id == mine or not any(row.id == mine for row in known.past(now)):
        return False
    put(held, State.REPLACED, replaced_at=now)
    audit.record(
        actions.REPLACED,
        now=now,
        subject=f"proceeding:{held.proceeding.id}",
        edition=held.proceeding.number,
        facts={"number": held.proceeding.number},
    )
    return True


_STEPS = (
    (State.DECIDED, Act.ASK_LEADERS, _ask_leaders),
    (State.LEADERS_READING, Act.COME_INTO_FORCE, _come_into_force),
    (State.IN_FORCE, Act.REPLACE, _replace),
)
