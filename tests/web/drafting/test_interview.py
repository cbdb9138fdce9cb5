"""The interview on pages: nothing typed is lost, and at the end there is a draft that holds."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.protocol import interview as asked
from afspraak.web.drafting import asking, contributes, growing, operations, queries
from afspraak.web.drafting.models import Draft, Interview
from afspraak.web.drafting.sources import told
from afspraak.web.organisation.models import Organisation
from afspraak.web.people.models import Person
from web.conftest import NOW

PAGE = "/interview/organisation/"
GIVEN = {"name": "Bakkerij Jansen", "sector": "shop", "people": "12"}


def person_of(client: Client) -> Person:
    person = client.person  # type: ignore[attr-defined]  # as conftest gives it
    assert isinstance(person, Person)
    return person


@pytest.fixture
def editor(client_of: Callable[..., Client]) -> Client:
    return client_of(Role.EDITOR, name="Henk")


def kept(client: Client) -> dict[str, Any]:
    return dict(Interview.objects.get(person=person_of(client)).answers)


def test_a_page_keeps_what_was_typed_and_leads_to_the_next(editor: Client) -> None:
    answer = editor.post(PAGE, {**GIVEN, "to": "next"})

    assert (answer.status_code, answer["Location"]) == (302, "/interview/work-time/")
    assert kept(editor) == GIVEN
    shown = editor.get(PAGE).content.decode()
    assert 'value="12"' in shown


def test_a_mistake_is_told_beside_its_field_and_no_word_is_lost(editor: Client) -> None:
    answer = editor.post(PAGE, {**GIVEN, "people": "een stuk of twaalf", "to": "next"})

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Hier hoort een heel getal, 1 of meer." in shown
    assert 'value="een stuk of twaalf"' in shown
    assert kept(editor)["people"] == "een stuk of twaalf"


@pytest.mark.parametrize(("to", "where"), [("back", "/interview/"), ("later", "/drafts/")])
def test_going_back_or_on_later_keeps_also_what_is_not_right_yet(
    editor: Client, to: str, where: str
) -> None:
    answer = editor.post(PAGE, {**GIVEN, "people": "?", "to": to})

    assert (answer.status_code, answer["Location"]) == (302, where)
    assert kept(editor) == {**GIVEN, "people": "?"}


def test_another_page_leaves_earlier_answers_alone(editor: Client) -> None:
    editor.post(PAGE, {**GIVEN, "to": "next"})
    editor.post("/interview/secrets/", {"projects": "Zonnebloem, fase 2\nNachtschade"})

    assert kept(editor) == {**GIVEN, "projects": "Zonnebloem, fase 2\nNachtschade"}


def test_who_works_alone_is_not_asked_about_others_and_what_they_typed_stays(
    editor: Client,
) -> None:
    editor.post("/interview/people/", {"deputy-name": "Ali", "deputy-reach": "ali@jansen.nl"})
    editor.post(PAGE, {**GIVEN, "people": "1", "to": "next"})

    assert 'name="deputy-name"' not in editor.get("/interview/people/").content.decode()
    assert editor.get("/interview/representation/").status_code == 302
    editor.post(PAGE, {**GIVEN, "people": "2", "to": "next"})
    assert 'value="Ali"' in editor.get("/interview/people/").content.decode()


def test_roles_that_are_known_here_are_proposed(
    editor: Client, somebody: Callable[..., Person]
) -> None:
    sanne = somebody(Role.MANAGER, Role.LEADER, name="Sanne")

    shown = editor.get("/interview/people/").content.decode()

    assert 'name="manager-name" value="Sanne"' in shown
    assert f'name="manager-reach" value="{sanne.email}"' in shown
    assert f"Sanne, {sanne.email}</textarea>" in shown


def test_the_handbook_beside_it_changes_with_an_answer(editor: Client) -> None:
    before = editor.get("/interview/work-time/").content.decode()
    editor.post("/interview/work-time/", {"stance": "not-while-working", "to": "next"})
    after = editor.get("/interview/names/").content.decode()

    assert ("Met mate." in before, "Met mate." in after) == (True, False)
    assert "Je antwoord staat nu in:" in after
    assert "Je antwoord staat nu in:" not in editor.get("/interview/names/").content.decode()


def test_a_secret_name_is_not_in_the_handbook_beside_it(editor: Client) -> None:
    editor.post("/interview/secrets/", {"projects": "Nachtschade", "to": "next"})

    assert "Nachtschade" not in editor.get("/interview/sensitive/").content.decode()
    assert "Nachtschade" in editor.get("/interview/answers/").content.decode()


def test_a_value_of_ones_own_keeps_the_language_it_was_typed_in(editor: Client) -> None:
    editor.post(
        "/interview/values/",
        {"values": ["craft", "open"], "values-own": "Rustig: pas als het af is", "to": "next"},
    )
    editor.post("/language/", {"language": "en"})
    editor.post("/interview/people/", {"manager-name": "Sanne", "manager-reach": "winkel"})
    editor.post("/interview/make/")

    protocol = told(queries.drafts()[0].source).protocol
    assert protocol
    assert [dict(each.name) for each in protocol.values] == [
        {"nl": "Vakmanschap", "en": "Craftsmanship"},
        {"nl": "Open", "en": "Open"},
        {"nl": "Rustig"},
    ]


def test_own_values_keep_their_language_when_the_page_is_saved_in_another(
    editor: Client,
) -> None:
    sent = {"values": ["craft", "open"], "values-own": "Rustig: pas als het af is"}
    editor.post("/interview/values/", sent)
    editor.post("/language/", {"language": "en"})
    editor.post("/interview/values/", sent)
    assert kept(editor)["values-lang"] == "nl"

    editor.post("/interview/values/", {**sent, "values-own": "Calm: when it is done"})
    assert kept(editor)["values-lang"] == "en"


def test_a_character_that_no_database_keeps_goes(editor: Client) -> None:
    editor.post("/interview/secrets/", {"projects": "Nacht\0schade"})

    assert kept(editor) == {"projects": "Nachtschade"}


@pytest.mark.parametrize("seed", range(20))
def test_whatever_was_typed_there_is_a_page_and_a_handbook(seed: int) -> None:
    chance = random.Random(seed)
    words = ("", " ", "1", "0", "-3", "ja", "no", "nl,en", "fr", "listed", "A: b", "2027-02-30")
    typed: dict[str, str | list[str]] = {}
    for question in asked.questions():
        for name in asking.fields_of(question):
            if chance.random() < 0.7:
                choices = [each.key for each in question.choices]
                said = chance.choice([*words, *choices, "x" * 500, "\u202e", "a\nb\nc"])
                is_box = question.kind == "several" and name == question.key != "languages"
                typed[name] = chance.sample(choices, 2) if is_box and choices else said

    found = asking.so_far(typed, {}, name="Bakkerij", lang="nl")

    assert asking.topics(found.raw)[0].key == "organisation"
    for lang in found.answers.languages:
        assert growing.book(found.answers, NOW.date(), lang).clauses


def test_no_draft_is_made_while_something_is_wrong(editor: Client) -> None:
    editor.post("/interview/people/", {"manager-name": "Sanne", "manager-reach": "", "to": "next"})

    answer = editor.post("/interview/make/")

    assert answer.status_code == 422
    assert "Eén antwoord vraagt nog aandacht" in answer.content.decode()
    assert not Draft.objects.exists()


def test_the_answers_become_a_draft_that_can_hold(editor: Client) -> None:
    editor.post(PAGE, {**GIVEN, "to": "next"})
    editor.post(
        "/interview/people/",
        {"manager-name": "Sanne", "manager-reach": "030 765 43 21", "to": "next"},
    )

    answer = editor.post("/interview/make/")

    (draft,) = queries.drafts()
    assert (answer.status_code, answer["Location"]) == (302, f"/drafts/{draft.id}/")
    assert (draft.number, draft.version, draft.changed_by) == ("2026.1", 1, "Henk")
    protocol = told(draft.source).protocol
    assert protocol
    assert protocol.organisation.people == 12
    assert protocol.edition.representation.consent is None
    assert protocol.people.manager.reach == "030 765 43 21"


def test_another_draft_gets_another_number(editor: Client) -> None:
    editor.post("/interview/people/", {"manager-name": "Sanne", "manager-reach": "winkel"})
    editor.post("/interview/make/")
    editor.post("/interview/make/")

    assert sorted(each.number for each in queries.drafts()) == ["2026.1", "2026.2"]


def test_nobody_sees_the_answers_of_another(
    editor: Client, client_of: Callable[..., Client]
) -> None:
    editor.post("/interview/secrets/", {"projects": "Nachtschade"})
    other = client_of(Role.EDITOR)

    assert "Nachtschade" not in other.get("/interview/answers/").content.decode()


def test_an_unknown_subject_is_not_found(editor: Client) -> None:
    assert editor.get("/interview/weather/").status_code == 404


def test_answers_are_forgotten_when_asked(editor: Client) -> None:
    editor.post(PAGE, {**GIVEN, "to": "next"})

    assert editor.post("/interview/forget/").status_code == 302
    assert queries.interview(person_of(editor).pk) is None


def test_answers_go_after_thirty_days_and_not_before(somebody: Callable[..., Person]) -> None:
    person = somebody(Role.EDITOR)
    operations.keep_answers(person=person.pk, typed={"name": "X"}, now=NOW)

    day = dt.timedelta(days=1)
    assert operations.delete_old_answers(NOW + 30 * day - dt.timedelta(seconds=1)) == []
    (line,) = operations.delete_old_answers(NOW + 30 * day)
    assert line.endswith("2026-11-23")
    assert queries.interview(person.pk) is None


def test_an_unfinished_interview_is_a_task_until_there_is_a_draft(editor: Client) -> None:
    person = person_of(editor)
    assert list(contributes.tasks(person, NOW)) == []

    editor.post("/interview/people/", {"manager-name": "Sanne", "manager-reach": "winkel"})
    assert [each.key for each in contributes.tasks(person, NOW)] == ["drafting.interview"]

    editor.post("/interview/make/")
    assert list(contributes.tasks(person, NOW)) == []


def test_my_data_has_the_answers_and_erasing_takes_them(
    editor: Client, organisation: Organisation
) -> None:
    editor.post("/interview/values/", {"values": ["craft", "open"], "values-own": ""})
    person = person_of(editor)

    rows = {each.key: list(each.rows) for each in contributes.personal_data(person)}
    assert rows == {
        "drafting.interview": [
            {"field": "values", "answer": "craft, open"},
            {"field": "values-own", "answer": ""},
            {"field": "values-lang", "answer": organisation.languages[0]},
        ],
        "drafting.versions": [],
        "drafting.changes": [],
    }
    assert contributes.erase(person, NOW) == 1
    assert queries.interview(person.pk) is None
