from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory

from afspraak.decisions.roles import Role
from afspraak.web.kit import views
from afspraak.web.organisation.models import Organisation


@pytest.mark.parametrize(("lang", "says"), [("nl", "Hier is geen pagina"), ("en", "no page here")])
def test_a_page_that_is_not_there_says_how_to_go_on(
    client: Client, organisation: Organisation, lang: str, says: str
) -> None:
    page = client.get("/nothing-here/", headers={"Accept-Language": lang})

    assert page.status_code == 404
    assert says in page.content.decode()
    assert 'href="/"' in page.content.decode()


def test_a_page_of_another_role_says_whom_to_ask(client_of: Callable[..., Client]) -> None:
    page = client_of(language="en").get("/people/")

    assert page.status_code == 403
    assert "Ask who manages people and roles" in page.content.decode()


def test_a_form_from_elsewhere_says_that_nothing_changed(organisation: Organisation) -> None:
    page = Client(enforce_csrf_checks=True).post(
        "/language/", {"language": "en"}, headers={"Accept-Language": "en"}
    )

    assert page.status_code == 403
    assert "nothing was changed" in page.content.decode()


def test_the_page_of_a_failure_needs_no_database() -> None:
    page = views.failed(RequestFactory().get("/"))

    assert page.status_code == 500
    assert "<h1>" in page.content.decode()


def test_the_accent_of_the_organisation_is_on_every_page(
    client_of: Callable[..., Client], organisation: Organisation
) -> None:
    client = client_of()
    assert "/kit/accent-" not in client.get("/").content.decode()

    Organisation.objects.update(accent="#AA3300")

    assert 'href="/kit/accent-aa3300.css"' in client.get("/").content.decode()


def test_components_are_shown_to_an_administrator(client_of: Callable[..., Client]) -> None:
    assert client_of(Role.ADMINISTRATOR).get("/kit/").status_code == 200
    assert client_of(Role.EDITOR).get("/kit/").status_code == 403


def test_the_menu_marks_the_place_that_holds_a_page(client_of: Callable[..., Client]) -> None:
    editor = client_of(Role.EDITOR, language="en")

    itself = editor.get("/people/").content.decode()
    within = editor.get("/people/add/").content.decode()
    elsewhere = editor.get("/profile/").content.decode()

    assert '<a href="/people/" aria-current="page">' in itself
    assert '<a href="/people/" aria-current="true">' in within
    assert '<a href="/people/">' in elsewhere
    marked = '<summary class="holds">'
    assert [marked in page for page in (itself, within, elsewhere)] == [True, True, False]
