import datetime as dt
import logging
import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from afspraak.decisions.roles import Role
from afspraak.web.audit.models import Entry
from afspraak.web.editions.queries import EditionRow
from afspraak.web.insights import contributes, operations, queries
from afspraak.web.insights.models import WeekCount
from afspraak.web.people.models import Person
from afspraak.web.retention.models import Deletion

RULE = "/rules/tone/report/"
MONDAY = dt.date(2026, 11, 23)
FORM = {"reference": "OR-2026-17", "agreed_on": "2026-11-20"}


@pytest.fixture
def allowed(
    edition: EditionRow, somebody: Callable[..., Person], now: dt.datetime
) -> queries.PermissionRow:
    actor = somebody(Role.REPRESENTATION, name="Karel")
    operations.allow(
        reference="OR-2026-17", agreed_on=dt.date(2026, 11, 20), now=now, actor=actor.pk
    )
    held = queries.permission()
    assert held
    return held


def add(rule: str, sort: str, count: int, week: dt.date = MONDAY) -> None:
    held = queries.permission()
    assert held
    WeekCount.objects.create(permission_id=held.id, rule=rule, sort=sort, week=week, count=count)


def counted() -> list[tuple[object, ...]]:
    fields = ("rule", "sort", "week", "count")
    return list(WeekCount.objects.order_by(*fields).values_list(*fields))


def test_it_is_off_until_the_representation_says_yes(
    client_of: Callable[..., Client], edition: EditionRow
) -> None:
    reporter = client_of()
    before = (reporter.get(RULE).status_code, reporter.post(RULE, {"sort": "wrong"}).status_code)
    link_before = "data-report=" in reporter.get("/check/").content.decode()

    answer = client_of(Role.REPRESENTATION).post("/insights/rule-reports/", FORM)

    assert (before, link_before, answer.status_code) == ((404, 404), False, 302)
    assert reporter.get(RULE).status_code == 200
    assert 'data-report="tone"' in reporter.get("/check/").content.decode()
    assert [each.on for each in contributes.switches()] == [True]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.REPRESENTATION])
def test_nobody_else_says_yes(
    client_of: Callable[..., Client], edition: EditionRow, role: Role
) -> None:
    answer = client_of(role).post("/insights/rule-reports/", FORM)

    assert (answer.status_code, queries.is_on()) == (403, False)


def test_a_consent_of_tomorrow_is_none(
    client_of: Callable[..., Client], edition: EditionRow
) -> None:
    form = FORM | {"agreed_on": "2099-01-01"}

    answer = client_of(Role.REPRESENTATION).post("/insights/rule-reports/", form)

    assert (answer.status_code, queries.is_on()) == (422, False)


