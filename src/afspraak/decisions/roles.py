"""Who may do what: roles, capabilities, and the one table that joins them.

The division follows the roles and four eyes of the domain's legal ground: who runs the machine
reads nobody's content, and who represents the staff sees every version, setting and count but no
file on a person.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from afspraak.diagnostics import Text


class Role(StrEnum):
    """What somebody is asked to do here. Everybody is an employee; the others come on top."""

    EMPLOYEE = "employee"
    LEADER = "leader"
    MANAGER = "manager"
    DEPUTY = "deputy"
    EDITOR = "editor"
    REPRESENTATION = "representation"
    HANDLER = "handler"
    SECOND_READER = "second-reader"
    PRIVACY_OFFICER = "privacy-officer"
    ADMINISTRATOR = "administrator"


NAMES: Mapping[Role, Text] = {
    Role.EMPLOYEE: {"nl": "medewerker", "en": "employee"},
    Role.LEADER: {"nl": "leidinggevende", "en": "leader"},
    Role.MANAGER: {"nl": "socialmediamanager", "en": "social media manager"},
    Role.DEPUTY: {"nl": "vervanger", "en": "deputy"},
    Role.EDITOR: {"nl": "redacteur", "en": "editor"},
    Role.REPRESENTATION: {"nl": "personeelsvertegenwoordiging", "en": "staff representation"},
    Role.HANDLER: {"nl": "behandelaar", "en": "incident handler"},
    Role.SECOND_READER: {"nl": "tweede lezer", "en": "second reader"},
    Role.PRIVACY_OFFICER: {"nl": "privacyfunctionaris", "en": "privacy officer"},
    Role.ADMINISTRATOR: {"nl": "beheerder", "en": "administrator"},
}


class Capability(StrEnum):
    """Something one may do or see that not everybody may."""

    MANAGE_PEOPLE = "manage-people"
    RUN_MACHINE = "run-machine"
    MANAGE_EDITIONS = "manage-editions"
    SEE_WHO_HAS_NOT_READ = "see-who-has-not-read"
    SEE_COUNTS = "see-counts"
    SEE_AUDIT = "see-audit"
    SEE_DELETIONS = "see-deletions"
    PIN_EXAMPLE = "pin-example"


MAY: Mapping[Capability, frozenset[Role]] = {
    Capability.MANAGE_PEOPLE: frozenset({Role.ADMINISTRATOR, Role.EDITOR}),
    Capability.RUN_MACHINE: frozenset({Role.ADMINISTRATOR}),
    Capability.MANAGE_EDITIONS: frozenset({Role.EDITOR}),
    Capability.SEE_WHO_HAS_NOT_READ: frozenset({Role.EDITOR}),
    Capability.SEE_COUNTS: frozenset(
        {Role.EDITOR, Role.MANAGER, Role.DEPUTY, Role.REPRESENTATION, Role.PRIVACY_OFFICER}
        | {Role.LEADER}
    ),
    Capability.SEE_AUDIT: frozenset({Role.PRIVACY_OFFICER}),
    Capability.SEE_DELETIONS: frozenset({Role.PRIVACY_OFFICER, Role.REPRESENTATION}),
    Capability.PIN_EXAMPLE: frozenset({Role.LEADER}),
}


def may(roles: Iterable[Role], capability: Capability) -> bool:
    """Whether somebody with `roles` may do `capability`."""
    return not MAY[capability].isdisjoint(roles)
