"""A like or a follow treated as an offence.

## What it does
Finds sentences that forbid, or punish, to like or to follow something, or that put a like on a
par with writing it.

## Why
*Melike v Turkey* (ECtHR, 15 June 2021, 35786/19; source seen): a like is expression, but lighter
than writing or sharing; dismissal for it violated art. 10. Likes and follows also tell about
politics, belief and health.

## Example
> Liking or following extremist pages leads to measures.

## Use instead
> What counts is what you write or share yourself. A like is not that.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import NEGATION, Stance, denies
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L019"
PROSE = True
DOC_NL = """
Een like of volgen als overtreding.

## Wat het doet
Vindt zinnen die verbieden of bestraffen om iets te liken of te volgen, of die een like
gelijkstellen aan het zelf schrijven.

## Waarom
*Melike tegen Turkije* (EHRM, 15 juni 2021, 35786/19; bron gezien): een like is een uiting, maar
lichter dan schrijven of delen; ontslag daarvoor schond artikel 10. Likes en volgen zeggen
bovendien iets over politiek, geloof en gezondheid.

## Voorbeeld
> Het liken of volgen van extreme pagina's leidt tot maatregelen.

## Liever zo
> Het gaat om wat je zelf schrijft of deelt. Een like is dat niet.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ maakt van een like of volgen een overtreding",
    "en": "‘{quote}’ makes an offence of a like or a follow",
}
HELP: Text = {
    "nl": "laat likes en volgen weg; schrijf alleen over wat iemand zelf schrijft of deelt",
    "en": "leave likes and follows out; write only about what people write or share themselves",
}

_WORDS = phrases(__package__, "likes_as_offence")
_LIKE = _WORDS["like"]
_LIKE_VERB = _WORDS["like-verb"]
_NOT_THE_BUTTON = _WORDS["not_the_button"]
_PUNISHED = _WORDS["punished"]
# "people like us", "as you like", "what do you do with likes": the verb must have an object.


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence that reckons a like or a follow against people."""
    for said in subject.statements:
        if any(_reckons_a_like(part, said) for part in said.parts):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _reckons_a_like(part: Part, said: Statement) -> bool:
    lang, words = said.lang, part.words
    if not _LIKE[lang].search(words) or _NOT_THE_BUTTON[lang].search(words):
        return False
    if _PUNISHED[lang].search(words):
        return not NEGATION[lang].search(words) and part.stance is not Stance.FREES
    if part.stance is Stance.FORBIDS:
        return True
    return part.stance is Stance.DENIES and denies(words, _LIKE_VERB[lang], lang, within=3)
