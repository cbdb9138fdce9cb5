import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from afspraak.decisions import receipts
from afspraak.decisions.roles import Role
from afspraak.web.editions import operations as editions
from afspraak.web.editions import queries as editions_queries
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.models import Person
from afspraak.web.reading import contributes, operations, queries, trying
from afspraak.web.reading.models import Reading

ClientOf = Callable[..., Client]
Somebody = Callable[..., Person]
EARLIER = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)  # before any request


def person_of(client: Client) -> Person:
    person = client.person  # type: ignore[attr-defined]  # put there by the fixture
    assert isinstance(person, Person)
    return person


def changed(source: bytes) -> bytes:
    """The bakery's protocol as edition 2026.3, with a change in what people sign."""
    return source.replace(b"2026.2", b"2026.3").replace(b"stance: reasonable", b"stance: open")


def test_the_whole_way_from_page_one_to_the_receipt(
    edition: EditionRow, client_of: ClientOf, now: dt.datetime
) -> None:
    client = client_of(language="nl", name="Lotte Visser")
    start = client.get("/read/")
    tries = trying.exercises_for(person_of(client).pk, edition, "nl", now)

    assert start.status_code == 200
    assert "Onze afspraken op één pagina" in start.content.decode()
    assert len(tries) == 3
    for number, exercise in enumerate(tries, start=1):
        right, wrong = ("yes", "no") if exercise.fits else ("no", "yes")
        page = client.get(f"/read/try/{number}/")
        assert exercise.text.split("’")[0][:20] in page.content.decode().replace("&#x27;", "'")
        refused = client.post(f"/read/try/{number}/", {"fits": wrong})
        assert refused.status_code == 422
        assert "Kijk nog eens" in refused.content.decode()
        going_on = client.post(f"/read/try/{number}/", {"fits": right})
        onward = f"/read/try/{number + 1}/" if number < 3 else "/read/confirm/"
        assert (going_on.status_code, going_on["Location"]) == (302, onward)
    done = client.post("/read/confirm/", {"edition": edition.id, "objection": ""}, follow=True)

    row = queries.readings_of(person_of(client).pk)[0]
    assert done.redirect_chain == [(f"/read/receipt/{row.id}/", 302)]
    assert receipts.spaced(edition.text_hash) in done.content.decode()
    assert "Wat dit niet bewijst" in done.content.decode()


def test_answers_leave_no_trace(edition: EditionRow, client_of: ClientOf) -> None:
    client = client_of()
    before = dict(client.session)

    client.post("/read/try/1/", {"fits": "yes"})
    client.post("/read/try/1/", {"fits": "no"})

    assert dict(client.session) == before
    assert not Reading.objects.exists()
    assert set(client.cookies) <= {"session", "csrftoken", "sessionid"}


def test_the_posts_to_try_are_the_same_every_time_and_differ_between_people(
    edition: EditionRow, somebody: Callable[..., Person], now: dt.datetime
) -> None:
    people = [somebody() for _ in range(8)]

    once = [trying.exercises_for(each.pk, edition, "en", now) for each in people]

    assert once == [trying.exercises_for(each.pk, edition, "en", now) for each in people]
    assert len({tuple(each.text for each in three) for three in once}) > 1
    assert all({each.fits for each in three} == {True, False} for three in once)


def test_no_post_to_try_gives_a_confidential_term_away(
    edition: EditionRow, somebody: Callable[..., Person], now: dt.datetime
) -> None:
    for lang in ("nl", "en"):
        for each in trying._all(edition, lang, now.date()):
            said = f"{each.text} {each.why} {each.advice}".casefold()
            assert "zonnebloem" not in said
            assert "nachtschade" not in said


def test_an_answer_must_be_chosen(edition: EditionRow, client_of: ClientOf) -> None:
    page = client_of(language="en").post("/read/try/1/", {})

    assert page.status_code == 422
    assert "Choose one of the two." in page.content.decode()


