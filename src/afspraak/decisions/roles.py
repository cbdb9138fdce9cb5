"""Who may do what: roles, capabilities, and the one table that joins them.

The division follows the roles and four eyes of the domain's legal ground: who runs the machine
reads nobody's content, and who represents the staff sees every version, setting and count but no
file on a person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Task:
    """What a role is for: a line about what it may, and one about what it may not."""

    may: Text
    may_not: Text


TASKS: Mapping[Role, Task] = {
    Role.EMPLOYEE: Task(
        {
            "nl": "Leest de afspraken, tekent, checkt berichten, vraagt en maakt bezwaar.",
            "en": "Reads what was agreed, signs, checks posts, asks and objects.",
        },
        {"nl": "Ziet niets over een collega.", "en": "Sees nothing about a colleague."},
    ),
    Role.LEADER: Task(
        {
            "nl": "Leest als eerste en zet een eigen bericht als voorbeeld bij een afspraak.",
            "en": "Reads first and pins a post of their own to a clause as an example.",
        },
        {
            "nl": "Ziet niet wie wat las, en opent geen dossier.",
            "en": "Does not see who read what, and opens no file on anybody.",
        },
    ),
    Role.MANAGER: Task(
        {
            "nl": "Beheert de kanalen van het bedrijf en beantwoordt vragen van collega’s.",
            "en": "Runs the company’s channels and answers colleagues’ questions.",
        },
        {
            "nl": "Ziet geen incidenten en keurt geen eigen bericht goed.",
            "en": "Sees no incidents and approves no post of their own.",
        },
    ),
    Role.DEPUTY: Task(
        {
            "nl": "Neemt het werk van de socialmediamanager over bij afwezigheid.",
            "en": "Does the social media manager’s work while they are away.",
        },
        {
            "nl": "Ziet geen incidenten en keurt geen eigen bericht goed.",
            "en": "Sees no incidents and approves no post of their own.",
        },
    ),
    Role.EDITOR: Task(
        {
            "nl": "Schrijft de afspraken, beheert mensen en ziet wie nog niet las.",
            "en": "Writes the protocol, looks after people and sees who has not read yet.",
        },
        {
            "nl": "Ziet geen zelfcheck en geen dossier.",
            "en": "Sees no self-check and no file on anybody.",
        },
    ),
    Role.REPRESENTATION: Task(
        {
            "nl": "Ziet elke uitgave, elke instelling, elk aantal en elk bewijs van verwijdering.",
            "en": "Sees every edition, every setting, every count and every deletion receipt.",
        },
        {"nl": "Ziet niets over één persoon.", "en": "Sees nothing about one person."},
    ),
    Role.HANDLER: Task(
        {
            "nl": "Behandelt een incident volgens de afgesproken stappen.",
            "en": "Takes an incident through the agreed steps.",
        },
        {
            "nl": "Is nooit melder, leidinggevende of beheerder van de kanalen in dezelfde zaak.",
            "en": "Is never the reporter, the leader or the desk in the same case.",
        },
    ),
    Role.SECOND_READER: Task(
        {
            "nl": "Kijkt mee bij elke stap in een incident waar twee mensen voor nodig zijn.",
            "en": "Looks along at every step of an incident that needs two people.",
        },
        {
            "nl": "Valt niet onder de behandelaar en beslist niet alleen.",
            "en": "Does not report to the handler and never decides alone.",
        },
    ),
    Role.PRIVACY_OFFICER: Task(
        {
            "nl": "Ziet het logboek, de registers en wat verwijderd is.",
            "en": "Sees the log, the registers and what was deleted.",
        },
        {"nl": "Beslist niet in een zaak.", "en": "Decides no case."},
    ),
    Role.ADMINISTRATOR: Task(
        {
            "nl": "Beheert het programma: installeren, back-ups, inloggen en mensen.",
            "en": "Runs the program: set-up, backups, sign-in and people.",
        },
        {
            "nl": "Leest van niemand de inhoud, ook niet wie wat las.",
            "en": "Reads nobody’s content, nor who read what.",
        },
    ),
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two roles that should not meet in one person, and why."""

    one: Role
    other: Role
    why: Text


_DESK: Text = {
    "nl": "Wie de kanalen beheert, kan zelf partij zijn in een incident.",
    "en": "Who runs the channels can be a party to an incident.",
}
_CONTENT: Text = {
    "nl": "Wie het programma beheert, hoort van niemand de inhoud te lezen.",
    "en": "Who runs the program should read nobody’s content.",
}
_STAFF: Text = {
    "nl": "Wie het personeel vertegenwoordigt, hoort geen dossier over een collega te zien.",
    "en": "Who represents the staff should see no file on a colleague.",
}

