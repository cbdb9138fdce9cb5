"""An edition holds once those who lead have read it, and until the next one does."""

from collections.abc import Callable

from afspraak.decisions.agreeing import State
from afspraak.decisions.roles import Role
from afspraak.web.agreeing import operations, queries
from afspraak.web.audit.models import Entry
from afspraak.web.editions import operations as editing
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.people.models import Person
from afspraak.web.reading import operations as reading
from afspraak.web.reading.models import Asked
from web.agreeing.walking import (
    DAY,
    TODAY,
    Cast,
    read,
    refused,
    state,
    walk,
)
from web.conftest import NOW
from web.editions.files import (
    SMALL,
    with_number,
)


def actions_logged() -> list[str]:
    logged = Entry.objects.exclude(action__startswith="people.").order_by("number")
    return list(logged.values_list("action", flat=True))


def test_an_edition_comes_into_force_along_every_step(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.IN_FORCE)

    row = queries.proceeding(key)
    assert row
    holds = editions.in_force(NOW)
    assert holds
    assert (row.state, row.edition, holds.number) == ("in-force", holds.id, "2027.1")
    spoke = editions.protocol_of(holds).edition
    assert (spoke.in_force, spoke.representation.consent) == (TODAY, TODAY)
    assert (spoke.representation.body, spoke.representation.reference) == ("or", "OR-2026-20")
    assert holds.text_hash == row.text_hash
    assert actions_logged() == [
        "editions.added",
        *["agreeing.ready", "agreeing.offered", "agreeing.asked", "agreeing.answered"],
        *["editions.planned", "agreeing.decided", "agreeing.leaders-asked"],
        *["reading.started", "reading.asked", "reading.started", "reading.asked"],
        *["reading.received", "editions.holds", "agreeing.in-force"],
    ]


def test_no_clock_brings_an_edition_into_force(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.LEADERS_READING, planned_on=TODAY + DAY)

    assert operations.move_due(now=NOW + 400 * DAY) == 0
    assert editions.in_force(NOW + 400 * DAY) == edition

    read(key, cast.leader)
    assert operations.move_due(now=NOW) == 0
    assert state(key) == "leaders-reading"

    assert operations.move_due(now=NOW + DAY) == 1
    holds = editions.in_force(NOW + DAY)
    assert holds
    assert (state(key), holds.id, holds.in_force_from) == ("in-force", edition.id + 1, NOW + DAY)
    assert editions.in_force(NOW) == edition


def test_a_late_leader_moves_the_day_in_the_file_as_well(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.LEADERS_READING)
    waiting = editions.awaiting()
    assert waiting
    assert editions.protocol_of(waiting).edition.in_force == TODAY

    read(key, cast.leader, NOW + 3 * DAY)
    operations.move_due(now=NOW + 3 * DAY)

    holds = editions.in_force(NOW + 3 * DAY)
    assert holds
    assert editions.protocol_of(holds).edition.in_force == TODAY + 3 * DAY
    assert (holds.text_hash, holds.file == waiting.file) == (waiting.text_hash, False)


def test_who_works_here_is_asked_once_the_edition_holds(
    edition: EditionRow, cast: Cast, somebody: Callable[..., Person]
) -> None:
    somebody(name="Lotte Visser")
    key = walk(cast, State.LEADERS_READING)
    row = queries.proceeding(key)
    assert row
    asked = Asked.objects.filter(edition=row.edition)
    assert list(asked.values_list("person__name", flat=True)) == ["Jan Jansen"]
    mail = OutgoingMail.objects.get(key__startswith=f"reading.asked:{row.edition}")
    assert mail.values == {"edition": row.edition, "number": "2027.1", "first": 1}

    read(key, cast.leader)
    operations.move_due(now=NOW)
    reading.ask_due(now=NOW)

    assert asked.count() == 4


def test_a_leader_who_is_away_is_excused_and_everybody_is_asked_all_the_same(
    edition: EditionRow, cast: Cast, somebody: Callable[..., Person]
) -> None:
    away = somebody(Role.LEADER, name="Sanne", away_from=TODAY - DAY, away_until=TODAY + 30 * DAY)
    key = walk(cast, State.LEADERS_READING)
    read(key, cast.leader)
    assert operations.move_due(now=NOW) == 0

    operations.excuse(
        proceeding=key, person=away.pk, reason="Weg tot januari.", now=NOW, actor=cast.editor.pk
    )

    # Who is back before the edition holds reads it first after all.
    assert operations.move_due(now=NOW + 60 * DAY) == 0
    assert operations.move_due(now=NOW) == 1
    reading.ask_due(now=NOW)
    row = queries.proceeding(key)
    assert row
    # Everybody who is here, and has not read: two of the three others.
    assert Asked.objects.filter(edition=row.edition).count() == 3
    with refused("state-in-force"):
        operations.excuse(
            proceeding=key, person=away.pk, reason="Weg.", now=NOW, actor=cast.editor.pk
        )


def test_an_edition_waits_for_somebody_who_leads(
    edition: EditionRow, somebody: Callable[..., Person]
) -> None:
    cast = Cast(somebody(Role.EDITOR), somebody(Role.REPRESENTATION), somebody(Role.EDITOR))
    key = walk(cast, State.DECIDED)

    operations.move_due(now=NOW)
    operations.move_due(now=NOW + 30 * DAY)

    assert state(key) == "leaders-reading"


def test_what_holds_is_only_replaced(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.IN_FORCE)
    with refused("state-in-force"):
        operations.withdraw(proceeding=key, reason="Weg.", now=NOW, actor=cast.editor.pk)

    editing.add_edition(source=with_number("2027.2", SMALL), now=NOW + DAY, in_force_from=NOW + DAY)
    assert operations.move_due(now=NOW + DAY) == 1

    assert state(key) == "replaced"
