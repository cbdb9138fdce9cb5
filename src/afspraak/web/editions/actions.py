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
EDITION_WITHDRAWN = Action(
    "editions.withdrawn",
    {
        "nl": "Uitgave {number} is ingetrokken voordat die inging.",
        "en": "Edition {number} was withdrawn before it came into force.",
    },
    facts=("number", "text_hash"),
)
EDITION_PLANNED = Action(
    "editions.planned",
    {
        "nl": "Uitgave {number} is vastgesteld. Ze geldt als de leiding haar heeft gelezen, niet "
        "voor {planned_for}.",
        "en": "Edition {number} was decided on. It holds once those who lead have read it, not "
        "before {planned_for}.",
    },
    facts=("number", "text_hash", "planned_for"),
)
EDITION_HOLDS = Action(
    "editions.holds",
    {
        "nl": "Uitgave {number} geldt vanaf nu, met de vingerafdruk {text_hash}.",
        "en": "Edition {number} is in force from now on, with the fingerprint {text_hash}.",
    },
    facts=("number", "text_hash", "must_be_read"),
)
PUBLIC_CHANGED = Action(
    "editions.public",
    {
        "nl": "Wie mag het handboek zonder inloggen lezen: iedereen {on}, "
        "vindbaar met zoekmachines {may_be_found}.",
        "en": "Who may read the handbook without signing in: everybody {on}, "
        "found by search engines {may_be_found}.",
    },
    facts=("on", "may_be_found"),
)
