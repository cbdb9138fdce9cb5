"""Taking one step with one proposal, with nobody else at it."""

import datetime as dt
import uuid

from afspraak.decisions import agreeing
from afspraak.decisions.agreeing import Act, Refusal, State, Step, UnableToAgree
from afspraak.web.agreeing import queries
from afspraak.web.agreeing.models import Offer, Proceeding
from afspraak.web.agreeing.situation import Standing, standing, today


class UnknownProceeding(Exception):
    """There is no proposal with this key."""


def taken_up(key: uuid.UUID, now: dt.datetime) -> Standing:
    """Where the proposal stands. Nobody else takes a step with it until the transaction ends."""
    if not Proceeding.objects.select_for_update().filter(pk=key).exists():
        raise UnknownProceeding(str(key))
    row = queries.proceeding(key)
    assert row  # noqa: S101 - it is locked
    return standing(row, now)


def step_of(act: Act, now: dt.datetime, actor: uuid.UUID | None) -> Step:
    """A step of this person, to which what they say can be added."""
    represents = actor is not None and actor in queries.representatives()
    return Step(act, now, today(now), by=str(actor or ""), represents=represents)


def allowed(step: Step, held: Standing) -> State:
    """The state that the step leads to. Raises `UnableToAgree`."""
    leave = agreeing.may(step, held.situation)
    if isinstance(leave, Refusal):
        raise UnableToAgree(leave)
    return leave.to


def put(held: Standing, state: State, **fields: object) -> None:
    """Writes the state and what came with it."""
    Proceeding.objects.filter(pk=held.proceeding.id).update(state=state, **fields)


def offer_row(held: Standing) -> Offer:
    """The text as it is now, to write to."""
    return Offer.objects.defer("source").get(
        proceeding=held.proceeding.id, version=held.proceeding.version
    )
