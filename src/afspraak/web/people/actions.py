"""What is logged about people."""

from afspraak.web.audit.actions import Action

PERSON_ADDED = Action(
    "people.added",
    {"nl": "{name} is toegevoegd.", "en": "{name} was added."},
    personal=("name",),
)
PERSON_CHANGED = Action(
    "people.changed",
    {
        "nl": "De gegevens van {name} zijn gewijzigd ({fields}).",
        "en": "The data of {name} was changed ({fields}).",
    },
    facts=("fields",),
    personal=("name",),
)
ROLE_GRANTED = Action(
    "people.role-granted",
    {"nl": "{name} kreeg de rol {role}.", "en": "{name} was given the role {role}."},
    facts=("role",),
    personal=("name",),
)
ROLE_REVOKED = Action(
    "people.role-revoked",
    {"nl": "{name} heeft de rol {role} niet meer.", "en": "{name} no longer has the role {role}."},
    facts=("role",),
    personal=("name",),
)
PERSON_LEFT = Action(
    "people.left",
    {
        "nl": "{name} werkt hier niet meer vanaf {date}.",
        "en": "{name} no longer works here from {date}.",
    },
    facts=("date",),
    personal=("name",),
)
PERSON_RETURNED = Action(
    "people.returned",
    {"nl": "{name} werkt hier weer.", "en": "{name} works here again."},
    personal=("name",),
)
PEOPLE_IMPORTED = Action(
    "people.imported",
    {
        "nl": "Er is een bestand ingelezen: {added} nieuw, {changed} gewijzigd, {left} vertrokken, "
        "{refused} geweigerd ({file}).",
        "en": "A file was imported: {added} added, {changed} changed, {left} left, "
        "{refused} refused ({file}).",
    },
    facts=("added", "changed", "left", "refused"),
    personal=("file",),
)
PEOPLE_INVITED = Action(
    "people.invited",
    {
        "nl": "Uitgenodigd om in te loggen: {count}.",
        "en": "Invited to sign in: {count}.",
    },
    facts=("count",),
)
PERSON_INVITED = Action(
    "people.person-invited",
    {
        "nl": "{name} is uitgenodigd om in te loggen.",
        "en": "{name} was invited to sign in.",
    },
    personal=("name",),
)
PASSWORD_SET = Action(
    "people.password-set",
    {"nl": "{name} koos een wachtwoord.", "en": "{name} chose a password."},
    personal=("name",),
)
PASSWORD_REMOVED = Action(
    "people.password-removed",
    {"nl": "{name} verwijderde het wachtwoord.", "en": "{name} removed the password."},
    personal=("name",),
)
SIGN_IN_FAILED = Action(
    "people.sign-in-failed",
    {
        "nl": "Te vaak geprobeerd in te loggen ({way}), met {address}.",
        "en": "Too many attempts to sign in ({way}), with {address}.",
    },
    facts=("way",),
    personal=("address",),
    keep_days=30,
)
