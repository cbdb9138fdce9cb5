import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from afspraak.protocol.problems import UnableToLoad
from afspraak.web.audit.models import Entry
from afspraak.web.editions import operations, queries
from afspraak.web.editions.judging import UnableToComeIntoForce
from afspraak.web.editions.operations import UnableToWithdraw
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from web.conftest import NOW
from web.editions.files import (
    NEXT,
    OTHER_PERSON,
    OTHER_TEXT,
    SAME_TEXT,
    SMALL,
    UNFAIR,
    WRONG_EXAMPLE,
    with_number,
)

LATER = NOW + dt.timedelta(days=30)


@pytest.fixture
def edition(organisation: Organisation) -> EditionRow:
    """A small protocol, in force."""
    return operations.add_edition(source=SMALL, now=NOW)


def actions_logged() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("action", flat=True))


def test_a_protocol_comes_into_force_on_its_own_date(edition: EditionRow) -> None:
    assert queries.in_force(NOW) == edition
    assert edition.in_force_from == dt.datetime(2026, 11, 1, 23, tzinfo=dt.UTC)
    assert edition.must_be_read
    assert queries.source_of(edition) == SMALL
    assert actions_logged() == ["editions.added"]


def test_the_same_text_under_the_same_number_is_a_new_file(edition: EditionRow) -> None:
    added = operations.add_edition(source=OTHER_PERSON, now=NOW)

    assert (added.id, added.text_hash) == (edition.id, edition.text_hash)
    assert added.file != edition.file
    assert queries.protocol_of(added).people.manager.name == "Sanne de Boer"
    assert actions_logged() == ["editions.added", "editions.file-added"]


def test_the_same_file_twice_changes_nothing(edition: EditionRow) -> None:
    assert operations.add_edition(source=SMALL, now=NOW) == edition
    assert actions_logged() == ["editions.added"]


def test_another_text_needs_a_number_of_its_own(edition: EditionRow) -> None:
    with pytest.raises(UnableToComeIntoForce) as refused:
        operations.add_edition(source=OTHER_TEXT, now=NOW)
    assert [(each.code, each.place.line) for each in refused.value.diagnostics] == [("number", 21)]

    added = operations.add_edition(source=NEXT, now=NOW, in_force_from=NOW)
    assert queries.in_force(NOW) == added
    assert added.must_be_read


def test_an_earlier_edition_does_not_come_back_under_its_number(edition: EditionRow) -> None:
    source = NEXT
    operations.add_edition(source=source, now=NOW, in_force_from=NOW)

    with pytest.raises(UnableToComeIntoForce):
        operations.add_edition(source=SMALL, now=LATER)


def test_a_new_number_for_the_same_text_asks_nobody_to_read_again(edition: EditionRow) -> None:
    added = operations.add_edition(source=SAME_TEXT, now=NOW, in_force_from=NOW)

    assert (added.text_hash, added.must_be_read) == (edition.text_hash, False)


def test_a_file_with_a_failing_example_does_not_come_into_force(organisation: object) -> None:
    with pytest.raises(UnableToComeIntoForce) as refused:
        operations.add_edition(source=WRONG_EXAMPLE, now=NOW)

    assert [each.code for each in refused.value.diagnostics] == ["example"]
    assert "Vandaag is het mooi weer." in refused.value.diagnostics[0].problem["nl"]
    assert queries.in_force(NOW) is None
    assert actions_logged() == []


def test_a_file_that_the_linter_refuses_does_not_come_into_force(organisation: object) -> None:
    with pytest.raises(UnableToComeIntoForce) as refused:
        operations.add_edition(source=UNFAIR, now=NOW)

    assert [(each.code, each.level) for each in refused.value.diagnostics] == [("L009", "error")]


def test_a_file_that_cannot_be_read_says_where(organisation: object) -> None:
    with pytest.raises(UnableToLoad) as refused:
        operations.add_edition(source=b"afspraak: 1\nname: x\n", now=NOW)

    assert not isinstance(refused.value, UnableToComeIntoForce)
    assert refused.value.diagnostics


