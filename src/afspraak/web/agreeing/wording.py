"""What states, bodies and answers are called on a screen."""

from collections.abc import Mapping

from afspraak.decisions.agreeing import Answer, Body, Ground, State
from afspraak.diagnostics import Text

STATES: Mapping[str, Text] = {
    State.DRAFT: {"nl": "wordt bekeken", "en": "being looked at"},
    State.OFFERED: {"nl": "aangeboden", "en": "offered"},
    State.WITH_REPRESENTATION: {"nl": "bij het personeel", "en": "with the staff"},
    State.DECIDED: {"nl": "besloten", "en": "decided"},
    State.LEADERS_READING: {"nl": "de leiding leest", "en": "leaders are reading"},
    State.IN_FORCE: {"nl": "geldt", "en": "in force"},
    State.REPLACED: {"nl": "vervangen", "en": "replaced"},
    State.WITHDRAWN: {"nl": "ingetrokken", "en": "withdrawn"},
}
TONES: Mapping[str, str] = {
    State.IN_FORCE: "good",
    State.WITHDRAWN: "plain",
    State.REPLACED: "plain",
    State.DRAFT: "plain",
}
BODIES: Mapping[str, Text] = {
    Body.OR: {"nl": "de ondernemingsraad", "en": "the works council"},
    Body.PVT: {"nl": "de personeelsvertegenwoordiging", "en": "the staff delegation"},
    Body.MEETING: {"nl": "de personeelsvergadering", "en": "the staff meeting"},
    "": {"nl": "het personeel", "en": "the staff"},
}
ANSWERS: Mapping[str, Text] = {
    Answer.CONSENT: {"nl": "instemming", "en": "consent"},
    Answer.CONDITIONS: {"nl": "instemming met voorwaarden", "en": "consent with conditions"},
    Answer.REFUSAL: {"nl": "geen instemming", "en": "no consent"},
    Answer.PERMISSION: {"nl": "toestemming van de rechter", "en": "permission of the judge"},
    Answer.NOT_NEEDED: {"nl": "vragen was niet nodig", "en": "asking was not needed"},
}
GROUNDS: Mapping[str, Text] = {
    Ground.ALONE: {
        "nl": "Er werkt hier één mens.",
        "en": "One person works here.",
    },
    Ground.COLLECTIVE: {
        "nl": "Een cao regelt dit al.",
        "en": "A collective agreement settles this already.",
    },
    Ground.SAME_TEXT: {
        "nl": "Wat mensen lezen is gelijk aan wat al is afgesproken.",
        "en": "What people read is the same as what was agreed before.",
    },
    Ground.OTHER: {"nl": "Een andere reden", "en": "Another reason"},
    "paper": {
        "nl": "Al eerder afgesproken, op papier.",
        "en": "Agreed earlier, on paper.",
    },
}
