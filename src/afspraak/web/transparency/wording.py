"""What each capability lets somebody see or do, in words."""

from collections.abc import Mapping

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import Text

CAPABILITIES: Mapping[Capability, Text] = {
    Capability.MANAGE_PEOPLE: {
        "nl": "mensen toevoegen, uitnodigen en rollen geven",
        "en": "add and invite people and give roles",
    },
    Capability.RUN_MACHINE: {
        "nl": "het programma inrichten en draaien",
        "en": "set up and run the program",
    },
    Capability.MANAGE_EDITIONS: {
        "nl": "een uitgave van de afspraken klaarzetten",
        "en": "put an edition of the agreements ready",
    },
    Capability.SEE_AGREEING: {
        "nl": "volgen hoe een voorstel een uitgave wordt",
        "en": "follow how a proposal becomes an edition",
    },
    Capability.RECORD_REPRESENTATION: {
        "nl": "vastleggen wat het personeel van een voorstel vindt",
        "en": "record what the staff says of a proposal",
    },
    Capability.DECIDE_EDITION: {
        "nl": "besluiten over een voorstel",
        "en": "decide on a proposal",
    },
    Capability.SEE_DOSSIER: {
        "nl": "het dossier bij een voorstel lezen",
        "en": "read the dossier on a proposal",
    },
    Capability.TRY_POSTS: {
        "nl": "een voorstel beproeven op berichten van de kanalen van het bedrijf",
        "en": "try a proposal on posts of the company’s channels",
    },
    Capability.SEE_INSIGHTS: {
        "nl": "zien hoe het lezen ging en welke regels ergeren, als het er genoeg zijn",
        "en": "see how reading went and which rules annoy, when there are enough",
    },
    Capability.ALLOW_RULE_REPORTS: {
        "nl": "toestaan dat mensen een regel melden, en dat intrekken",
        "en": "allow that people report a rule, and take that back",
    },
    Capability.SEE_WHO_HAS_NOT_READ: {
        "nl": "zien wie een uitgave nog niet las",
        "en": "see who has not read an edition yet",
    },
    Capability.SEE_COUNTS: {
        "nl": "zien hoeveel mensen lazen, als het er genoeg zijn",
        "en": "see how many people have read, when there are enough of them",
    },
    Capability.SEE_AUDIT: {"nl": "het logboek lezen", "en": "read the log"},
    Capability.SEE_DELETIONS: {
        "nl": "zien wat er is verwijderd",
        "en": "see what was deleted",
    },
    Capability.PIN_EXAMPLE: {
        "nl": "een eigen bericht als voorbeeld bij een artikel zetten",
        "en": "pin a post of their own to a clause as an example",
    },
}
"""Each without a subject, after "may": the roles stand beside it."""

BODIES: Mapping[str, Text] = {
    "or": {"nl": "de ondernemingsraad", "en": "the works council"},
    "pvt": {"nl": "de personeelsvertegenwoordiging", "en": "the staff representation"},
    "meeting": {"nl": "de personeelsvergadering", "en": "the staff meeting"},
    "none": {"nl": "geen vertegenwoordiging", "en": "no representation"},
}
AUTHORITIES: tuple[tuple[Text, Text], ...] = (
    (
        {"nl": "Autoriteit Persoonsgegevens", "en": "Dutch Data Protection Authority (AP)"},
        {
            "nl": "Als je vindt dat er verkeerd met je gegevens wordt omgegaan.",
            "en": "When you think your data is handled wrongly.",
        },
    ),
    (
        {"nl": "Huis voor Klokkenluiders", "en": "Dutch Whistleblowers Authority"},
        {
            "nl": "Als je een misstand wilt melden, of daar advies over zoekt.",
            "en": "When you want to report a wrong, or want advice about that.",
        },
    ),
)
"""Outside the company. No address or number stands here: those change."""
