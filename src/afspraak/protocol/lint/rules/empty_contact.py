"""A person to go to who cannot be reached.

## What it does
Asks that everybody in `people` has a name and, apart from the leaders, a way to reach them, that
neither is a placeholder, and that whoever a clause names in `ask` is there.

## Why
"Ask first" without a telephone number is a ban. Whoever is attacked online or wants to report
something needs a person at once. No rule prescribes it in these words: it is a choice of this
product.

## Example
> confidant: {name: To be decided}

## Use instead
> confidant: {name: Zorgzaam, reach: 030 123 45 67}
"""

import re
from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding, Path
from afspraak.protocol.lint.stance import fold
from afspraak.protocol.lint.subject import Subject
from afspraak.protocol.model import Contact

CODE = "L014"
PROSE = False
DOC_NL = """
Iemand bij wie je terechtkunt, maar die niet te bereiken is.

## Wat het doet
Vraagt dat iedereen in `people` een naam heeft en, behalve de leiding, een manier om die te
bereiken, dat geen van beide een invulplek is, en dat wie een artikel bij `ask` noemt er ook
staat.

## Waarom
‘Vraag het eerst’ zonder telefoonnummer is een verbod. Wie online wordt aangevallen of iets wil
melden, heeft meteen iemand nodig. Geen regel schrijft het zo voor: het is een keuze van dit
product.

## Voorbeeld
> confidant: {name: Volgt nog}

## Liever zo
> confidant: {name: Zorgzaam, reach: 030 123 45 67}
"""

_ROLES: dict[str, Text] = {
    "manager": {"nl": "de social media manager", "en": "the social media manager"},
    "deputy": {"nl": "de vervanger", "en": "the deputy"},
    "press": {"nl": "de woordvoerder", "en": "the press contact"},
    "confidant": {"nl": "de vertrouwenspersoon", "en": "the confidant"},
    "second_reader": {"nl": "de tweede lezer", "en": "the second reader"},
}
_LEADER: Text = {"nl": "een van de leiding", "en": "one of the leaders"}
_HELP: Text = {
    "nl": "vul een naam in en een adres of nummer dat wordt opgenomen",
    "en": "fill in a name, and an address or number that is answered",
}
_PLACEHOLDER = re.compile(
    r"[\W_]*|n\.?v\.?t\.?|n/?a|tbd|tba|todo|to do|x+|volgt(?: nog)?|onbekend|unknown|none|geen"
    r"|nog (?:niet bekend|in te vullen|invullen|onbekend|te bepalen)|nobody|niemand|naam|name"
    r"|(?:yet )?to be \w+|not (?:yet )?known|voornaam achternaam|first ?name last ?name"
    r"|(?:your|jouw) name|jouw naam|vul in|invullen|fill in|<.*>|\[.*\]|\{.*\}|[0 -]+"
)


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a contact that leads nowhere, and one a clause that names nobody."""
    people = subject.protocol.people
    for role, who in _ROLES.items():
        contact: Contact | None = getattr(people, role)
        if contact is None:
            continue
        for field, value in (("name", contact.name), ("reach", contact.reach)):
            if value is None or _PLACEHOLDER.fullmatch(fold(value.strip())):
                path: Path = ("people", role) if value is None else ("people", role, field)
                yield LintFinding(CODE, "error", path, _problem(who, field, value), _HELP)
    for index, leader in enumerate(people.leaders):
        if _PLACEHOLDER.fullmatch(fold(leader.name.strip())):
            path = ("people", "leaders", index, "name")
            yield LintFinding(CODE, "error", path, _problem(_LEADER, "name", leader.name), _HELP)
    for index, clause in enumerate(subject.protocol.clauses):
        if clause.ask in _ROLES and getattr(people, clause.ask) is None:
            yield LintFinding(
                CODE,
                "error",
                ("clauses", index, "ask"),
                {
                    "nl": f"`{clause.id}` verwijst naar `{clause.ask}`, maar die is er niet",
                    "en": f"`{clause.id}` refers to `{clause.ask}`, who is not there",
                },
                {
                    "nl": f"vul `people.{clause.ask}` in, of noem iemand anders",
                    "en": f"fill in `people.{clause.ask}`, or name someone else",
                },
            )


def _problem(who: Text, field: str, value: str | None) -> Text:
    if value is None:
        return {
            "nl": f"er staat niet hoe je {who['nl']} bereikt",
            "en": f"it does not say how to reach {who['en']}",
        }
    what = {"name": ("de naam", "the name"), "reach": ("het adres", "the address")}[field]
    return {
        "nl": f"{what[0]} van {who['nl']} is niet ingevuld: ‘{value}’",
        "en": f"{what[1]} of {who['en']} is not filled in: ‘{value}’",
    }
