from collections.abc import Callable

from django.test import Client

from afspraak.decisions.roles import Role


def test_home_greets_who_is_signed_in(client_of: Callable[..., Client]) -> None:
    client = client_of(Role.EDITOR, name="Henk")

    page = client.get("/")

    assert page.status_code == 200
    assert "Henk" in page.content.decode()


def test_home_asks_a_stranger_to_sign_in(client: Client, db: None) -> None:
    answer = client.get("/")

    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/login/?next=/")
