"""Going along the path of agreeing, as far as a test needs it."""

import datetime as dt
import uuid
from dataclasses import dataclass

import pytest

from afspraak.decisions.agreeing import Answer, Body, State, UnableToAgree
from afspraak.web.agreeing import operations, queries
from afspraak.web.people.models import Person
from afspraak.web.reading import operations as reading
from web.conftest import NOW
from web.editions.files import NEXT

TODAY = NOW.date()
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who does what: one offers, one speaks for the staff, one decides and reads first."""

    editor: Person
    representative: Person
    leader: Person


def refused(reason: str) -> pytest.RaisesExc[UnableToAgree]:
    """The path goes no further, for exactly this reason."""
    return pytest.raises(UnableToAgree, match=f"^{reason}$")


def text_hash(key: uuid.UUID) -> str:
    """The hash of the text as it is now."""
    row = queries.proceeding(key)
    assert row
    return row.text_hash


def state(key: uuid.UUID) -> str:
    """How far the proposal is."""
    row = queries.proceeding(key)
    assert row
    return row.state


def walk(
    cast: Cast, until: State, *, source: bytes = NEXT, planned_on: dt.date = TODAY
) -> uuid.UUID:
    """A proposal that has come as far as `until`."""
    who = cast.editor.pk
    if until is State.DRAFT:
        return operations.put_ready(source=source, now=NOW, actor=who)
    key = operations.offer(source=source, now=NOW, actor=who)
    for reached, step in _STEPS:
        if until in reached:
            return key
        step(key, cast, planned_on)
    return key


def ask(key: uuid.UUID, cast: Cast, _: dt.date) -> None:
    operations.ask(
        proceeding=key, body=Body.OR, request="Graag instemming.", now=NOW, actor=cast.editor.pk
    )


def consent(key: uuid.UUID, cast: Cast, _: dt.date = TODAY) -> None:
    operations.record_answer(
        proceeding=key,
        text_hash=text_hash(key),
        answer=Answer.CONSENT,
        on=TODAY,
        reference="OR-2026-20",
        now=NOW,
        actor=cast.representative.pk,
    )


def decide(key: uuid.UUID, cast: Cast, planned_on: dt.date = TODAY) -> None:
    operations.decide(
        proceeding=key,
        text_hash=text_hash(key),
        planned_on=planned_on,
        now=NOW,
        actor=cast.leader.pk,
    )


def _ask_leaders(key: uuid.UUID, cast: Cast, _: dt.date) -> None:
    assert operations.move_due(now=NOW) == 1
    reading.ask_due(now=NOW)


def read(key: uuid.UUID, person: Person, now: dt.datetime = NOW) -> None:
    """This person reads the edition that waits."""
    row = queries.proceeding(key)
    assert row
    assert row.edition
    reading.receive(person=person, edition=row.edition, language="nl", now=now)


def _come_into_force(key: uuid.UUID, cast: Cast, _: dt.date) -> None:
    read(key, cast.leader)
    operations.move_due(now=NOW)


_STEPS = (
    ({State.OFFERED}, ask),
    ({State.WITH_REPRESENTATION}, consent),
    ((), decide),
    ({State.DECIDED}, _ask_leaders),
    ({State.LEADERS_READING}, _come_into_force),
)