def test_an_objection_is_kept_and_its_answer_shown(
    edition: EditionRow, client_of: ClientOf, now: dt.datetime
) -> None:
    client, editor = client_of(language="en"), client_of(Role.EDITOR)
    client.post("/read/confirm/", {"edition": edition.id, "objection": "Too strict."})
    row = queries.readings_of(person_of(client).pk)[0]

    waiting = editor.get("/reading/objections/").content.decode()
    editor.post(f"/reading/objections/{row.id}/", {"answer": "We will look at it."})

    assert "Too strict." in waiting
    page = client.get(f"/read/receipt/{row.id}/").content.decode()
    assert "Too strict." in page
    assert "We will look at it." in page


def test_a_receipt_is_nobody_elses(edition: EditionRow, client_of: ClientOf) -> None:
    client, other = client_of(), client_of(Role.EDITOR)
    client.post("/read/confirm/", {"edition": edition.id})
    key = queries.readings_of(person_of(client).pk)[0].id

    mine = [client.get(f"/read/receipt/{key}/{form}").status_code for form in ("", "pdf/", "json/")]
    theirs = [
        other.get(f"/read/receipt/{key}/{form}").status_code for form in ("", "pdf/", "json/")
    ]
    nobodys = client.get(f"/read/receipt/{uuid.uuid4()}/").status_code

    assert (mine, theirs, nobodys) == ([200] * 3, [404] * 3, 404)


def test_the_files_of_a_receipt_verify(edition: EditionRow, client_of: ClientOf) -> None:
    client = client_of(language="en", name="Tom Baker")
    client.post("/read/confirm/", {"edition": edition.id})
    key = queries.readings_of(person_of(client).pk)[0].id

    signed = client.get(f"/read/receipt/{key}/json/").content
    pdf = client.get(f"/read/receipt/{key}/pdf/")

    assert receipts.verify(signed).receipt.name == "Tom Baker"
    assert receipts.verify_pdf(pdf.content, signed) == receipts.verify(signed)
    assert pdf["Content-Disposition"] == 'attachment; filename="afspraak-2026.2.pdf"'
    assert receipts.verify(signed).fingerprint == operations.signer().fingerprint
    assert pdf.content == client.get(f"/read/receipt/{key}/pdf/").content


def test_a_superseded_edition_says_so_and_leads_to_the_new_one(
    edition: EditionRow, client_of: ClientOf, now: dt.datetime
) -> None:
    client = client_of(language="en")
    new = editions.add_edition(
        source=changed(editions_queries.source_of(edition)), now=now, in_force_from=EARLIER
    )

    page = client.get("/read/?edition=2026.2").content.decode()
    late = client.post("/read/confirm/", {"edition": edition.id}, follow=True)

    assert "That one no longer holds: edition 2026.3 took its place." in page
    assert "A new edition came into force while you were reading." in late.content.decode()
    assert not Reading.objects.exists()
    client.post("/read/confirm/", {"edition": new.id})
    assert queries.readings_of(person_of(client).pk)[0].number == "2026.3"


def test_who_read_before_sees_what_changed(
    edition: EditionRow, client_of: ClientOf, now: dt.datetime
) -> None:
    client = client_of(language="en")
    client.post("/read/confirm/", {"edition": edition.id})
    editions.add_edition(
        source=changed(editions_queries.source_of(edition)), now=now, in_force_from=EARLIER
    )

    page = client.get("/read/").content.decode()

    assert "What changed for you" in page
    assert "You read edition 2026.2 before." in page


def test_an_edition_with_the_same_text_is_read_already(
    edition: EditionRow, client_of: ClientOf, now: dt.datetime
) -> None:
    client = client_of(language="en")
    client.post("/read/confirm/", {"edition": edition.id})
    same = editions_queries.source_of(edition).replace(b"2026.2", b"2026.3")
    editions.add_edition(source=same, now=now, in_force_from=EARLIER)

    page = client.get("/read/").content.decode()

    assert "You have read edition 2026.3" in page
    assert queries.has_read(person_of(client).pk, now)


def test_without_an_edition_there_is_nothing_to_read(client_of: ClientOf) -> None:
    client = client_of(language="en")

    assert "Nothing to read yet" in client.get("/read/").content.decode()
    assert client.get("/read/confirm/")["Location"] == "/read/"
    assert client.get("/read/try/1/")["Location"] == "/read/"


