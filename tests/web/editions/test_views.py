import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.editions import operations, queries
from afspraak.web.editions.models import EditionFile
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from web.conftest import NOW
from web.editions.files import FAR, NEXT, OTHER_PERSON, SMALL, UNFAIR

ClientOf = Callable[..., Client]


@pytest.fixture
def edition(organisation: Organisation) -> EditionRow:
    """A small protocol, in force."""
    return operations.add_edition(source=SMALL, now=NOW)


@pytest.fixture
def henk(client_of: ClientOf) -> Client:
    return client_of(Role.EDITOR, name="Henk")


def upload(client: Client, source: bytes) -> str:
    """Uploads a file and gives the address of its page."""
    answer = client.post("/editions/upload/", {"file": SimpleUploadedFile("p.yaml", source)})
    assert answer.status_code == 302
    return answer["Location"]


def test_a_first_protocol_comes_in_by_way_of_a_look(
    organisation: Organisation, henk: Client
) -> None:
    assert "Er geldt nog geen uitgave" in henk.get("/editions/").content.decode()
    where = upload(henk, SMALL)

    look = henk.get(where).content.decode()
    assert "Dit wordt je eerste uitgave." in look
    assert "Vanaf de eigen datum, 2 november 2026" in look
    assert "Alle voorbeelden kloppen." in look
    answer = henk.post(f"{where}bring-in/", {"when": "own"}, follow=True)

    assert answer.redirect_chain == [("/editions/", 302)]
    assert "Uitgave 2026.2 geldt nu." in answer.content.decode()
    (row,) = queries.past(dt.datetime.now(dt.UTC))
    assert row.in_force_from == dt.datetime(2026, 11, 1, 23, tzinfo=dt.UTC)


def test_a_next_edition_says_what_changes_and_waits_for_its_date(
    edition: EditionRow, henk: Client
) -> None:
    where = upload(henk, FAR)

    look = henk.get(where).content.decode()
    assert "Iedereen wordt gevraagd om opnieuw te lezen." in look
    assert "<del>hoe</del> <ins>wat</ins>" in look
    page = henk.post(f"{where}bring-in/", {"when": "own"}, follow=True).content.decode()

    assert "Uitgave 2027.1 gaat in op 4 januari 2100." in page
    (coming,) = queries.coming(NOW)
    assert f'action="/editions/{coming.id}/withdraw/"' in page
    page = henk.post(f"/editions/{coming.id}/withdraw/", follow=True).content.decode()
    assert "Uitgave 2027.1 is ingetrokken." in page
    assert queries.coming(NOW) == []


def test_a_date_that_has_passed_is_not_offered_for_a_next_edition(
    edition: EditionRow, henk: Client
) -> None:
    where = upload(henk, NEXT)

    assert "Vanaf de eigen datum" not in henk.get(where).content.decode()
    refused = henk.post(f"{where}bring-in/", {"when": "own"})
    assert refused.status_code == 422
    assert queries.in_force(dt.datetime.now(dt.UTC)) == edition
    henk.post(f"{where}bring-in/", {"when": "now"})
    held = queries.in_force(dt.datetime.now(dt.UTC))
    assert held
    assert (held.number, held.in_force_from > edition.in_force_from) == ("2027.1", True)


def test_other_people_in_the_same_text_are_a_file_of_the_same_edition(
    edition: EditionRow, henk: Client
) -> None:
    where = upload(henk, OTHER_PERSON)

    assert "niemand hoeft opnieuw te lezen" in henk.get(where).content.decode()
    henk.post(f"{where}bring-in/", {"when": "now"})

    (row,) = queries.past(dt.datetime.now(dt.UTC))
    assert row.id == edition.id
    assert EditionFile.objects.filter(edition=edition.id).count() == 2


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"afspraak: 1\n", "houdt tegen"),
        (b"\xff\xfe\x00garbage", "houdt tegen"),
        (b"", "leeg"),
        (UNFAIR, "L009"),
    ],
)
def test_a_file_that_is_not_good_is_not_kept(
    organisation: Organisation, henk: Client, source: bytes, says: str
) -> None:
    answer = henk.post("/editions/upload/", {"file": SimpleUploadedFile("p.yaml", source)})

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert queries.proposals() == []


def test_a_file_can_be_thrown_away(edition: EditionRow, henk: Client) -> None:
    where = upload(henk, NEXT)

    answer = henk.post(f"{where}discard/")

    assert (answer.status_code, answer["Location"]) == (302, "/editions/")
    assert henk.get(where).status_code == 404
    assert henk.post(f"{where}bring-in/", {"when": "now"}).status_code == 404


def test_an_edition_in_force_cannot_be_withdrawn(edition: EditionRow, henk: Client) -> None:
    page = henk.post(f"/editions/{edition.id}/withdraw/", follow=True).content.decode()

    assert "Uitgave 2026.2 geldt al." in page
    assert queries.in_force(NOW) == edition
    assert henk.post("/editions/999999/withdraw/").status_code == 404


def test_the_file_comes_back_as_it_was_uploaded(edition: EditionRow, henk: Client) -> None:
    answer = henk.get(f"/editions/{edition.id}/protocol.yaml")

    assert answer.content == SMALL
    assert answer["Content-Disposition"] == 'attachment; filename="protocol-2026.2.yaml"'


def test_editions_are_for_the_editor(edition: EditionRow, client_of: ClientOf) -> None:
    key = operations.propose(source=NEXT, now=NOW, actor=None)
    paths = {
        "/editions/": "get",
        "/editions/upload/": "post",
        "/editions/public/": "post",
        f"/editions/proposed/{key}/": "get",
        f"/editions/proposed/{key}/bring-in/": "post",
        f"/editions/proposed/{key}/discard/": "post",
        f"/editions/{edition.id}/withdraw/": "post",
        f"/editions/{edition.id}/protocol.yaml": "get",
    }
    others = client_of(*(set(Role) - {Role.EDITOR, Role.EMPLOYEE}))

    assert {path: getattr(others, how)(path).status_code for path, how in paths.items()} == (
        dict.fromkeys(paths, 403)
    )
    assert len(queries.proposals()) == 1
    assert queries.in_force(NOW) == edition
    unknown = f"/editions/proposed/{uuid.uuid4()}/"
    assert client_of(Role.EDITOR).get(unknown).status_code == 404


def test_the_page_takes_the_same_queries_at_one_and_at_three(
    edition: EditionRow, henk: Client, django_assert_num_queries: Callable[..., object]
) -> None:
    henk.get("/editions/")
    with django_assert_num_queries(QUERIES):  # type: ignore[attr-defined]
        henk.get("/editions/")
    for number in ("2027.1", "2027.2"):
        source = NEXT.replace(b'"2027.1"', f'"{number}"'.encode(), 1)
        operations.add_edition(source=source, now=NOW, in_force_from=NOW)
    henk.get("/editions/")
    with django_assert_num_queries(QUERIES):  # type: ignore[attr-defined]
        henk.get("/editions/")


QUERIES = 7
