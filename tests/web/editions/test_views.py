from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.editions import operations, queries
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from web.conftest import NOW
from web.editions.files import FAR, NEXT, SMALL

ClientOf = Callable[..., Client]


@pytest.fixture
def edition(organisation: Organisation) -> EditionRow:
    """A small protocol, in force."""
    return operations.add_edition(source=SMALL, now=NOW)


@pytest.fixture
def henk(client_of: ClientOf) -> Client:
    return client_of(Role.EDITOR, name="Henk")


def test_an_edition_that_comes_by_its_date_can_be_withdrawn(
    edition: EditionRow, henk: Client
) -> None:
    coming = operations.add_edition(source=FAR, now=NOW)

    page = henk.get("/editions/").content.decode()
    assert f'action="/editions/{coming.id}/withdraw/"' in page
    page = henk.post(f"/editions/{coming.id}/withdraw/", follow=True).content.decode()

    assert "Uitgave 2027.1 is ingetrokken." in page
    assert queries.coming(NOW) == []


def test_an_upload_makes_nothing_hold(edition: EditionRow, henk: Client) -> None:
    page = henk.get("/editions/").content.decode()
    assert 'action="/agreeing/upload/"' in page

    answer = henk.post("/agreeing/upload/", {"file": SimpleUploadedFile("p.yaml", NEXT)})

    assert answer["Location"].startswith("/agreeing/")
    assert (queries.in_force(NOW), queries.awaiting(), queries.coming(NOW)) == (edition, None, [])


def test_an_edition_that_waits_for_leaders_is_withdrawn_elsewhere(
    edition: EditionRow, henk: Client
) -> None:
    waiting = operations.plan_edition(source=NEXT, planned_for=NOW, now=NOW, actor=None)

    henk.post(f"/editions/{waiting.id}/withdraw/")

    assert queries.awaiting() == waiting


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
    paths = {
        "/editions/": "get",
        "/editions/public/": "post",
        f"/editions/{edition.id}/withdraw/": "post",
        f"/editions/{edition.id}/protocol.yaml": "get",
    }
    others = client_of(*(set(Role) - {Role.EDITOR, Role.EMPLOYEE}))

    assert {path: getattr(others, how)(path).status_code for path, how in paths.items()} == (
        dict.fromkeys(paths, 403)
    )
    assert queries.in_force(NOW) == edition


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


QUERIES = 6
