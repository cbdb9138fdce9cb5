"""A ban on talking about one's own pay.

## What it does
Finds sentences that forbid to talk, write or post about one's own pay, or that call it a secret.
The pay of somebody else is another matter and is left alone.

## Why
Workers may not be stopped from disclosing their pay in order to enforce equal pay, and clauses
that do so are not allowed: Directive (EU) 2023/970, art. 7(5) (seen in a secondary source).

## Example
> Your salary is confidential. You do not discuss it with colleagues.

## Use instead
> You may tell others what you earn.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import NEGATION, Stance, denies
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L004"
PROSE = True
DOC_NL = """
Een verbod om over je eigen loon te praten.

## Wat het doet
Vindt zinnen die verbieden om over het eigen loon te praten, te schrijven of te posten, of die het
geheim noemen. Het loon van een ander is iets anders; daar gaat deze regel niet over.

## Waarom
Werknemers mogen niet worden belemmerd om hun loon bekend te maken voor gelijke beloning, en
bepalingen die dat doen zijn niet toegestaan: Richtlijn (EU) 2023/970, artikel 7, vijfde lid
(gezien in een secundaire bron).

## Voorbeeld
> Je salaris is vertrouwelijk. Je bespreekt het niet met collega's.

## Liever zo
> Je mag vertellen wat je verdient.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ verbiedt om over het eigen loon te praten",
    "en": "‘{quote}’ forbids to talk about one's own pay",
}
HELP: Text = {
    "nl": "haal dit weg; schrijf eventueel dat je het loon van een ander niet zonder vragen noemt",
    "en": "take this out; if you like, say that the pay of someone else is not told without asking",
}

_WORDS = phrases(__package__, "own_pay_ban")
_PAY = _WORDS["pay"]
_OF_ANOTHER = _WORDS["of_another"]
_TALK = _WORDS["talk"]
_SECRET = _WORDS["secret"]


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence that keeps people from telling what they earn."""
    for said in subject.statements:
        if any(_bans_pay_talk(part, said) for part in said.parts):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _bans_pay_talk(part: Part, said: Statement) -> bool:
    lang = said.lang
    if not _PAY[lang].search(part.words) or _OF_ANOTHER[lang].search(part.words):
        return False
    if _SECRET[lang].search(part.words) and part.stance not in {Stance.PERMITS, Stance.FREES}:
        return not NEGATION[lang].search(part.words)
    if not _TALK[lang].search(part.words):
        return False
    return part.stance is Stance.FORBIDS or (
        part.stance is Stance.DENIES and denies(part.words, _TALK[lang], lang)
    )
