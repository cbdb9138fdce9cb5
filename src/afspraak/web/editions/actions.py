"""What is logged about editions."""

from afspraak.web.audit.actions import Action

EDITION_ADDED = Action(
    "editions.added",
    {
        "nl": "Uitgave {number} is toegevoegd, met de vingerafdruk {text_hash}.",
        "en": "Edition {number} was added, with the fingerprint {text_hash}.",
    },
    facts=("number", "text_hash", "in_force_from", "must_be_read"),
)
FILE_ADDED = Action(
    "editions.file-added",
    {
        "nl": "Uitgave {number} kreeg een nieuw bestand; wat mensen lazen is gelijk.",
        "en": "Edition {number} got a new file; what people read is the same.",
    },
    facts=("number", "protocol_hash"),
)
