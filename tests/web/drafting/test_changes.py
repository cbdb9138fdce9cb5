"""People and lists change with two people, in a file that is otherwise byte for byte the same."""

import datetime as dt
import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.audit.models import Entry
from afspraak.web.drafting import contributes, operations, queries
from afspraak.web.drafting.models import Change
from afspraak.web.drafting.operations import UnableToDecide, UnableToPropose
from afspraak.web.editions import operations as editions
from afspraak.web.editions import queries as held
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from afspraak.web.people import operations as people
from afspraak.web.people.models import Person
from web.conftest import NOW
from web.editions.files import OTHER_PERSON, OTHER_TEXT, SMALL

FORM = "/people-and-lists/change/"
BEFORE, LATER = NOW - dt.timedelta(days=7), NOW + dt.timedelta(hours=1)


@pytest.fixture
def small(organisation: Organisation) -> EditionRow:
    """Three clauses of the bakery's protocol, in force."""
    return editions.add_edition(source=SMALL, now=BEFORE)


@pytest.fixture
def editor(small: EditionRow, client_of: Callable[..., Client]) -> Client:
    return client_of(Role.EDITOR, name="Henk")


def person_of(client: Client) -> Person:
    person = client.person  # type: ignore[attr-defined]  # as conftest gives it
    assert isinstance(person, Person)
    return person


def fields(client: Client) -> dict[str, str]:
    """What the form would send when nobody touched it."""
    shown = client.get(FORM)
    assert shown.status_code == 200
    form = shown.context["form"]
    sent = {"base": shown.context["edition"].protocol_hash}
    for bound in form:
        value = bound.value()
        if isinstance(value, bool):
            sent |= {bound.html_name: "on"} if value else {}
        else:
            sent[bound.html_name] = str(value or "")
    return sent


def proposed(editor: Client, **changed: str) -> uuid.UUID:
    answer = editor.post(FORM, {**fields(editor), **changed})
    assert answer.status_code == 302, answer.content.decode()
    return uuid.UUID(answer["Location"].rstrip("/").rsplit("/", 1)[1])


def source_in_force() -> bytes:
    edition = held.in_force(LATER)
    assert edition
    return held.source_of(edition)


def log() -> list[tuple[str, dict[str, Any]]]:
    rows = Entry.objects.filter(action__contains="change").order_by("number")
    return list(rows.values_list("action", "facts"))


def test_one_proposes_another_says_yes_and_only_that_changes_in_the_file(
    editor: Client, client_of: Callable[..., Client]
) -> None:
    leader = client_of(Role.LEADER, name="Jan")
    before = source_in_force()

    key = proposed(editor, **{"manager-name": "Sanne de Boer", "why": "Sanne is getrouwd."})
    assert source_in_force() == before
    answer = leader.post(f"/people-and-lists/{key}/decide/", {"decision": "yes"})

    assert answer.status_code == 302
    assert source_in_force() == before.replace(
        b"manager: {name: Sanne de Wit,", b"manager: {name: Sanne de Boer,"
    )
    row = queries.change(key)
    assert row
    assert (row.decision, row.decided_by, row.why) == ("yes", "Jan", "Sanne is getrouwd.")


def test_what_is_logged_says_that_and_not_what(
    editor: Client, client_of: Callable[..., Client]
) -> None:
    leader = client_of(Role.LEADER)
    key = proposed(editor, **{"terms-projects": "Nachtschade\nProject Morgenrood"})
    leader.post(f"/people-and-lists/{key}/decide/", {"decision": "yes"})

    edition = held.in_force(LATER)
    assert edition
    facts = {"number": "2026.2", "protocol_hash": edition.protocol_hash}
    assert log() == [
        ("drafting.change-proposed", facts),
        ("drafting.change-decided", {**facts, "decision": "yes", "alone": False}),
    ]
    assert "Morgenrood" not in str(list(Entry.objects.values_list("facts", "subject")))


def test_nobody_says_yes_to_their_own(editor: Client, client_of: Callable[..., Client]) -> None:
    client_of(Role.LEADER)
    before = source_in_force()
    key = proposed(editor, contacts="info@jansen.nl")

    answer = editor.post(f"/people-and-lists/{key}/decide/", {"decision": "yes"})

    assert answer.status_code == 403
    assert source_in_force() == before
    shown = editor.get(f"/people-and-lists/{key}/").content.decode()
    assert ("Ja, dit gaat gelden" in shown, "Terugnemen" in shown) == (False, True)


