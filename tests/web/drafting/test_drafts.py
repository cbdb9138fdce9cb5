"""Drafts: every saved version stays, and of two who save at once one is told."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from afspraak.web.audit.models import Entry
from afspraak.web.drafting import operations, queries
from afspraak.web.drafting.operations import UnableToSave
from afspraak.web.drafting.queries import DraftRow, VersionRow
from afspraak.web.people.models import Person
from web.conftest import NOW
from web.editions.files import NEXT, OTHER_TEXT, SMALL

LATER = NOW + dt.timedelta(hours=1)
BROKEN = SMALL.replace(b"stance: ", b"stanse: ", 1)


def started(person: Person, source: bytes = NEXT) -> uuid.UUID:
    return operations.start_draft(source=source, now=NOW, actor=person.pk)


def test_a_draft_keeps_what_was_written(somebody: Callable[..., Person]) -> None:
    ann = somebody(name="Ann")

    key = started(ann)

    row = queries.draft(key)
    assert row
    expected = DraftRow(key, "2027.1", 1, NEXT, NOW, "Ann", None, row.text_hash)
    assert row == expected
    assert queries.drafts() == [expected]
    assert len(row.text_hash) == 64


def test_a_file_with_problems_may_be_a_draft_and_still_tells_its_number(
    somebody: Callable[..., Person],
) -> None:
    key = started(somebody(name="Ann"), BROKEN)

    assert queries.draft(key) == DraftRow(key, "2026.2", 1, BROKEN, NOW, "Ann", None, "")


def test_what_is_no_protocol_at_all_may_be_a_draft(somebody: Callable[..., Person]) -> None:
    key = started(somebody(name="Ann"), b"\xff\x00 nothing")

    assert queries.draft(key) == DraftRow(key, "", 1, b"\xff\x00 nothing", NOW, "Ann", None, "")


def test_a_number_with_a_strange_character_is_cleaned(somebody: Callable[..., Person]) -> None:
    key = started(somebody(name="Ann"), b'edition:\n  number: "20\x0027.1"\n')

    row = queries.draft(key)
    assert row
    assert row.number == "2027.1"


def test_every_saved_version_stays(somebody: Callable[..., Person]) -> None:
    ann, bea = somebody(name="Ann"), somebody(name="Bea")
    key = started(ann)

    new = operations.save_draft(draft=key, version=1, source=OTHER_TEXT, now=LATER, actor=bea.pk)

    assert new == 2
    assert queries.versions(key) == [
        VersionRow(2, OTHER_TEXT, LATER, "Bea"),
        VersionRow(1, NEXT, NOW, "Ann"),
    ]
    assert queries.version(key, 1) == VersionRow(1, NEXT, NOW, "Ann")
    row = queries.draft(key)
    assert row
    assert (row.number, row.version, row.changed_by) == ("2026.2", 2, "Bea")


def test_who_saves_on_an_old_version_is_told_and_nothing_is_overwritten(
    somebody: Callable[..., Person],
) -> None:
    ann, bea = somebody(name="Ann"), somebody(name="Bea")
    key = started(ann)
    operations.save_draft(draft=key, version=1, source=SMALL, now=LATER, actor=bea.pk)

    with pytest.raises(UnableToSave, match=r"^changed$"):
        operations.save_draft(draft=key, version=1, source=OTHER_TEXT, now=LATER, actor=ann.pk)

    assert [each.source for each in queries.versions(key)] == [SMALL, NEXT]


def test_saving_the_same_makes_no_version(somebody: Callable[..., Person]) -> None:
    ann = somebody()
    key = started(ann)

    same = operations.save_draft(draft=key, version=1, source=NEXT, now=LATER, actor=ann.pk)

    assert same == 1
    assert queries.versions(key) == [VersionRow(1, NEXT, NOW, ann.name)]


def test_a_dropped_draft_is_gone_with_its_versions(somebody: Callable[..., Person]) -> None:
    ann = somebody()
    key = started(ann)

    operations.drop_draft(draft=key, now=LATER, actor=ann.pk)
    operations.drop_draft(draft=key, now=LATER, actor=ann.pk)

    assert (queries.draft(key), queries.versions(key)) == (None, [])
    with pytest.raises(UnableToSave, match=r"^gone$"):
        operations.save_draft(draft=key, version=1, source=SMALL, now=LATER, actor=ann.pk)
    assert list(
        Entry.objects.filter(action__startswith="drafting.")
        .order_by("number")
        .values_list("action", "facts")
    ) == [
        ("drafting.started", {"number": "2027.1"}),
        ("drafting.dropped", {"number": "2027.1", "versions": 1}),
    ]


def test_a_file_that_is_too_big_is_refused(somebody: Callable[..., Person]) -> None:
    ann = somebody()
    whole = b"#" * operations.MAX_BYTES

    assert queries.draft(started(ann, whole))
    with pytest.raises(UnableToSave, match=r"^too-big$"):
        started(ann, whole + b"#")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_one_query(
    count: int, somebody: Callable[..., Person], django_assert_num_queries: Any
) -> None:
    ann = somebody()
    for _ in range(count):
        started(ann)

    with django_assert_num_queries(1):
        rows = queries.drafts()

    assert len(rows) == count
