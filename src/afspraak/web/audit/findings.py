"""What can be wrong with the log, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from afspraak.diagnostics import Text


class Code(StrEnum):
    """What was found."""

    BROKEN = "broken"
    MISSING = "missing"
    TWICE = "twice"
    PERSONAL = "personal"
    TAIL = "tail"
    ANCHOR = "anchor"
    ANCHOR_FILE = "anchor-file"
    GUARD = "guard"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with the entries `number` up to and including `until`."""

    code: Code
    number: int
    until: int
    name: str = ""

    def says(self) -> Text:
        """The finding as a sentence."""
        which = {
            "nl": f"Regel {self.number}"
            if self.number == self.until
            else f"Regels {self.number} tot en met {self.until}",
            "en": f"Entry {self.number}"
            if self.number == self.until
            else f"Entries {self.number} to {self.until}",
        }
        texts = SAYS[self.code] if self.number == self.until else SAYS_MANY[self.code]
        return {
            "nl": texts["nl"].format(which=which["nl"], name=self.name, next=self.until + 1),
            "en": texts["en"].format(which=which["en"], name=self.name, next=self.until + 1),
        }


_ALWAYS: Mapping[Code, Text] = {
    Code.ANCHOR: {
        "nl": "{which}: een ander zegel dan in het anker van buiten de database. "
        "Het logboek is tot hier vervangen.",
        "en": "{which}: another seal than in the anchor from outside the database. "
        "The log was replaced up to here.",
    },
    Code.ANCHOR_FILE: {
        "nl": "Het bestand met ankers is gewijzigd, of het logboek is daarna teruggezet uit een "
        "reservekopie: een anker is onleesbaar of staat niet op volgorde.",
        "en": "The file of anchors was changed, or the log was restored from a backup later: "
        "an anchor cannot be read or is out of order.",
    },
    Code.GUARD: {
        "nl": "De database weigert wijzigingen niet meer: de bewaker {name} is weg of staat uit.",
        "en": "The database no longer refuses changes: the guard {name} is gone or off.",
    },
    Code.PERSONAL: {
        "nl": "{which}: de persoonsgegevens zijn niet wat er is vastgelegd.",
        "en": "{which}: the personal data is not what was recorded.",
    },
}
SAYS: Mapping[Code, Text] = {
    **_ALWAYS,
    Code.BROKEN: {
        "nl": "{which} is niet wat er is vastgelegd: gewijzigd, verplaatst of ingevoegd.",
        "en": "{which} is not what was recorded: altered, moved or inserted.",
    },
    Code.MISSING: {
        "nl": "{which} ontbreekt. Daardoor is regel {next} niet te controleren.",
        "en": "{which} is missing. So entry {next} cannot be verified.",
    },
    Code.TWICE: {
        "nl": "{which} staat er meer dan één keer.",
        "en": "{which} is there more than once.",
    },
    Code.TAIL: {
        "nl": "{which} ontbreekt: het logboek is aan het eind afgekapt.",
        "en": "{which} is missing: the end of the log was cut off.",
    },
}
SAYS_MANY: Mapping[Code, Text] = {
    **_ALWAYS,
    Code.BROKEN: {
        "nl": "{which} zijn niet wat er is vastgelegd: gewijzigd, verplaatst of ingevoegd.",
        "en": "{which} are not what was recorded: altered, moved or inserted.",
    },
    Code.MISSING: {
        "nl": "{which} ontbreken. Daardoor is regel {next} niet te controleren.",
        "en": "{which} are missing. So entry {next} cannot be verified.",
    },
    Code.TWICE: SAYS[Code.TWICE],
    Code.TAIL: {
        "nl": "{which} ontbreken: het logboek is aan het eind afgekapt.",
        "en": "{which} are missing: the end of the log was cut off.",
    },
}