def test_who_works_alone_decides_alone_and_the_log_says_so(editor: Client) -> None:
    key = proposed(editor, contacts="info@jansen.nl")

    shown = editor.get(f"/people-and-lists/{key}/").content.decode()
    answer = editor.post(f"/people-and-lists/{key}/decide/", {"decision": "yes"})

    assert "Ja, ik beslis dit alleen" in shown
    assert answer.status_code == 302
    assert b"contacts: [info@jansen.nl]" in source_in_force()
    assert log()[-1][1]["alone"] is True


def test_where_nobody_else_may_say_yes_the_page_says_what_to_do(
    editor: Client, somebody: Callable[..., Person]
) -> None:
    employee = somebody()
    key = proposed(editor, contacts="info@jansen.nl")

    def shown() -> str:
        return editor.get(f"/people-and-lists/{key}/").content.decode()

    assert "Nog niemand anders heeft zo’n rol" in shown()
    assert "Ja, ik beslis dit alleen" not in shown()
    people.grant_role(person=employee, role=Role.LEADER, now=NOW)
    assert "Nog niemand anders heeft zo’n rol" not in shown()


def test_a_no_needs_a_reason_and_changes_nothing(
    editor: Client, client_of: Callable[..., Client]
) -> None:
    leader = client_of(Role.LEADER)
    before = source_in_force()
    key = proposed(editor, answer_hours="48")
    address = f"/people-and-lists/{key}/decide/"

    assert leader.post(address, {"decision": "no", "reason": " "}).status_code == 422
    assert leader.post(address, {"decision": "no", "reason": "Te lang."}).status_code == 302

    row = queries.change(key)
    assert row
    assert (row.decision, row.reason) == ("no", "Te lang.")
    assert source_in_force() == before
    assert leader.post(address, {"decision": "yes"}).status_code == 409


def test_only_the_editor_sees_terms_of_a_confidential_list(
    editor: Client, client_of: Callable[..., Client]
) -> None:
    leader = client_of(Role.LEADER)
    key = proposed(
        editor, **{"terms-projects": "Nachtschade\nMorgenrood", "why": "Morgenrood is nieuw."}
    )

    seen = [each.get(f"/people-and-lists/{key}/").content.decode() for each in (editor, leader)]

    assert ["Morgenrood" in each for each in seen] == [True, False]
    assert ["nieuw woord" in each for each in seen] == [True, True]
    assert leader.get(FORM).status_code == 403


def test_representation_sees_a_change_and_does_not_decide(
    editor: Client, client_of: Callable[..., Client]
) -> None:
    council = client_of(Role.REPRESENTATION)
    client_of(Role.LEADER)
    key = proposed(editor, **{"terms-projects": "Nachtschade\nMorgenrood", "desk_hours": "2"})

    shown = council.get(f"/people-and-lists/{key}/").content.decode()

    assert "Antwoord binnen 2 uur (was 4)" in shown
    assert ("Morgenrood" in shown, "Ja, dit gaat gelden" in shown) == (False, False)
    address = f"/people-and-lists/{key}/decide/"
    assert council.post(address, {"decision": "yes"}).status_code == 403


def test_of_two_changes_from_one_file_the_second_finds_another_file(
    editor: Client, client_of: Callable[..., Client]
) -> None:
    leader = client_of(Role.LEADER)
    first = proposed(editor, answer_hours="12")
    second = proposed(editor, desk_hours="2")
    leader.post(f"/people-and-lists/{first}/decide/", {"decision": "yes"})

    answer = leader.post(f"/people-and-lists/{second}/decide/", {"decision": "yes"})

    assert answer.status_code == 409
    assert "Dit gaat uit van een bestand dat niet meer geldt" in answer.content.decode()
    assert b"questions: {answer_within_hours: 12}" in source_in_force()
    assert b"answer_within_hours: 2," not in source_in_force()


def test_who_types_while_another_change_comes_in_loses_no_word(editor: Client) -> None:
    typed = {**fields(editor), "manager-name": "Sanne van Dam"}
    editions.add_edition(source=OTHER_PERSON, now=LATER)

    answer = editor.post(FORM, typed)

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="Sanne van Dam"' in shown
    assert not Change.objects.exists()
    base = re.search(r'name="base" value="([0-9a-f]{64})"', shown)
    assert base
    assert editor.post(FORM, {**typed, "base": base[1]}).status_code == 302


def test_going_back_to_an_earlier_file_holds(
    editor: Client, client_of: Callable[..., Client]
) -> None:
    leader = client_of(Role.LEADER)
    before = source_in_force()
    for hours, decider in (("12", leader), ("8", leader)):
        key = proposed(editor, answer_hours=hours)
        Change.objects.filter(pk=key).update(proposed_at=LATER)
        operations.decide_change(
            change=key,
            decision="yes",
            reason="",
            now=LATER + dt.timedelta(minutes=int(hours == "8")),
            actor=person_of(decider).pk,
        )

    edition = held.by_id(Change.objects.latest("decided_at").edition_id)
    assert edition
    assert held.source_of(edition) == before


