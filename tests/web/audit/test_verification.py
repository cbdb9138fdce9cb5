"""The log attacked in the database: whatever is done to it is found, and told."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction

from afspraak.web.audit import anchors, guards, jobs, rows, verification
from afspraak.web.audit import operations as audit
from afspraak.web.audit.anchors import Anchor
from afspraak.web.audit.findings import Code, Finding
from afspraak.web.audit.models import Entry, Personal
from afspraak.web.keys import passing
from afspraak.web.people.actions import PERSON_ADDED, ROLE_GRANTED
from web.audit.attacking import attack, without_guards

COLUMNS = "at, action, edition, actor, subject, facts, commitment, seal"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.CONFIG = replace(settings.CONFIG, data=tmp_path)


@pytest.fixture
def log(db: None, now: dt.datetime) -> Callable[[int], None]:
    """Adds entries, every third of them without a personal part."""

    def add(count: int) -> None:
        with transaction.atomic():
            for number in range(count):
                personal = {"name": f"Persoon {number}"}
                if number % 3:
                    audit.record(PERSON_ADDED, now=now, person=uuid.uuid4(), personal=personal)
                else:
                    audit.record(ROLE_GRANTED, now=now, facts={"role": "editor"}, personal=personal)

    return add


def found(*given: Anchor) -> list[tuple[str, int, int]]:
    outcome = verification.verify(given)
    return [(each.code.value, each.number, each.until) for each in outcome.findings]


def anchor_of(number: int) -> Anchor:
    return Anchor(number, Entry.objects.values_list("seal", flat=True).get(number=number))


def test_a_sound_log_is_read_whole(log: Callable[[int], None]) -> None:
    assert verification.verify() == verification.Outcome(0, Anchor(0, ""), 0, ())

    log(10)

    assert verification.verify() == verification.Outcome(10, anchor_of(10), 0, ())


def test_the_guards_are_there_after_every_migration(db: None) -> None:
    assert guards.missing() == ()


def changed(number: int, how: str) -> str:
    return f"UPDATE audit_entry SET {how} WHERE number = {number}"  # noqa: S608 - our own words


def copied(number: int, to: int) -> str:
    names = f"INSERT INTO audit_entry (number, {COLUMNS})"
    return f"{names} SELECT {to}, {COLUMNS} FROM audit_entry WHERE number = {number}"  # noqa: S608


REMOVED = "DELETE FROM audit_entry WHERE number"
ATTACKS = [
    ([changed(4, "action = 'people.left'")], [("broken", 4, 4)]),
    ([changed(4, "edition = '2'")], [("broken", 4, 4)]),
    ([changed(1, "subject = 'x'")], [("broken", 1, 1)]),
    ([changed(10, "at = '2020-01-01 00:00:00'")], [("broken", 10, 10)]),
    ([changed(4, """facts = '{"role": "leader"}'""")], [("broken", 4, 4)]),
    ([changed(6, "actor = NULL, commitment = ''")], [("broken", 6, 6)]),
    # its own seal too: then the next one does not follow from it
    ([changed(5, "action = 'x', seal = commitment")], [("broken", 5, 6)]),
    # a row of the middle, several, and the first
    ([f"{REMOVED} = 5"], [("missing", 5, 5)]),
    ([f"{REMOVED} IN (3, 4, 8)"], [("missing", 3, 4), ("missing", 8, 8)]),
    ([f"{REMOVED} = 1"], [("missing", 1, 1)]),
    # removed, and the gap closed
    (
        [
            f"{REMOVED} = 5",
            "UPDATE audit_entry SET number = number - 100 WHERE number > 5",
            "UPDATE audit_entry SET number = number + 99 WHERE number < 0",
        ],
        [("broken", 5, 9)],
    ),
    # swapped
    (
        [changed(4, "number = 99"), changed(5, "number = 4"), changed(99, "number = 5")],
        [("broken", 4, 6)],
    ),
    # inserted: a copy at the end, and one before the first
    ([copied(10, 11)], [("broken", 11, 11)]),
    ([copied(1, 0)], [("broken", 0, 1)]),
]


@pytest.mark.parametrize(("statements", "expected"), ATTACKS)
def test_what_is_done_to_entries_is_found(
    statements: list[str], expected: list[tuple[str, int, int]], log: Callable[[int], None]
) -> None:
    log(10)
    Personal.objects.all().delete()

    attack(*statements)

    assert found() == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("""UPDATE audit_personal SET facts = '{"name": "Kees"}' WHERE entry_id = 2""", 2),
        ("UPDATE audit_personal SET person = NULL WHERE entry_id = 3", 3),
        ("UPDATE audit_personal SET erase_after = '2036-01-01' WHERE entry_id = 2", 2),
        ("UPDATE audit_personal SET salt = 'x' WHERE entry_id = 2", 2),
    ],
)
def test_a_personal_part_that_was_changed_is_found(
    statement: str, expected: int, log: Callable[[int], None]
) -> None:
    log(5)

    attack(statement)

    assert found() == [("personal", expected, expected)]


def test_a_personal_part_given_to_an_entry_without_one_is_found(
    log: Callable[[int], None], now: dt.datetime
) -> None:
    from afspraak.web.audit.actions import LOG_VERIFIED

    log(3)
    with transaction.atomic():
        audit.record(LOG_VERIFIED, now=now, facts={"entries": 3, "found": 0})
    Personal.objects.create(entry_id=4, facts={"name": "Kees"}, salt="x")

    assert found() == [("personal", 4, 4)]


def test_an_erased_personal_part_leaves_the_log_sound(log: Callable[[int], None]) -> None:
    log(5)

    Personal.objects.filter(entry_id__in=(2, 5)).delete()

    assert found() == []


def test_a_cut_off_tail_is_found_by_the_anchors(
    log: Callable[[int], None], now: dt.datetime
) -> None:
    log(6)
    jobs.anchor(now)
    receipt = anchor_of(5)
    Personal.objects.all().delete()

    attack("DELETE FROM audit_entry WHERE number > 4")

    assert found() == [("tail", 5, 6)]
    (settings.CONFIG.data / anchors.NAME).unlink()
    assert found() == []  # the file was removed too; what somebody holds still tells
    assert found(receipt) == [("tail", 5, 5)]


def test_a_whole_log_sealed_with_another_key_is_found(
    log: Callable[[int], None], settings: Any
) -> None:
    log(4)
    own = settings.KEYS
    Personal.objects.all().delete()
    attack("DELETE FROM audit_entry")
    settings.KEYS = passing()
    log(4)
    assert found() == []

    settings.KEYS = own

    assert found() == [("broken", 1, 4)]


def test_a_whole_log_sealed_with_the_stolen_key_is_found_by_an_anchor(
    log: Callable[[int], None], now: dt.datetime
) -> None:
    log(4)
    jobs.anchor(now)
    log(1)
    Personal.objects.all().delete()
    attack("DELETE FROM audit_entry")

    log(5)

    assert found() == [("anchor", 4, 4)]


def test_anchors_that_were_tampered_with_are_told(
    log: Callable[[int], None], now: dt.datetime
) -> None:
    log(3)
    jobs.anchor(now)
    path = settings.CONFIG.data / anchors.NAME

    path.write_text("nonsense\n" + path.read_text())

    assert found() == [("anchor-file", 0, 0)]


def test_a_guard_that_is_gone_is_told(log: Callable[[int], None]) -> None:
    log(3)

    with without_guards():
        gone = verification.verify().findings

    wanted = guards.POSTGRESQL if connection.vendor == "postgresql" else guards.SQLITE
    assert gone == tuple(Finding(Code.GUARD, 0, 0, name) for name in wanted)


def test_an_entry_that_is_there_twice_is_told_also_between_two_pages(
    log: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    log(9)
    Personal.objects.all().delete()
    with connection.cursor() as cursor:  # a table without a key in the place of the log
        cursor.execute("ALTER TABLE audit_entry RENAME TO hidden")
        cursor.execute("CREATE TABLE audit_entry AS SELECT * FROM hidden")
        cursor.execute("INSERT INTO audit_entry SELECT * FROM hidden WHERE number = 3")

    for size in (2, 3, 4, 20):
        monkeypatch.setattr(rows, "ROWS_AT_A_TIME", size)
        assert [each for each in found() if each[0] != "guard"] == [("twice", 3, 3)], size


def test_findings_are_counted_and_the_first_are_kept(
    log: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verification, "MAX_FINDINGS", 2)
    log(12)
    Personal.objects.all().delete()

    attack("DELETE FROM audit_entry WHERE number IN (2, 4, 6, 8)")
    outcome = verification.verify()

    assert (outcome.entries, outcome.found) == (8, 4)
    assert outcome.findings == (Finding(Code.MISSING, 2, 2), Finding(Code.MISSING, 4, 4))


def test_every_finding_is_said_in_both_languages() -> None:
    for code in Code:
        for until in (3, 5):
            says = Finding(code, 3, until, "guard").says()
            assert set(says) == {"nl", "en"}
            assert "{" not in says["nl"] + says["en"]
    assert Finding(Code.MISSING, 3, 5).says() == {
        "nl": "Regels 3 tot en met 5 ontbreken. Daardoor is regel 6 niet te controleren.",
        "en": "Entries 3 to 5 are missing. So entry 6 cannot be verified.",
    }


def test_the_worker_notes_an_anchor_only_when_there_is_something_new(
    log: Callable[[int], None], now: dt.datetime
) -> None:
    assert jobs.anchor(now) == 0
    log(2)
    assert jobs.anchor(now) == 1
    assert jobs.anchor(now) == 0
    log(1)
    assert jobs.anchor(now) == 1

    assert list(anchors.kept()) == [anchor_of(2), anchor_of(3)]
    assert anchors.latest() == anchor_of(3)
    assert (settings.CONFIG.data / anchors.NAME).stat().st_mode & 0o777 == 0o600
