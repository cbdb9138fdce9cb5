"""What is logged about documents that are supplemented. Never what one is called or says."""

from afspraak.web.audit.actions import Action

DOCUMENT_BROUGHT = Action(
    "supplementing.brought",
    {
        "nl": "Een bestaand document ({form}, {size} bytes) is gebracht om aan te vullen.",
        "en": "An existing document ({form}, {size} bytes) was brought to be supplemented.",
    },
    facts=("form", "size"),
)
CHOICES_MADE = Action(
    "supplementing.chosen",
    {
        "nl": "Bij een bestaand document is gekozen: {add} artikelen van ons erbij, {theirs} in "
        "eigen woorden, {out} weggelaten.",
        "en": "For an existing document it was chosen: {add} clauses of ours added, {theirs} in "
        "their own words, {out} left out.",
    },
    facts=("add", "theirs", "out"),
)
DOCUMENT_THROWN_AWAY = Action(
    "supplementing.thrown-away",
    {
        "nl": "Een bestaand document dat werd aangevuld, is weggegooid.",
        "en": "An existing document that was being supplemented was thrown away.",
    },
)
