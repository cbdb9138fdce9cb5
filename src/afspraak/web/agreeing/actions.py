"""What is logged about agreeing. Reasons may name people, so they can be erased."""

from afspraak.web.audit.actions import Action

FILE_READY = Action(
    "agreeing.ready",
    {
        "nl": "Een bestand voor uitgave {number} is klaargezet om te bekijken.",
        "en": "A file for edition {number} was put ready to be looked at.",
    },
    facts=("number", "version", "protocol_hash"),
)
OVERRULED = Action(
    "agreeing.overruled",
    {
        "nl": "In het voorstel voor uitgave {number} blijft een passage staan ({code} in artikel "
        "`{clause}`), omdat: {reason}",
        "en": "In the proposal for edition {number} a passage stays ({code} in clause `{clause}`), "
        "because: {reason}",
    },
    facts=("number", "version", "clause", "code"),
    personal=("reason",),
)
OFFERED = Action(
    "agreeing.offered",
    {
        "nl": "Uitgave {number} is aangeboden, tekst {version}, met de vingerafdruk {text_hash}.",
        "en": "Edition {number} was offered, text {version}, with the fingerprint {text_hash}.",
    },
    facts=("number", "version", "text_hash"),
)
ASKED = Action(
    "agreeing.asked",
    {
        "nl": "Tekst {version} van uitgave {number} is voorgelegd aan het personeel ({body}).",
        "en": "Text {version} of edition {number} was put to the staff ({body}).",
    },
    facts=("number", "version", "body"),
)
ANSWERED = Action(
    "agreeing.answered",
    {
        "nl": "Over tekst {version} van uitgave {number} is vastgelegd: {answer}, op {on}.",
        "en": "About text {version} of edition {number} was recorded: {answer}, on {on}.",
    },
    facts=("number", "version", "text_hash", "answer", "ground", "on", "by_representation"),
    personal=("says", "reference"),
)
MET = Action(
    "agreeing.met",
    {
        "nl": "Aan de voorwaarden bij uitgave {number} is voldaan: {how}",
        "en": "The conditions with edition {number} were met: {how}",
    },
    facts=("number", "version"),
    personal=("how",),
)
DECIDED = Action(
    "agreeing.decided",
    {
        "nl": "Er is besloten over uitgave {number}, met de vingerafdruk {text_hash}.",
        "en": "Edition {number} was decided on, with the fingerprint {text_hash}.",
    },
    facts=("number", "version", "text_hash", "planned_for", "alone"),
)
LEADERS_ASKED = Action(
    "agreeing.leaders-asked",
    {
        "nl": "De leiding is gevraagd uitgave {number} te lezen voordat die ingaat.",
        "en": "Those who lead were asked to read edition {number} before it holds.",
    },
    facts=("number",),
)
EXCUSED = Action(
    "agreeing.excused",
    {
        "nl": "Op {name} wordt bij uitgave {number} niet gewacht, omdat: {reason}",
        "en": "Edition {number} does not wait for {name}, because: {reason}",
    },
    facts=("number",),
    personal=("name", "reason"),
)
IN_FORCE = Action(
    "agreeing.in-force",
    {
        "nl": "Uitgave {number} is langs alle stappen gegaan en geldt.",
        "en": "Edition {number} has gone through every step and is in force.",
    },
    facts=("number", "leaders", "excused"),
)
REPLACED = Action(
    "agreeing.replaced",
    {
        "nl": "Uitgave {number} is vervangen.",
        "en": "Edition {number} was replaced.",
    },
    facts=("number",),
)
TAKEN_BACK = Action(
    "agreeing.taken-back",
    {
        "nl": "Tekst {version} van uitgave {number} is teruggenomen om te veranderen. {reason}",
        "en": "Text {version} of edition {number} was taken back to be changed. {reason}",
    },
    facts=("number", "version"),
    personal=("reason",),
)
WITHDRAWN = Action(
    "agreeing.withdrawn",
    {
        "nl": "Het voorstel voor uitgave {number} is ingetrokken. {reason}",
        "en": "The proposal for edition {number} was withdrawn. {reason}",
    },
    facts=("number", "state"),
    personal=("reason",),
)
TAKEN_OVER = Action(
    "agreeing.taken-over",
    {
        "nl": "Uitgave {number} is overgenomen: ze was al afgesproken, op {on}, omdat: {reason}",
        "en": "Edition {number} was taken over: it had been agreed already, on {on}, because: "
        "{reason}",
    },
    facts=("number", "text_hash", "on"),
    personal=("reason", "reference"),
)
DELETED = Action(
    "agreeing.deleted",
    {
        "nl": "{count} brieven of klaargezette bestanden zijn verwijderd: de termijn is voorbij.",
        "en": "{count} letters or files put ready were deleted: their term has passed.",
    },
    facts=("count",),
)
