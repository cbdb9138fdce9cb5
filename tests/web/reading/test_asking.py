"""Who is asked, in what order, and who is reminded."""

import datetime as dt
from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from afspraak.decisions.roles import Role
from afspraak.web.audit.models import Entry
from afspraak.web.editions import operations as editions
from afspraak.web.editions import queries as editions_queries
from afspraak.web.editions.queries import EditionRow
from afspraak.web.mail import sending
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.people.models import Person
from afspraak.web.reading import operations, queries
from afspraak.web.reading.models import Asked
from afspraak.web.reading.operations import UnableToOpen, UnableToRemind

Somebody = Callable[..., Person]
DAY = dt.timedelta(days=1)


def asked() -> set[str]:
    return set(Asked.objects.values_list("person__name", flat=True))


def reminded() -> list[str]:
    found = OutgoingMail.objects.filter(kind="reading.reminder").order_by("pk")
    return [mail.person.name for mail in found.select_related("person")]


def read(person: Person, edition: EditionRow, now: dt.datetime) -> None:
    operations.receive(person=person, edition=edition.id, language="nl", now=now)


def test_leaders_are_asked_first_and_everybody_when_they_have_read(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    jan, mo = somebody(name="Jan Jansen"), somebody(Role.LEADER, name="Mo")
    somebody(name="Lotte")

    operations.ask_due(now=now)
    first = asked()
    read(jan, edition, now)
    operations.ask_due(now=now)
    second = asked()
    read(mo, edition, now)
    count = operations.ask_due(now=now)

    assert (first, second, asked()) == (
        {"Jan Jansen", "Mo"},
        {"Jan Jansen", "Mo"},
        {"Jan Jansen", "Mo", "Lotte"},
    )
    assert count == 1
    assert operations.ask_due(now=now) == 0


def test_without_leaders_everybody_is_asked_at_once(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    somebody(name="Lotte")

    assert operations.ask_due(now=now) == 1
    logged = Entry.objects.filter(action__startswith="reading.").order_by("number")
    assert list(logged.values_list("action", flat=True)) == [
        "reading.started",
        "reading.opened",
        "reading.asked",
    ]


def test_leavers_absent_and_future_people_are_asked_when_they_are_here(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    today = now.date()
    leaving = {somebody(name="Left").pk: today, somebody(name="Here").pk: today + DAY}
    for key, day in leaving.items():
        Person.objects.filter(pk=key).update(left=day)
    somebody(name="Away", away_from=today - DAY, away_until=today + DAY)
    somebody(name="Ill", away_from=today - DAY)
    somebody(name="New", joined=today + 3 * DAY)

    operations.ask_due(now=now)
    first = asked()
    operations.ask_due(now=now + 2 * DAY)
    second = asked()
    operations.ask_due(now=now + 3 * DAY)

    assert (first, second, asked()) == (
        {"Here"},
        {"Here", "Away"},
        {"Here", "Away", "New"},
    )


def test_who_has_read_already_is_not_asked(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    read(somebody(name="Early"), edition, now)

    assert operations.ask_due(now=now) == 0


def test_who_has_no_address_is_asked_without_a_mail(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    Person.objects.filter(pk=somebody(name="Paper").pk).update(email=None)

    operations.ask_due(now=now)

    assert asked() == {"Paper"}
    assert not OutgoingMail.objects.exists()


def test_three_reminders_in_growing_gaps_and_no_more(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    somebody(name="Lotte")
    operations.ask_due(now=now)

    days = [day for day in range(60) if operations.remind_due(now=now + day * DAY)]

    assert days == [3, 10, 24]
    assert reminded() == ["Lotte"] * 3


def test_who_has_read_or_left_or_is_away_is_not_reminded(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    reader, away = somebody(name="Reader"), somebody(name="Away")
    left = somebody(name="Left")
    operations.ask_due(now=now)
    read(reader, edition, now)
    Person.objects.filter(pk=left.pk).update(left=(now + DAY).date())
    Person.objects.filter(pk=away.pk).update(
        away_from=now.date(), away_until=(now + 6 * DAY).date()
    )

    operations.remind_due(now=now + 3 * DAY)
    meanwhile = reminded()
    operations.remind_due(now=now + 7 * DAY)

    assert (meanwhile, reminded()) == ([], ["Away"])


def test_a_superseded_edition_is_not_asked_and_not_mailed(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    somebody(name="Lotte")
    operations.ask_due(now=now)
    source = editions_queries.source_of(edition)
    new = source.replace(b"2026.2", b"2026.3").replace(b"stance: reasonable", b"stance: open")
    editions.add_edition(source=new, now=now, in_force_from=now + dt.timedelta(minutes=1))

    later = now + dt.timedelta(minutes=2)
    operations.ask_due(now=later)
    sent = sending.send_due(now=later)

    assert sent == 1
    mails = OutgoingMail.objects.order_by("pk")
    assert [(mail.values["number"], mail.trouble) for mail in mails] == [
        ("2026.2", "not-needed"),
        ("2026.3", ""),
    ]
    # Of the two that asked, only the new one reminds: after three days, a Thursday.
    assert operations.remind_due(now=later + 3 * DAY) == 1
    assert reminded() == ["Lotte"]


def test_an_edition_that_says_the_same_asks_nobody_again(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    somebody(name="Lotte")
    operations.ask_due(now=now)
    same = editions_queries.source_of(edition).replace(b"2026.2", b"2026.3")
    editions.add_edition(source=same, now=now, in_force_from=now)

    assert operations.ask_due(now=now + DAY) == 0


def test_after_two_weeks_the_editor_opens_it_by_hand_with_a_reason(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    editor = somebody(Role.EDITOR, name="Henk")
    somebody(Role.LEADER, name="Jan Jansen", away_from=now.date())
    operations.ask_due(now=now)
    later = now + 14 * DAY

    def opening(reason: str, at: dt.datetime) -> None:
        operations.open_to_everybody(edition=edition.id, reason=reason, editor=editor, now=at)

    with pytest.raises(UnableToOpen, match="early"):
        opening("On leave.", later - DAY)
    with pytest.raises(UnableToOpen, match="reason"):
        opening(" ", later)
    opening("On leave.", later)
    with pytest.raises(UnableToOpen, match="open"):
        opening("On leave.", later)
    operations.ask_due(now=later)

    assert asked() == {"Henk"}


def test_by_hand_somebody_is_reminded_once_a_day(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    editor, lotte = somebody(Role.EDITOR, name="Henk"), somebody(name="Lotte")
    with pytest.raises(UnableToRemind, match="not-asked"):
        operations.remind_by_hand(person=lotte.pk, editor=editor, now=now)
    operations.ask_due(now=now)

    operations.remind_by_hand(person=lotte.pk, editor=editor, now=now)
    with pytest.raises(UnableToRemind, match="today"):
        operations.remind_by_hand(person=lotte.pk, editor=editor, now=now)
    operations.remind_by_hand(person=lotte.pk, editor=editor, now=now + DAY)

    assert reminded() == ["Lotte", "Lotte"]


def test_receipts_go_two_years_after_leaving_and_not_before(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    lotte = somebody(name="Lotte")
    read(lotte, edition, now)
    Person.objects.filter(pk=lotte.pk).update(left=dt.date(2027, 3, 1))
    lotte.refresh_from_db()

    before = operations.delete_due(now=dt.datetime(2029, 2, 28, 12, tzinfo=dt.UTC))
    erased = operations.erase(lotte, dt.datetime(2029, 2, 28, 12, tzinfo=dt.UTC))
    kept = len(queries.readings_of(lotte.pk))
    after = operations.delete_due(now=dt.datetime(2029, 3, 1, 12, tzinfo=dt.UTC))

    assert (before, erased, kept, len(after)) == ([], 0, 1, 1)
    assert not queries.readings_of(lotte.pk)


@pytest.mark.parametrize("people", [1, 3])
def test_a_list_takes_the_same_number_of_queries(
    edition: EditionRow,
    somebody: Somebody,
    now: dt.datetime,
    django_assert_num_queries: DjangoAssertNumQueries,
    people: int,
) -> None:
    for _ in range(people):
        somebody()
    operations.ask_due(now=now)
    editions_queries.protocol_of(edition)

    with django_assert_num_queries(5):
        rows = queries.waiting_rows(queries.waiting(now), now)

    assert len(rows) == people
