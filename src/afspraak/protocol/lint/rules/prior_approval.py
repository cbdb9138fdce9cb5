"""A duty to have private posts approved or checked before posting.

## What it does
Finds sentences that oblige to ask leave, or to run the self-check, before posting on a private
account. Approval of posts of the organisation itself, and leave from the people in a picture, are
left alone.

## Why
Asking leave beforehand for what one says in private stops more than it should. What employees say
is protected: *Herbai v Hungary* (ECtHR, 5 Nov 2019, 11608/15; source seen). That the self-check
can never be made compulsory is a choice of this product.

## Example
> Every private post about work must be approved by the communications department.

## Use instead
> In doubt? You may ask Sanne. You decide yourself.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import Stance
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L022"
PROSE = True
DOC_NL = """
Een plicht om privéberichten vooraf te laten goedkeuren of controleren.

## Wat het doet
Vindt zinnen die verplichten om toestemming te vragen, of de zelfcheck te doen, voordat je op een
privéaccount iets plaatst. Akkoord op berichten van de organisatie zelf, en toestemming van wie op
een foto staat, tellen niet mee.

## Waarom
Vooraf toestemming vragen voor wat je privé zegt, houdt meer tegen dan nodig is. Wat werknemers
zeggen, is beschermd: *Herbai tegen Hongarije* (EHRM, 5 november 2019, 11608/15; bron gezien). Dat
de zelfcheck nooit verplicht is, is een keuze van dit product.

## Voorbeeld
> Ieder privébericht over het werk moet worden goedgekeurd door de afdeling communicatie.

## Liever zo
> Twijfel je? Dan mag je het Sanne vragen. Je beslist zelf.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ laat privéberichten vooraf goedkeuren of controleren",
    "en": "‘{quote}’ has private posts approved or checked beforehand",
}
HELP: Text = {
    "nl": "maak er een aanbod van: wie twijfelt, mag het vragen en beslist zelf",
    "en": "make it an offer: who is in doubt may ask, and decides",
}

_WORDS = phrases(__package__, "prior_approval")
_APPROVAL = _WORDS["approval"]
_PRIVATE = _WORDS["private"]
_POST = _WORDS["post"]
_OF_OTHERS = _WORDS["of_others"]


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence that puts a gate before private speech."""
    for said in subject.statements:
        if any(_gates_private_posts(part, said) for part in said.parts):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _gates_private_posts(part: Part, said: Statement) -> bool:
    lang, words = said.lang, part.words
    if part.stance not in {Stance.OBLIGES, Stance.FORBIDS, Stance.DENIES}:
        return False
    return bool(
        _APPROVAL[lang].search(words)
        and _PRIVATE[lang].search(words)
        and _POST[lang].search(words)
        and not _OF_OTHERS[lang].search(words)
        and (part.stance is Stance.OBLIGES or "zonder" in words or "without" in words)
    )
