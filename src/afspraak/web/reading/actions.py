"""What is logged about reading."""

from afspraak.web.audit.actions import Action

STARTED = Action(
    "reading.started",
    {
        "nl": "Uitgave {number} wordt gevraagd te lezen; de leiding eerst.",
        "en": "People are asked to read edition {number}; those who lead come first.",
    },
    facts=("number", "leaders"),
)
OPENED = Action(
    "reading.opened",
    {
        "nl": "De leiding heeft uitgave {number} gelezen; nu wordt iedereen gevraagd.",
        "en": "Those who lead have read edition {number}; now everybody is asked.",
    },
    facts=("number",),
)
OPENED_BY_HAND = Action(
    "reading.opened-by-hand",
    {
        "nl": "Uitgave {number} is met de hand aan iedereen gevraagd, omdat: {reason}",
        "en": "Everybody is asked to read edition {number}, by hand, because: {reason}",
    },
    facts=("number",),
    personal=("reason",),
)
ASKED = Action(
    "reading.asked",
    {
        "nl": "{count} mensen zijn gevraagd om uitgave {number} te lezen.",
        "en": "{count} people were asked to read edition {number}.",
    },
    facts=("number", "count"),
)
REMINDED = Action(
    "reading.reminded",
    {
        "nl": "{count} mensen zijn herinnerd aan uitgave {number}.",
        "en": "{count} people were reminded of edition {number}.",
    },
    facts=("number", "count"),
)
REMINDED_BY_HAND = Action(
    "reading.reminded-by-hand",
    {
        "nl": "{name} is met de hand herinnerd aan uitgave {number}.",
        "en": "{name} was reminded of edition {number} by hand.",
    },
    facts=("number",),
    personal=("name",),
)
RECEIVED = Action(
    "reading.received",
    {
        "nl": "{name} heeft uitgave {number} ontvangen en gelezen.",
        "en": "{name} has received and read edition {number}.",
    },
    facts=("number", "text_hash", "language", "route"),
    personal=("name", "objection"),
)
ANSWERED = Action(
    "reading.answered",
    {
        "nl": "{name} kreeg antwoord op een bezwaar bij uitgave {number}.",
        "en": "{name} got an answer to an objection to edition {number}.",
    },
    facts=("number",),
    personal=("name",),
)
PINNED = Action(
    "reading.pinned",
    {
        "nl": "{name} zette een eigen bericht als voorbeeld bij artikel `{clause}`.",
        "en": "{name} pinned a post of their own to clause `{clause}` as an example.",
    },
    facts=("clause",),
    personal=("name",),
)
UNPINNED = Action(
    "reading.unpinned",
    {
        "nl": "{name} haalde het eigen voorbeeld bij artikel `{clause}` weg.",
        "en": "{name} took away their own example from clause `{clause}`.",
    },
    facts=("clause",),
    personal=("name",),
)
DELETED = Action(
    "reading.deleted",
    {
        "nl": "{count} ontvangstbewijzen zijn verwijderd: de termijn is voorbij.",
        "en": "{count} receipts were deleted: their term has passed.",
    },
    facts=("count",),
)
