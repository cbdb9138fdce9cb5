"""What is logged about deleting."""

from afspraak.web.audit.actions import Action

DELETED = Action(
    "retention.deleted",
    {
        "nl": "Termijn voorbij: {count} keer verwijderd volgens regel {rule}, met bewijs {digest}.",
        "en": "Term over: {count} deleted by rule {rule}, with receipt {digest}.",
    },
    facts=("rule", "count", "digest"),
)
