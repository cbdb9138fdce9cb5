import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.people.models import Person
from afspraak.web.setup import operations
from afspraak.web.setup.operations import UnableToBecomeOwner

JAN = {"name": "Jan", "email": "jan@example.com", "password": "vers brood om zeven uur"}


def become(token: str, now: dt.datetime) -> Person:
    return operations.become_owner(token=token, language="nl", now=now, **JAN)


def test_who_has_the_link_becomes_everything_one_person_can_be(db: None, now: dt.datetime) -> None:
    token = operations.invite_owner(now=now)
    assert token

    person = become(token, now)

    assert person.roles == {Role.EMPLOYEE, *operations.OWNER_ROLES}
    assert person.check_password(JAN["password"])
    assert operations.invite_owner(now=now) is None


def test_the_link_works_once(db: None, now: dt.datetime) -> None:
    first, second = operations.invite_owner(now=now), operations.invite_owner(now=now)
    assert first
    assert second
    become(first, now)

    for token in (first, second):
        with pytest.raises(UnableToBecomeOwner, match="used"):
            become(token, now)


def test_the_link_works_for_a_day(db: None, now: dt.datetime) -> None:
    token = operations.invite_owner(now=now)
    assert token

    with pytest.raises(UnableToBecomeOwner, match="expired"):
        become(token, now + dt.timedelta(hours=operations.LINK_HOURS))


def test_another_word_than_that_of_the_link_does_nothing(db: None, now: dt.datetime) -> None:
    operations.invite_owner(now=now)

    with pytest.raises(UnableToBecomeOwner, match="expired"):
        become("guessed", now)


def test_the_database_does_not_hold_the_link(db: None, now: dt.datetime) -> None:
    from afspraak.web.setup.models import OwnerLink

    token = operations.invite_owner(now=now)

    assert token
    assert token not in str(list(OwnerLink.objects.values()))


def test_the_page_signs_the_owner_in_and_goes_on_with_the_first_step(
    db: None, client: Client
) -> None:
    from django.utils import timezone

    token = operations.invite_owner(now=timezone.now())  # noqa: TID251 - as the program does

    empty = client.post(f"/setup/owner/{token}/", {})
    done = client.post(f"/setup/owner/{token}/", JAN)
    again = client.get(f"/setup/owner/{token}/")
    step = client.get(done["Location"])

    assert (empty.status_code, done.status_code, again.status_code) == (422, 302, 404)
    assert (done["Location"], step.status_code) == ("/setup/organisation/", 200)


def test_a_weak_password_is_refused_with_the_form(db: None, client: Client) -> None:
    from django.utils import timezone

    token = operations.invite_owner(now=timezone.now())  # noqa: TID251

    answer = client.post(f"/setup/owner/{token}/", {**JAN, "password": "brood"})

    assert answer.status_code == 422
    assert not Person.objects.exists()


@pytest.mark.parametrize("role", [None, Role.EDITOR])
def test_only_an_administrator_sees_the_machine(
    client_of: Callable[..., Client], role: Role | None
) -> None:
    others = client_of(*([role] if role else []))
    administrator = client_of(Role.ADMINISTRATOR)

    assert others.get("/setup/").status_code == 403
    assert administrator.get("/setup/").status_code == 200
