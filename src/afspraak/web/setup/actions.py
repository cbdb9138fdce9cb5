"""What is logged about the machine and what the organisation chose."""

from afspraak.web.audit.actions import Action

OWNER_MADE = Action(
    "setup.owner-made",
    {
        "nl": "{name} werd met de link van de eerste start beheerder.",
        "en": "{name} became administrator with the link of the first start.",
    },
    personal=("name",),
)
ORGANISATION_CHOSEN = Action(
    "setup.organisation-chosen",
    {
        "nl": "De inrichting is gewijzigd: {changed}.",
        "en": "The set-up was changed: {changed}.",
    },
    facts=("changed",),
)