def test_a_report_is_one_more_and_nothing_else(
    client_of: Callable[..., Client], allowed: queries.PermissionRow
) -> None:
    client = client_of()
    entries = Entry.objects.count()

    answer = client.post(RULE, {"sort": "wrong", "text": "kanarie", "person": "x"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/rules/thanks/")
    assert [(rule, sort, count) for rule, sort, _, count in counted()] == [("tone", "wrong", 1)]
    assert Entry.objects.count() == entries


def test_no_table_gets_a_row_that_joins_somebody_to_a_rule(
    client_of: Callable[..., Client], allowed: queries.PermissionRow
) -> None:
    client = client_of()
    client.get(RULE)
    asked: list[str] = []

    def note(execute: Callable[..., object], sql: str, *rest: object) -> object:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        client.get(RULE)
        client.post(RULE, {"sort": "annoying"})

    written = {
        found[1]
        for sql in asked
        if (found := re.match(r'(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)', sql.strip()))
    }
    assert written == {"insights_weekcount"}


def test_no_line_of_the_log_names_the_rule_or_the_person(
    client_of: Callable[..., Client],
    allowed: queries.PermissionRow,
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = client_of()

    with caplog.at_level(logging.DEBUG):
        client.get(RULE)
        client.post(RULE, {"sort": "annoying"})

    lines = [each.getMessage() for each in caplog.records if each.name != "django.db.backends"]
    assert [line for line in lines if "tone" in line or "Persoon" in line] == []


def test_a_browser_counts_once_a_week_for_a_rule_and_does_not_say_so(
    client_of: Callable[..., Client], allowed: queries.PermissionRow
) -> None:
    client = client_of()
    first = client.post(RULE, {"sort": "wrong"})
    second = client.post(RULE, {"sort": "wrong"})
    other = client.post("/rules/short-links/report/", {"sort": "wrong"})

    cookie = first.cookies["reported"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (RULE, True, "Strict")
    assert {each.headers["Location"] for each in (first, second, other)} == {"/rules/thanks/"}
    assert [(rule, count) for rule, _, _, count in counted()] == [("short-links", 1), ("tone", 1)]


def test_a_rule_is_not_counted_more_often_in_a_week_than_there_are_people(
    client_of: Callable[..., Client], allowed: queries.PermissionRow
) -> None:
    client = client_of()
    people = Person.objects.filter(is_active=True).count()

    for _ in range(people + 3):
        client.cookies.pop("reported", None)
        client.post(RULE, {"sort": "wrong"})

    assert [count for *_, count in counted()] == [people]


@pytest.mark.parametrize("rule", ["protected-speech", "no-such-rule"])
def test_a_rule_about_rights_is_never_reported(
    client_of: Callable[..., Client], allowed: queries.PermissionRow, rule: str
) -> None:
    client = client_of()

    answer = client.post(f"/rules/{rule}/report/", {"sort": "wrong"})

    assert (answer.status_code, counted()) == (404, [])
    assert f'data-report="{rule}"' not in client.get("/check/").content.decode()


def test_only_enough_reports_are_shown_and_only_in_twenties(
    client_of: Callable[..., Client], allowed: queries.PermissionRow
) -> None:
    add("tone", "wrong", 19)
    add("short-links", "wrong", 12)
    add("short-links", "annoying", 27)
    editor = client_of(Role.EDITOR, language="en")
    page = editor.get("/insights/").content.decode()
    add("tone", "annoying", 1)
    after = editor.get("/insights/").content.decode()

    shown = r"<code>([\w-]+)</code>.*?Reports.*?>(at least \d+)<"
    assert re.findall(shown, page, re.DOTALL) == [("short-links", "at least 20")]
    assert "annoying: at least 20" in page
    assert "wrong: at least" not in page
    assert re.findall(shown, after, re.DOTALL) == [
        ("short-links", "at least 20"),
        ("tone", "at least 20"),
    ]


def test_counts_go_after_ninety_days(allowed: queries.PermissionRow, now: dt.datetime) -> None:
    add("tone", "wrong", 30, MONDAY - dt.timedelta(weeks=13))
    add("tone", "wrong", 30)

    lines = operations.delete_counts(now)

    assert lines == ["rule-reports tone 2026-08-24 wrong"]
    assert counted() == [("tone", "wrong", MONDAY, 30)]


def test_taking_it_back_deletes_everything_at_once_with_a_receipt(
    client_of: Callable[..., Client], allowed: queries.PermissionRow
) -> None:
    add("tone", "wrong", 30)
    karel = client_of(Role.REPRESENTATION)

    karel.post("/insights/rule-reports/take-back/")
    again = karel.post("/insights/rule-reports/", FORM)

    assert (counted(), queries.reported(), again.status_code) == ([], (), 302)
    assert list(Deletion.objects.values_list("rule", "count")) == [("insights.rule-reports", 1)]
    logged = Entry.objects.filter(action__startswith="insights.").order_by("number")
    assert list(logged.values_list("action", flat=True)) == [
        "insights.allowed",
        "insights.stopped",
        "insights.allowed",
    ]
    assert len(queries.permissions()) == 2


def test_who_gave_permission_sees_that_and_can_be_erased(
    allowed: queries.PermissionRow, now: dt.datetime
) -> None:
    karel = Person.objects.get(name="Karel")

    sections = list(contributes.personal_data(karel))
    erased = contributes.erase(karel, now)

    assert [len(each.rows) for each in sections] == [1]
    assert (erased, list(contributes.personal_data(karel))) == (1, [])
    held = queries.permission()
    assert held
    assert (held.given_by, held.reference) == ("", "OR-2026-17")


def test_reading_by_edition_is_rounded_for_everybody(
    client_of: Callable[..., Client],
    edition: EditionRow,
    somebody: Callable[..., Person],
    now: dt.datetime,
) -> None:
    from afspraak.web.reading import operations as reading

    people = [somebody() for _ in range(12)]
    for person in people[:7]:
        reading.receive(person=person, edition=edition.id, language="nl", now=now, objection="")

    page = client_of(Role.EDITOR, language="en").get("/insights/").content.decode()

    assert "at least 5 of 13" in page
    assert "7 of" not in page


def test_more_rules_and_weeks_cost_no_more_questions(
    client_of: Callable[..., Client],
    allowed: queries.PermissionRow,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    client = client_of(Role.EDITOR)
    add("tone", "wrong", 30)
    client.get("/insights/")
    with CaptureQueriesContext(connection) as one:
        client.get("/insights/")
    for rule in ("short-links", "alt-text"):
        for week in range(3):
            add(rule, "annoying", 30, MONDAY - dt.timedelta(weeks=week))

    with django_assert_num_queries(len(one)):
        client.get("/insights/")