def test_an_edition_to_come_can_be_withdrawn_and_only_then(edition: EditionRow) -> None:
    coming = operations.add_edition(source=NEXT, now=NOW, in_force_from=LATER)
    assert queries.coming(NOW) == [coming]

    with pytest.raises(UnableToWithdraw, match="in-force"):
        operations.withdraw_edition(edition=coming.id, now=LATER, actor=None)
    operations.withdraw_edition(edition=coming.id, now=LATER - dt.timedelta(seconds=1), actor=None)

    assert queries.coming(NOW) == []
    assert queries.in_force(LATER) == edition
    assert actions_logged() == ["editions.added", "editions.added", "editions.withdrawn"]
    with pytest.raises(UnableToWithdraw, match="unknown"):
        operations.withdraw_edition(edition=coming.id, now=NOW, actor=None)


def test_what_comes_after_a_withdrawn_edition_is_read_when_it_is_new(edition: EditionRow) -> None:
    first = operations.add_edition(source=NEXT, now=NOW, in_force_from=LATER)
    second = operations.add_edition(
        source=with_number("2027.2", OTHER_TEXT),
        now=NOW,
        in_force_from=LATER + dt.timedelta(days=30),
    )
    assert not second.must_be_read

    operations.withdraw_edition(edition=first.id, now=NOW, actor=None)

    assert [row.must_be_read for row in queries.coming(NOW)] == [True]


def test_an_edition_that_is_planned_waits_whatever_the_clock_says(edition: EditionRow) -> None:
    planned = operations.plan_edition(source=NEXT, planned_for=NOW, now=NOW, actor=None)

    assert (planned.awaits, planned.in_force_from, planned.must_be_read) == (True, NOW, True)
    assert queries.awaiting() == planned
    for now in (NOW, LATER, LATER + dt.timedelta(days=4000)):
        assert (queries.in_force(now), queries.coming(now)) == (edition, [])
    assert operations.take_effect(edition=planned.id, now=LATER)

    held = queries.in_force(LATER)
    assert held
    assert (held.number, held.in_force_from, held.awaits) == ("2027.1", LATER, False)
    assert queries.awaiting() is None
    assert not operations.take_effect(edition=planned.id, now=LATER)
    assert actions_logged() == ["editions.added", "editions.planned", "editions.holds"]


def test_the_number_of_an_edition_that_waits_is_taken(edition: EditionRow) -> None:
    operations.plan_edition(source=NEXT, planned_for=NOW, now=NOW, actor=None)

    for source in (NEXT, SAME_TEXT):
        with pytest.raises(UnableToComeIntoForce):
            operations.add_edition(source=source, now=NOW)


def test_an_edition_that_waits_is_withdrawn_by_its_own_door(edition: EditionRow) -> None:
    planned = operations.plan_edition(source=NEXT, planned_for=NOW, now=NOW, actor=None)

    with pytest.raises(UnableToWithdraw, match="awaits"):
        operations.withdraw_edition(edition=planned.id, now=NOW, actor=None)
    with pytest.raises(UnableToWithdraw, match="in-force"):
        operations.withdraw_planned(edition=edition.id, now=NOW, actor=None)
    operations.withdraw_planned(edition=planned.id, now=NOW, actor=None)

    assert queries.awaiting() is None
    assert not operations.take_effect(edition=planned.id, now=NOW)


def test_only_one_edition_waits(edition: EditionRow) -> None:
    operations.plan_edition(source=NEXT, planned_for=NOW, now=NOW, actor=None)

    with pytest.raises(IntegrityError), transaction.atomic():
        operations.plan_edition(
            source=with_number("2027.2", OTHER_TEXT), planned_for=NOW, now=NOW, actor=None
        )


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("2026.2", "2026.2"),
        ("3", "3"),
        ("changes", "no-7"),
        ("no-1", "no-7"),
        ("zomer 2026", "no-7"),
        ("../x", "no-7"),
    ],
)
def test_an_edition_has_an_address(number: str, address: str) -> None:
    row = EditionRow(7, number, "", NOW, must_be_read=True, file=1, protocol_hash="")

    assert row.address == address
