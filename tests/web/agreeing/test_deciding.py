"""Who decides, what needs no answer first, and taking a decision back."""

from collections.abc import Callable

import pytest

from afspraak.decisions.agreeing import Body, Ground, State
from afspraak.decisions.roles import Role
from afspraak.web.agreeing import operations, queries
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from afspraak.web.people.models import Person
from afspraak.web.reading import operations as reading
from web.agreeing.walking import (
    DAY,
    Cast,
    consent,
    decide,
    read,
    refused,
    state,
    walk,
)
from web.conftest import NOW
from web.editions.files import (
    OTHER_TEXT,
    SAME_TEXT,
    SMALL,
    with_number,
)

ALONE = SMALL.replace(b"  people: 40\n", b"  people: 1\n", 1).replace(b'"2026.2"', b'"1"', 1)


def test_who_offers_does_not_decide(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    consent(key, cast)

    with refused("same-person"):
        decide(key, Cast(cast.editor, cast.representative, cast.editor))
    assert editions.awaiting() is None
    decide(key, cast)


def test_one_person_does_it_alone_and_it_shows(
    organisation: Organisation, somebody: Callable[..., Person]
) -> None:
    owner = somebody(Role.EDITOR, Role.LEADER)
    cast = Cast(owner, owner, owner)
    key = operations.offer(source=ALONE, now=NOW, actor=owner.pk)
    operations.record_not_needed(
        proceeding=key, ground=Ground.ALONE, reason="", now=NOW, actor=owner.pk
    )
    decide(key, cast)
    operations.move_due(now=NOW)
    read(key, owner)
    operations.move_due(now=NOW)

    row = queries.proceeding(key)
    assert row
    assert (row.state, row.alone) == ("in-force", True)
    holds = editions.in_force(NOW)
    assert holds
    assert editions.protocol_of(holds).edition.representation.body == "none"


def test_a_second_person_ends_being_alone(
    organisation: Organisation, somebody: Callable[..., Person]
) -> None:
    owner = somebody(Role.EDITOR, Role.LEADER)
    key = operations.offer(source=ALONE, now=NOW, actor=owner.pk)
    somebody()

    with refused("not-alone"):
        operations.record_not_needed(
            proceeding=key, ground=Ground.ALONE, reason="", now=NOW, actor=owner.pk
        )


def test_a_new_number_for_the_same_text_asks_nobody_again(edition: EditionRow, cast: Cast) -> None:
    key = operations.offer(source=SAME_TEXT, now=NOW, actor=cast.editor.pk)
    operations.record_not_needed(
        proceeding=key, ground=Ground.SAME_TEXT, reason="", now=NOW, actor=cast.editor.pk
    )
    reading.ask_due(now=NOW)
    reading.receive(person=cast.leader, edition=edition.id, language="nl", now=NOW)
    decide(key, cast)
    operations.move_due(now=NOW)

    assert operations.move_due(now=NOW) == 1 or state(key) == "in-force"
    holds = editions.in_force(NOW)
    assert holds
    assert (holds.number, holds.must_be_read) == ("2027.1", False)
    assert editions.protocol_of(holds).edition.representation.reference == "OR-2026-14"


def test_one_edition_waits_at_a_time(edition: EditionRow, cast: Cast) -> None:
    walk(cast, State.DECIDED)
    other = operations.offer(
        source=with_number("2027.2", OTHER_TEXT), now=NOW, actor=cast.editor.pk
    )
    operations.ask(proceeding=other, body=Body.OR, request="", now=NOW, actor=cast.editor.pk)
    consent(other, cast)

    with refused("another-waits"):
        decide(other, cast)


def test_a_decision_can_be_withdrawn_until_the_edition_holds(
    edition: EditionRow, cast: Cast
) -> None:
    key = walk(cast, State.LEADERS_READING)
    with refused("reason"):
        operations.withdraw(proceeding=key, reason=" ", now=NOW, actor=cast.editor.pk)

    operations.withdraw(proceeding=key, reason="Toch niet.", now=NOW, actor=cast.editor.pk)

    assert (state(key), editions.awaiting(), editions.in_force(NOW)) == ("withdrawn", None, edition)
    with pytest.raises(reading.UnableToReceive, match="superseded"):
        read(key, cast.leader)
    assert operations.move_due(now=NOW + 9 * DAY) == 0
