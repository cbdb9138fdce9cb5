"""What is logged about drafts and about changes with a second person."""

from afspraak.web.audit.actions import Action

DRAFT_STARTED = Action(
    "drafting.started",
    {
        "nl": "Een concept voor uitgave {number} is begonnen.",
        "en": "A draft for edition {number} was started.",
    },
    facts=("number",),
)
DRAFT_SAVED = Action(
    "drafting.saved",
    {
        "nl": "Het concept voor uitgave {number} is bewaard als versie {version}.",
        "en": "The draft for edition {number} was saved as version {version}.",
    },
    facts=("number", "version"),
)
DRAFT_DROPPED = Action(
    "drafting.dropped",
    {
        "nl": "Het concept voor uitgave {number} is weggegooid, met {versions} versies.",
        "en": "The draft for edition {number} was thrown away, with {versions} versions.",
    },
    facts=("number", "versions"),
)
CHANGE_PROPOSED = Action(
    "drafting.change-proposed",
    {
        "nl": "Een wijziging van mensen en lijsten bij uitgave {number} is voorgelegd.",
        "en": "A change of people and lists of edition {number} was put forward.",
    },
    facts=("number", "protocol_hash"),
)
CHANGE_DECIDED = Action(
    "drafting.change-decided",
    {
        "nl": "Over een wijziging van mensen en lijsten bij uitgave {number} is besloten: "
        "{decision}. Alleen besloten, omdat hier maar één mens werkt: {alone}.",
        "en": "A change of people and lists of edition {number} was decided on: {decision}. "
        "Decided alone, because only one person works here: {alone}.",
    },
    facts=("number", "decision", "alone", "protocol_hash"),
)