@pytest.mark.parametrize(
    ("role", "overview", "people", "examples"),
    [
        (Role.EMPLOYEE, 403, 403, 403),
        (Role.EDITOR, 200, 200, 403),
        (Role.LEADER, 200, 403, 200),
        (Role.REPRESENTATION, 200, 403, 403),
        (Role.ADMINISTRATOR, 403, 403, 403),
    ],
)
def test_who_may_see_what(  # noqa: PLR0913, PLR0917 - a table
    edition: EditionRow,
    client_of: ClientOf,
    role: Role,
    overview: int,
    people: int,
    examples: int,
) -> None:
    client = client_of(role)
    pages = ("/reading/overview/", "/reading/people/", "/reading/examples/")

    found = tuple(client.get(page).status_code for page in pages)

    assert found == (overview, people, examples)


def test_only_the_editor_reads_objections_sheets_and_paper(
    edition: EditionRow, client_of: ClientOf
) -> None:
    leader, person = client_of(Role.LEADER), client_of()
    key = person_of(person).pk
    pages = [
        "/reading/objections/",
        "/reading/sheet/",
        "/reading/open/",
        f"/reading/people/{key}/paper/",
    ]

    refused = [leader.get(page).status_code for page in pages]
    posted = leader.post(f"/reading/people/{key}/remind/").status_code
    editor = client_of(Role.EDITOR)

    assert (refused, posted) == ([403] * 4, 403)
    assert [editor.get(page).status_code for page in pages] == [200] * 4


def test_paper_is_recorded_by_the_editor(edition: EditionRow, client_of: ClientOf) -> None:
    editor, person = client_of(Role.EDITOR, language="en"), client_of(name="Piet")
    key = person_of(person).pk

    page = editor.post(
        f"/reading/people/{key}/paper/",
        {"read_on": "2026-11-01", "witness": "Sanne", "objection": ""},
        follow=True,
    )

    assert "It is recorded that Piet has read on paper." in page.content.decode()
    assert queries.readings_of(key)[0].route == "paper"


def test_a_leader_pins_a_post_and_takes_it_away(
    edition: EditionRow, client_of: ClientOf, now: dt.datetime
) -> None:
    leader = client_of(Role.LEADER, language="en", name="Jan Jansen")
    given = {"clause": "respect", "text": "Sorry, that was too sharp of me.", "link": ""}

    wrong = leader.post("/reading/examples/", {**given, "link": "javascript:alert(1)"})
    leader.post("/reading/examples/", given)
    shown = queries.leaders_shown(edition, now)
    leader.post("/reading/examples/respect/unpin/")
    after = queries.leaders_shown(edition, now)

    assert wrong.status_code == 422
    assert shown
    assert after
    assert shown[0] == after[0] == queries.Leaders(read=0, of=1)
    assert [(row.clause, row.name, row.text) for row in shown[1]] == [
        ("respect", "Jan Jansen", "Sorry, that was too sharp of me.")
    ]
    assert not after[1]


@pytest.mark.parametrize("leaders", [1, 3])
def test_notes_in_the_handbook_take_the_same_number_of_queries(
    edition: EditionRow,
    somebody: Somebody,
    now: dt.datetime,
    django_assert_num_queries: DjangoAssertNumQueries,
    leaders: int,
) -> None:
    for _ in range(leaders):
        leader = somebody(Role.LEADER)
        for clause in ("respect", "why"):
            operations.pin_example(person=leader, clause=clause, text="Look.", now=now)

    with django_assert_num_queries(3):
        notes = contributes.handbook_notes(edition, now)

    assert {key: len(found) for key, found in notes.items()} == {
        "": 1,
        "respect": leaders,
        "why": leaders,
    }


def test_the_key_that_signs_is_made_from_the_installations_own() -> None:
    assert operations.signer().fingerprint == receipts.Signer(settings.KEYS.receipt).fingerprint


def test_who_has_not_read_can_be_nobody(edition: EditionRow, client_of: ClientOf) -> None:
    editor = client_of(Role.EDITOR, language="nl")

    somebody = editor.get("/reading/people/")
    nobody = editor.get("/reading/people/?q=zzzz")

    assert (somebody.status_code, nobody.status_code) == (200, 200)
    assert "Niemand gevonden" not in somebody.content.decode()
    assert "Niemand gevonden" in nobody.content.decode()
