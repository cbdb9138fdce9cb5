"""What trials say about themselves."""

from afspraak.decisions import retention
from afspraak.web.contributions import Term
from afspraak.web.dossier import operations

TERMS = (
    Term(
        key=operations.POSTS,
        says={
            "nl": "Berichten van eigen kanalen die voor een proef zijn aangeboden",
            "en": "Posts of our own channels that were offered for a trial",
        },
        term={
            "nl": "Tot de proef gedaan is: meteen daarna weg, en na een dag altijd",
            "en": "Until the trial is done: gone right after, and after a day in any case",
        },
        delete=operations.delete_posts,
    ),
    Term(
        key="dossier.outcomes",
        says={
            "nl": "De uitkomst van een proef, met enkele voorbeelden waarin namen en nummers "
            "verborgen zijn",
            "en": "The outcome of a trial, with a few samples in which names and numbers are "
            "hidden",
        },
        term=retention.says(retention.RULES["trial"]),
        delete=operations.delete_outcomes,
    ),
)
