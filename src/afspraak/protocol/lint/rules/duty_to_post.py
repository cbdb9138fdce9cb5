"""A duty to post, share or like for the employer.

## What it does
Finds sentences that oblige employees to share, like or post the organisation's messages from an
account of their own, or so many times a week. The work of the desk on the organisation's own
channels is left alone.

## Why
What someone says in private is theirs, and so is silence. A choice of this product: no compulsory
advocacy; refusal leaves no trace. Posts on request also fall under advertising rules: the Dutch
Reclamecode Social Media & Influencer Marketing asks that the relation is clear (source seen).

## Example
> Every employee shares at least one company post a week.

## Use instead
> You choose if you share. Nobody keeps track of who does.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import Stance
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L007"
PROSE = True
DOC_NL = """
Een plicht om voor de werkgever te posten, te delen of te liken.

## Wat het doet
Vindt zinnen die medewerkers verplichten om berichten van de organisatie te delen, te liken of te
plaatsen op hun eigen account, of zoveel keer per week. Het werk van de redactie op de eigen
kanalen van de organisatie telt niet mee.

## Waarom
Wat iemand privé zegt, is van hem of haar, en zwijgen ook. Een keuze van dit product: ambassadeur
zijn is nooit verplicht en weigeren laat geen spoor na. Berichten op verzoek vallen bovendien
onder reclameregels: de Reclamecode Social Media & Influencer Marketing vraagt dat de relatie
duidelijk is (bron gezien).

## Voorbeeld
> Iedere medewerker deelt minstens één bericht van het bedrijf per week.

## Liever zo
> Je kiest zelf of je deelt. Niemand houdt bij wie dat doet.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ verplicht om voor de werkgever te posten, te delen of te liken",
    "en": "‘{quote}’ obliges to post, share or like for the employer",
}
HELP: Text = {
    "nl": "maak delen een vrije keuze en schrijf dat niemand bijhoudt wie het doet",
    "en": "make sharing a free choice and say that nobody keeps track of who does",
}

_WORDS = phrases(__package__, "duty_to_post")
_POST = _WORDS["post"]
_OURS = _WORDS["ours"]
_QUOTA = _WORDS["quota"]
_DESK = _WORDS["desk"]
_EVERYONE = _WORDS["everyone"]
_FLATLY = _WORDS["flatly"]
_HABIT = _WORDS["habit"]


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence that makes people speak for the employer."""
    for said in subject.statements:
        if any(_makes_post(part, said) for part in said.parts):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _makes_post(part: Part, said: Statement) -> bool:
    lang, words = said.lang, part.words
    if not _POST[lang].search(words) or _DESK[lang].search(words):
        return False
    ours, quota = _OURS[lang].search(words), _QUOTA[lang].search(words)
    if part.stance is Stance.OBLIGES:
        return bool(
            (ours or quota) and (_EVERYONE[lang].search(words) or _FLATLY[lang].search(words))
        )
    # "Every employee shares one of our posts a week": a duty in the form of a fact.
    return part.stance is Stance.STATES and bool(ours and quota and _HABIT[lang].search(words))
