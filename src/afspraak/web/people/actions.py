"""What is logged about people."""

from afspraak.web.audit.actions import Action

PERSON_ADDED = Action(
    "people.added",
    {"nl": "{name} is toegevoegd.", "en": "{name} was added."},
    personal=("name",),
)
ROLE_GRANTED = Action(
    "people.role-granted",
    {"nl": "{name} kreeg de rol {role}.", "en": "{name} was given the role {role}."},
    facts=("role",),
    personal=("name",),
)
