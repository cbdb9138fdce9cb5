"""Looking after people."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from afspraak.decisions.roles import Role
from afspraak.web.audit.models import Entry, Personal
from afspraak.web.flows import inviting
from afspraak.web.mail import letters
from afspraak.web.mail import operations as mail
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.people import contributes, erasing, operations, queries
from afspraak.web.people.models import Granted, Invitation, Person
from afspraak.web.people.operations import (
    UnableToChange,
    UnableToInvite,
    UnableToLeave,
    UnableToRevoke,
)

Somebody = Callable[..., Person]
ClientOf = Callable[..., Client]
VALUES = {"name": "Lotte Visser", "email": "lotte@bakkerijjansen.nl", "language": "nl"}


def logged(action: str) -> list[Any]:
    return [entry.facts for entry in Entry.objects.filter(action=action).order_by("number")]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_much_for_one_as_for_three(
    client_of: ClientOf, somebody: Somebody, django_assert_num_queries: Any, count: int
) -> None:
    client = client_of(Role.ADMINISTRATOR, name="Anna Beheer")
    for number in range(count):
        somebody(Role.LEADER, Role.HANDLER, name=f"Zeno {number}")

    with django_assert_num_queries(9):
        page = client.get(reverse("people"), {"q": "zeno"}).content.decode()

    assert [f"Zeno {number}" in page for number in range(3)] == [n < count for n in range(3)]


def test_the_list_is_narrowed_down(somebody: Somebody, now: dt.datetime) -> None:
    somebody(Role.EDITOR, name="Henk", team="Kantoor")
    somebody(name="Lotte", team="Bakkerij")
    gone = somebody(name="Piet", team="Bakkerij")
    operations.leave(person=gone, left=now.date(), now=now)

    def names(**wanted: str) -> list[str]:
        return [row.name for row in queries.page(queries.Filter(**wanted), 1, now).rows]

    assert names() == ["Henk", "Lotte"]
    assert names(words="LOT") == ["Lotte"]
    assert names(words="persoon1@") == ["Henk"]
    assert names(team="Bakkerij") == ["Lotte"]
    assert names(role="editor") == ["Henk"]
    assert names(who="left") == ["Piet"]
    assert names(who="all") == ["Henk", "Lotte", "Piet"]


def test_who_manages_people_sees_nothing_of_reading(
    client_of: ClientOf, somebody: Somebody
) -> None:
    client = client_of(Role.ADMINISTRATOR)
    lotte = somebody()

    pages = [client.get(reverse("people")), client.get(reverse("person", args=[lotte.pk]))]

    for page in pages:
        words = re.sub(r"<(header|footer).*?</\1>", "", page.content.decode(), flags=re.DOTALL)
        assert "gelezen" not in words.replace("Wat iemand heeft gelezen, staat hier niet.", "")


def test_one_person_is_added(client_of: ClientOf) -> None:
    client = client_of(Role.EDITOR)

    answer = client.post(reverse("person-add"), {**VALUES, "joined": "2026-02-01"})

    lotte = Person.objects.get(email="lotte@bakkerijjansen.nl")
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        reverse("person", args=[lotte.pk]),
    )
    assert (lotte.name, lotte.joined, lotte.has_usable_password()) == (
        "Lotte Visser",
        dt.date(2026, 2, 1),
        False,
    )


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"email": "geen adres"},
        {"email": "PERSOON1@bakkerijjansen.nl"},
        {"away_from": "2026-12-02", "away_until": "2026-12-01"},
        {"language": "de"},
    ],
)
def test_what_is_wrong_comes_back_with_the_form(
    client_of: ClientOf, change: dict[str, str]
) -> None:
    client = client_of(Role.EDITOR)

    answer = client.post(reverse("person-add"), VALUES | change)

    assert (answer.status_code, Person.objects.count()) == (422, 1)


def test_a_change_is_logged_by_field_and_not_by_value(somebody: Somebody, now: dt.datetime) -> None:
    lotte = somebody(team="Winkel")

    changed = operations.change_person(
        person=lotte, values={"team": "Bakkerij", "name": lotte.name}, now=now
    )

    assert changed == ("team",)
    assert logged("people.changed") == [{"fields": "team"}]
    assert "Bakkerij" not in str(list(Personal.objects.values_list("facts", flat=True)))


def test_nothing_changed_is_nothing_logged(somebody: Somebody, now: dt.datetime) -> None:
    lotte = somebody(team="Winkel")

    assert operations.change_person(person=lotte, values={"team": "Winkel"}, now=now) == ()
    assert logged("people.changed") == []


def test_two_people_cannot_have_one_number(somebody: Somebody, now: dt.datetime) -> None:
    somebody(number="7")
    lotte = somebody(number="8")

    with pytest.raises(UnableToChange, match="number-taken"):
        operations.change_person(person=lotte, values={"number": "7"}, now=now)


def test_roles_are_given_and_taken(client_of: ClientOf, somebody: Somebody) -> None:
    client = client_of(Role.ADMINISTRATOR)
    lotte = somebody(Role.LEADER)

    client.post(reverse("person-roles", args=[lotte.pk]), {"roles": ["handler", "deputy"]})

    assert Person.objects.get(pk=lotte.pk).roles == {Role.EMPLOYEE, Role.HANDLER, Role.DEPUTY}
    assert logged("people.role-revoked") == [{"role": "leader"}]


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EDITOR])
def test_the_last_one_keeps_the_role_until_there_is_another(
    somebody: Somebody, now: dt.datetime, role: Role
) -> None:
    first = somebody(role)
    with pytest.raises(UnableToRevoke):
        operations.revoke_role(person=first, role=role, now=now)
    with pytest.raises(UnableToLeave):
        operations.leave(person=first, left=now.date(), now=now)

    somebody(role)
    operations.revoke_role(person=first, role=role, now=now)

    assert first.roles == {Role.EMPLOYEE}


def test_roles_that_should_not_meet_are_warned_about(client_of: ClientOf) -> None:
    client = client_of(Role.ADMINISTRATOR, Role.HANDLER)
    me = client.person  # type: ignore[attr-defined]

    page = client.get(reverse("person", args=[me.pk])).content.decode()

    assert "hoort van niemand de inhoud te lezen" in page
    assert "In een bedrijf van één persoon mag dit." in page


def test_a_leaver_is_shut_out_at_once_and_can_come_back(
    client_of: ClientOf, somebody: Somebody, now: dt.datetime
) -> None:
    client = client_of(name="Lotte Visser")
    lotte = client.person  # type: ignore[attr-defined]
    by = somebody(Role.ADMINISTRATOR)
    operations.invite(person=lotte, by=by, now=now)
    mail.queue(key="a", person=lotte.pk, kind="people.invitation", now=now)
    assert client.get("/profile/").status_code == 200

    operations.leave(person=lotte, left=now.date(), now=now, actor=by.pk)

    assert client.get("/profile/").status_code == 302
    assert (Invitation.objects.count(), OutgoingMail.objects.count()) == (0, 0)
    operations.bring_back(person=lotte, now=now)
    assert client.get("/profile/").status_code == 302
    assert Person.objects.get(pk=lotte.pk).is_active
    assert logged("people.left") == [{"date": "2026-11-23"}]
    assert logged("people.returned") == [{}]


def test_who_leaves_tomorrow_is_shut_out_tomorrow(somebody: Somebody, now: dt.datetime) -> None:
    lotte = somebody()
    operations.leave(person=lotte, left=now.date() + dt.timedelta(days=1), now=now)

    assert operations.end_access(now=now) == 0
    assert operations.end_access(now=now + dt.timedelta(days=1)) == 1
    assert operations.end_access(now=now + dt.timedelta(days=1)) == 0


def test_each_is_invited_once_and_again_only_on_purpose(
    somebody: Somebody, now: dt.datetime
) -> None:
    by = somebody(Role.ADMINISTRATOR, name="Anna Beheer")
    lotte = somebody(name="Lotte Visser")
    operations.add_person(name="Papieren Piet", email=None, now=now)

    assert operations.invite_everybody(by=by, now=now) == 2
    assert operations.invite_everybody(by=by, now=now) == 0
    assert (inviting.queue_invitations(now), inviting.queue_invitations(now)) == (2, 0)
    lotte.refresh_from_db()
    with pytest.raises(UnableToInvite, match="invited"):
        operations.invite(person=lotte, by=by, now=now)
    later = now + dt.timedelta(days=1)
    operations.invite(person=lotte, by=by, now=later, again=True)
    assert inviting.queue_invitations(later) == 1
    assert OutgoingMail.objects.filter(person=lotte).count() == 2


def test_an_invitation_says_who_and_where(somebody: Somebody, now: dt.datetime) -> None:
    by = somebody(Role.ADMINISTRATOR, name="Anna Beheer")
    operations.invite(person=by, by=by, now=now)
    inviting.queue_invitations(now)
    row = OutgoingMail.objects.get()

    letter = letters.write(row.kind, "en", {**row.values, "name": "Anna Beheer"})

    assert letter.subject == "How we use social media at Bakkerij Jansen: your invitation"
    assert "Anna Beheer invites you to Afspraak." in letter.text
    assert "/sign-in/login/?email=persoon1%40bakkerijjansen.nl\n" in letter.text


def test_the_language_of_the_pages_is_also_that_of_the_person(client_of: ClientOf) -> None:
    client = client_of()

    client.post(reverse("set_language"), {"language": "en", "next": "/profile/"})

    me = Person.objects.get(pk=client.person.pk)  # type: ignore[attr-defined]
    assert me.language == "en"
    assert 'lang="en"' in client.get("/profile/").content.decode()


def test_my_profile_takes_what_i_choose_and_nothing_else(client_of: ClientOf) -> None:
    client = client_of(name="Lotte Visser")

    client.post(
        "/profile/",
        {"language": "en", "away_from": "2026-12-01", "away_until": "2026-12-05", "name": "Baas"},
    )

    me = Person.objects.get(pk=client.person.pk)  # type: ignore[attr-defined]
    assert (me.name, me.language, me.away_from, me.away_until) == (
        "Lotte Visser",
        "en",
        dt.date(2026, 12, 1),
        dt.date(2026, 12, 5),
    )


def test_i_sign_out_elsewhere_and_nobody_elses_session_ends(client_of: ClientOf) -> None:
    mine, other = client_of(), client_of()
    for client in (mine, other):
        client.get("/profile/")
    me, them = (each.person for each in (mine, other))  # type: ignore[attr-defined]
    theirs, my_own = queries.sign_ins(them, None)[0].id, queries.sign_ins(me, None)[0].id

    assert mine.post(reverse("profile-sign-out", args=[theirs])).status_code == 404
    assert other.get("/profile/").status_code == 200
    assert mine.post(reverse("profile-sign-out", args=[my_own])).status_code == 302
    assert mine.get("/profile/").status_code == 302


def test_a_password_is_chosen_and_removed(client_of: ClientOf) -> None:
    client = client_of()
    chosen = {"password1": "een zin van mijzelf", "password2": "een zin van mijzelf"}

    answer = client.post(reverse("account_set_password"), chosen)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/profile/")
    me = Person.objects.get(pk=client.person.pk)  # type: ignore[attr-defined]
    assert me.check_password("een zin van mijzelf")
    assert client.post(reverse("profile-password-remove")).status_code == 302
    assert client.get("/profile/").status_code == 200
    me.refresh_from_db()
    assert not me.has_usable_password()
    assert (logged("people.password-set"), logged("people.password-removed")) == ([{}], [{}])


def test_my_data_holds_every_field(somebody: Somebody) -> None:
    lotte = somebody(Role.LEADER, team="Bakkerij")

    sections = {each.key: each for each in contributes.personal_data(lotte)}

    assert sections["people.roles"].rows == [
        {"role": "leidinggevende", "at": "2026-11-23T09:00:00+00:00", "by_group": False}
    ]
    kept = {field.name for field in Person._meta.concrete_fields}
    assert kept - set(sections["people.person"].rows[0]) == {"id", "last_login", "is_active"}
    for section in sections.values():
        assert all(set(row) == set(section.labels) for row in section.rows)


def test_erasing_leaves_a_name_and_nothing_else(somebody: Somebody, now: dt.datetime) -> None:
    lotte = somebody(Role.LEADER, name="Lotte Visser", team="Bakkerij", number="7")

    contributes.erase(lotte, now)

    lotte.refresh_from_db()
    assert (lotte.name, lotte.email, lotte.team, lotte.number) == ("Lotte Visser", None, "", "")
    assert not Granted.objects.exists()


def test_a_leaver_goes_two_years_later(somebody: Somebody, now: dt.datetime) -> None:
    lotte = somebody()
    operations.leave(person=lotte, left=now.date(), now=now)
    on_the_day = now.replace(year=2028)

    assert erasing.delete_leavers(on_the_day - dt.timedelta(days=1)) == []
    assert erasing.delete_leavers(on_the_day) == [f"person {lotte.pk} 2026-11-23"]
    assert not Person.objects.exists()