def test_a_list_without_terms_is_told_beside_its_field(editor: Client) -> None:
    answer = editor.post(FORM, {**fields(editor), "terms-sensitive": " \n "})

    assert answer.status_code == 422
    assert not Change.objects.exists()


def test_what_could_not_hold_is_refused_with_its_place_and_kept_on_the_page(
    editor: Client,
) -> None:
    answer = editor.post(FORM, {**fields(editor), "terms-sensitive": "x" * 401, "why": "Terug!"})

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert ("x" * 401 in shown, "Terug!" in shown, 'class="where"' in shown) == (True, True, True)
    assert not Change.objects.exists()


def test_a_name_that_is_too_long_is_told_beside_its_field(editor: Client) -> None:
    answer = editor.post(FORM, {**fields(editor), "press-name": "x" * 401})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["press-name"]


def test_nothing_different_is_said_so(editor: Client) -> None:
    answer = editor.post(FORM, fields(editor))

    assert answer.status_code == 422
    assert "Er is nog niets anders." in answer.content.decode()


def test_a_file_that_changes_what_people_sign_is_refused(
    small: EditionRow, somebody: Callable[..., Person]
) -> None:
    editor = somebody(Role.EDITOR)

    def propose(source: bytes) -> uuid.UUID:
        return operations.propose_change(
            edition=small,
            base=small.protocol_hash,
            source=source,
            why="",
            now=NOW,
            actor=editor.pk,
        )

    number = OTHER_TEXT.replace(b'"2026.2"', b'"2027.1"', 1)
    with pytest.raises(UnableToPropose, match=r"^signed$"):
        propose(number)
    assert propose(OTHER_PERSON)


def test_an_edition_that_came_in_between_makes_a_change_outdated(
    editor: Client, somebody: Callable[..., Person]
) -> None:
    leader = somebody(Role.LEADER)
    key = proposed(editor, answer_hours="12")
    number = OTHER_TEXT.replace(b'"2026.2"', b'"2027.1"', 1)
    editions.add_edition(source=number, now=LATER, in_force_from=LATER)

    with pytest.raises(UnableToDecide, match=r"^outdated$"):
        operations.decide_change(change=key, decision="yes", reason="", now=LATER, actor=leader.pk)


def test_somebody_elses_change_is_a_task_and_ones_own_is_not(
    editor: Client, somebody: Callable[..., Person]
) -> None:
    leader, employee = somebody(Role.LEADER), somebody()
    key = proposed(editor, answer_hours="12")

    def asked(person: Person) -> list[str]:
        return [each.key for each in contributes.tasks(person, NOW)]

    assert [asked(each) for each in (person_of(editor), leader, employee)] == [
        [],
        ["drafting.changes"],
        [],
    ]
    operations.take_back(change=key, now=LATER, actor=person_of(editor).pk)
    assert asked(leader) == []


def test_changes_go_after_thirty_days(editor: Client, somebody: Callable[..., Person]) -> None:
    leader = somebody(Role.LEADER)
    waits, decided = proposed(editor, answer_hours="12"), proposed(editor, desk_hours="2")
    moment = Change.objects.get(pk=waits).proposed_at
    operations.decide_change(
        change=decided,
        decision="no",
        reason="Nee.",
        now=moment + dt.timedelta(days=10),
        actor=leader.pk,
    )

    def left() -> set[uuid.UUID]:
        return set(Change.objects.values_list("pk", flat=True))

    operations.delete_old_changes(moment + dt.timedelta(days=29))
    assert left() == {waits, decided}
    operations.delete_old_changes(moment + dt.timedelta(days=31))
    assert left() == {decided}
    operations.delete_old_changes(moment + dt.timedelta(days=40))
    assert left() == set()


def test_an_erased_person_is_no_longer_named(
    editor: Client, somebody: Callable[..., Person]
) -> None:
    leader = somebody(Role.LEADER)
    henk = person_of(editor)
    key = proposed(editor, answer_hours="12")
    operations.start_draft(source=SMALL, now=NOW, actor=henk.pk)
    people.grant_role(person=leader, role=Role.EDITOR, now=NOW)

    assert contributes.erase(henk, NOW) == 2

    row = queries.change(key)
    assert row
    assert (row.proposer, row.proposed_by, queries.drafts()[0].changed_by) == (None, "", "")