CONFLICTS: tuple[Conflict, ...] = (
    Conflict(
        Role.HANDLER,
        Role.SECOND_READER,
        {
            "nl": "Behandelen en meekijken vraagt twee mensen; samen is het niemand die meekijkt.",
            "en": "Handling and looking along take two people; in one, nobody looks along.",
        },
    ),
    Conflict(
        Role.HANDLER,
        Role.LEADER,
        {
            "nl": "Een leidinggevende behandelt geen zaak over de eigen mensen.",
            "en": "A leader does not handle a case about their own people.",
        },
    ),
    Conflict(Role.HANDLER, Role.MANAGER, _DESK),
    Conflict(Role.HANDLER, Role.DEPUTY, _DESK),
    Conflict(
        Role.HANDLER,
        Role.PRIVACY_OFFICER,
        {
            "nl": "Wie toezicht houdt op de dossiers, beslist er niet in.",
            "en": "Who supervises the files decides none of them.",
        },
    ),
    Conflict(Role.REPRESENTATION, Role.HANDLER, _STAFF),
    Conflict(Role.REPRESENTATION, Role.SECOND_READER, _STAFF),
    Conflict(
        Role.REPRESENTATION,
        Role.EDITOR,
        {
            "nl": "Wie de afspraken schrijft, stemt er niet namens het personeel mee in.",
            "en": "Who writes the protocol does not agree to it on behalf of the staff.",
        },
    ),
    Conflict(Role.ADMINISTRATOR, Role.HANDLER, _CONTENT),
    Conflict(Role.ADMINISTRATOR, Role.SECOND_READER, _CONTENT),
    Conflict(
        Role.ADMINISTRATOR,
        Role.PRIVACY_OFFICER,
        {
            "nl": "Wie het programma beheert, houdt niet ook het toezicht erop.",
            "en": "Who runs the program does not supervise it as well.",
        },
    ),
    Conflict(
        Role.ADMINISTRATOR,
        Role.EDITOR,
        {
            "nl": "De redacteur ziet wie nog niet las; wie het programma beheert, hoort dat niet "
            "te zien.",
            "en": "The editor sees who has not read yet; who runs the program should not.",
        },
    ),
)

KEPT: tuple[Role, ...] = (Role.ADMINISTRATOR, Role.EDITOR)
"""Roles that somebody must keep: without one, nobody could give roles or write the protocol."""


class Capability(StrEnum):
    """Something one may do or see that not everybody may."""

    MANAGE_PEOPLE = "manage-people"
    RUN_MACHINE = "run-machine"
    MANAGE_EDITIONS = "manage-editions"
    SEE_AGREEING = "see-agreeing"
    RECORD_REPRESENTATION = "record-representation"
    DECIDE_EDITION = "decide-edition"
    SEE_DOSSIER = "see-dossier"
    TRY_POSTS = "try-posts"
    SEE_INSIGHTS = "see-insights"
    ALLOW_RULE_REPORTS = "allow-rule-reports"
    SEE_WHO_HAS_NOT_READ = "see-who-has-not-read"
    SEE_COUNTS = "see-counts"
    SEE_AUDIT = "see-audit"
    SEE_DELETIONS = "see-deletions"
    PIN_EXAMPLE = "pin-example"


MAY: Mapping[Capability, frozenset[Role]] = {
    Capability.MANAGE_PEOPLE: frozenset({Role.ADMINISTRATOR, Role.EDITOR}),
    Capability.RUN_MACHINE: frozenset({Role.ADMINISTRATOR}),
    Capability.MANAGE_EDITIONS: frozenset({Role.EDITOR}),
    Capability.SEE_AGREEING: frozenset(
        {Role.EDITOR, Role.REPRESENTATION, Role.LEADER, Role.PRIVACY_OFFICER}
    ),
    # Where nobody has the role of representation, the editor records what a meeting said.
    Capability.RECORD_REPRESENTATION: frozenset({Role.REPRESENTATION, Role.EDITOR}),
    Capability.DECIDE_EDITION: frozenset({Role.LEADER, Role.EDITOR}),
    Capability.SEE_DOSSIER: frozenset({Role.EDITOR, Role.REPRESENTATION, Role.PRIVACY_OFFICER}),
    Capability.TRY_POSTS: frozenset({Role.EDITOR, Role.REPRESENTATION}),
    Capability.SEE_INSIGHTS: frozenset({Role.EDITOR, Role.REPRESENTATION}),
    Capability.ALLOW_RULE_REPORTS: frozenset({Role.REPRESENTATION}),
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


def conflicts(roles: Iterable[Role]) -> tuple[Conflict, ...]:
    """The pairs among `roles` that should not meet in one person."""
    held = frozenset(roles)
    return tuple(each for each in CONFLICTS if {each.one, each.other} <= held)
