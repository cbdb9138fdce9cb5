"""What is logged about insights. That somebody reported a rule never is."""

from afspraak.web.audit.actions import Action

REPORTS_ALLOWED = Action(
    "insights.allowed",
    {
        "nl": "De vertegenwoordiging van het personeel stemt in met het tellen van meldingen over "
        "regels ({reference}).",
        "en": "The representation of the staff consents to counting reports of rules "
        "({reference}).",
    },
    facts=("reference", "agreed_on"),
)
REPORTS_STOPPED = Action(
    "insights.stopped",
    {
        "nl": "De vertegenwoordiging van het personeel trok de instemming met het tellen van "
        "meldingen over regels in.",
        "en": "The representation of the staff took back its consent to counting reports of rules.",
    },
)
