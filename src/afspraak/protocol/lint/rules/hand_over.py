"""A duty to befriend the employer, to hand over a password or to open up a private account.

## What it does
Finds sentences that oblige, or ask, to accept a friend request, to follow the boss, to give a
password of one's own, or to show or register a private account. Passwords of the organisation's
own accounts are another matter.

## Why
An employer has no business in a private account, also when it is public: necessity and prior
notice come first, and nobody may be forced to be friends (WP29 opinion 2/2017 and the Dutch data
protection authority's do's and don'ts of 2017; seen in quotations). Even "voluntary" is not free
at work.

## Example
> Employees must accept a friend request from their manager.

## Use instead
> Nobody has to follow us, or show us a password or an account of their own.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import Stance
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L006"
PROSE = True
DOC_NL = """
Een plicht om vrienden te worden, een wachtwoord te geven of een eigen account te tonen.

## Wat het doet
Vindt zinnen die verplichten, of vragen, om een vriendschapsverzoek te aanvaarden, de baas te
volgen, een eigen wachtwoord te geven, of een privéaccount te laten zien of op te geven.
Wachtwoorden van de accounts van de organisatie zelf zijn iets anders.

## Waarom
Een werkgever heeft niets te zoeken in een privéaccount, ook niet als het openbaar is: eerst komen
noodzaak en vooraf vertellen, en niemand mag tot vriendschap worden gedwongen (WP29-opinie 2/2017
en de do's en don'ts van de Autoriteit Persoonsgegevens uit 2017; gezien in citaten). Ook
‘vrijwillig’ is op het werk niet vrij.

## Voorbeeld
> Medewerkers moeten een vriendschapsverzoek van hun leidinggevende accepteren.

## Liever zo
> Niemand hoeft ons te volgen, of een wachtwoord of een eigen account te laten zien.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ verplicht om de werkgever in een eigen account toe te laten",
    "en": "‘{quote}’ obliges to let the employer into an account of one's own",
}
HELP: Text = {
    "nl": "haal dit weg; alleen wat bij accounts van de organisatie hoort, mag je terugvragen",
    "en": "take this out; only what belongs to the organisation's accounts may be asked back",
}

_WORDS = phrases(__package__, "hand_over")
_HAND = _WORDS["hand"]
_PASSWORD = _WORDS["password"]
_OWN_ACCOUNT = _WORDS["own_account"]
_COMPANY = _WORDS["company"]
_BEFRIEND = _WORDS["befriend"]
_REQUEST = _WORDS["request"]
_KEEP = _WORDS["keep"]
_STAFF = _WORDS["staff"]
_IMPERATIVE = _WORDS["imperative"]


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence that makes people open a door of their own."""
    for said in subject.statements:
        if any(_opens_a_door(part, said) for part in said.parts):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _opens_a_door(part: Part, said: Statement) -> bool:
    lang, words = said.lang, part.words
    asked = part.stance is Stance.OBLIGES or (
        part.stance in {Stance.STATES, Stance.PERMITS}
        and any(way[lang].search(words) for way in (_IMPERATIVE, _REQUEST, _STAFF))
    )
    if not asked:
        return False
    if _BEFRIEND[lang].search(words):
        return True
    if _KEEP[lang].search(words) or _COMPANY[lang].search(words):
        return False
    wanted = _PASSWORD[lang].search(words) or _OWN_ACCOUNT[lang].search(words)
    return bool(wanted and _HAND[lang].search(words))
