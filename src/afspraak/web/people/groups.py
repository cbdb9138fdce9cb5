"""From the company's own sign-in server: who somebody is, and which roles their groups give."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction

from afspraak.decisions.roles import Role
from afspraak.web.people import operations
from afspraak.web.people.models import Granted, Person

Claims = Mapping[str, Any]


def claims_of(answer: Mapping[str, Any]) -> Claims:
    """What the server said of somebody: the token's claims, and over them those of userinfo."""
    return {**(answer.get("id_token") or {}), **(answer.get("userinfo") or {})}


def is_own_address(claims: Claims) -> bool:
    """Whether the server says that the address is theirs.

    Some servers never say so. Whoever set up such a server may say it in its place with the setting
    `oidc_trust_email`. An address that the server calls unverified never counts.
    """
    said = claims.get("email_verified", settings.CONFIG.oidc_trust_email)
    return said is True or said == "true"


def person_of(claims: Claims) -> Person | None:
    """Who works here with the address the server gives, when it is theirs."""
    email = operations.written(str(claims.get("email") or ""))
    if not email or not is_own_address(claims):
        return None
    return Person.objects.filter(email__iexact=email).first()


def roles_of(claims: Claims) -> frozenset[Role]:
    """The roles that somebody's groups give, by the setting `oidc_groups`."""
    said = claims.get("groups") or ()
    groups = {said} if isinstance(said, str) else {str(group) for group in said}
    return frozenset(role for group, role in mapped(settings.CONFIG.oidc_groups) if group in groups)


def mapped(pairs: tuple[str, ...]) -> list[tuple[str, Role]]:
    """The pairs of the setting `oidc_groups` as group and role; what is no role is left out."""
    known = {role.value: role for role in Role if role != Role.EMPLOYEE}
    split = (pair.rpartition("=") for pair in pairs)
    return [
        (group.strip(), known[role.strip()]) for group, _, role in split if role.strip() in known
    ]


@transaction.atomic
def follow(*, person: Person, claims: Claims, now: dt.datetime) -> None:
    """Gives the roles of somebody's groups and takes back those that came from a group they left.

    A role given by hand is never taken, and the last administrator or editor stays.
    """
    if not settings.CONFIG.oidc_groups:
        return
    wanted = roles_of(claims)
    held = {
        Role(role): by_group
        for role, by_group in Granted.objects.filter(person=person).values_list("role", "by_group")
    }
    for role in sorted(wanted - set(held)):
        operations.grant_role(person=person, role=role, now=now, by_group=True)
    for role in sorted(role for role, by_group in held.items() if by_group and role not in wanted):
        try:
            operations.revoke_role(person=person, role=role, now=now)
        except operations.UnableToRevoke:
            continue
