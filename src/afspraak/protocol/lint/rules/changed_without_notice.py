"""A protocol that one side may change at any time, without notice.

## What it does
Finds sentences that let the employer change the agreements without notice, at any time, at its
own discretion, or one-sidedly.

## Why
What people signed must be what holds. Rules that process staff data or are suited to observe
staff need the works council's consent, and without it the council can call the decision void
within a month: art. 27(1)(k), (l) WOR (k and l seen with the Dutch data protection authority; the
month in a secondary source). A rule weighs only when it was known on the day: *Fair Play Centers*
(Rb. Limburg 31 March 2015, ECLI:NL:RBLIM:2015:2660; source seen).

## Example
> The company may change this policy at any time without notice.

## Use instead
> With a new version you see what is new before it starts to hold.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import NEGATION
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L011"
PROSE = True
DOC_NL = """
Een protocol dat één kant altijd en zonder aankondiging mag wijzigen.

## Wat het doet
Vindt zinnen waarmee de werkgever de afspraken mag wijzigen zonder aankondiging, op elk moment,
naar eigen inzicht of eenzijdig.

## Waarom
Wat mensen tekenden, moet zijn wat geldt. Regels die personeelsgegevens verwerken of geschikt zijn
om personeel te volgen, vragen instemming van de ondernemingsraad; zonder instemming kan de raad
binnen een maand de nietigheid inroepen: artikel 27, eerste lid, onder k en l, WOR (k en l gezien
bij de Autoriteit Persoonsgegevens; de maand in een secundaire bron). Een regel weegt pas als die
op de dag zelf bekend was: *Fair Play Centers* (Rb. Limburg 31 maart 2015,
ECLI:NL:RBLIM:2015:2660; bron gezien).

## Voorbeeld
> Het bedrijf kan dit beleid op elk moment zonder aankondiging wijzigen.

## Liever zo
> Bij een nieuwe versie zie je wat er anders is, voordat hij gaat gelden.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ laat één kant de afspraken zomaar veranderen",
    "en": "‘{quote}’ lets one side change the agreements just like that",
}
HELP: Text = {
    "nl": "zeg wie meebeslist over een wijziging en hoe mensen die vooraf te zien krijgen",
    "en": "say who has a say in a change and how people see it beforehand",
}

_WORDS = phrases(__package__, "changed_without_notice")
_CHANGE = _WORDS["change"]
_AT_WILL = _WORDS["at_will"]
_UNANNOUNCED = _WORDS["unannounced"]
_RULES = _WORDS["rules"]
_READERS_OWN = _WORDS["readers_own"]


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence by which the text can change under people's hands."""
    for said in subject.statements:
        if any(_changes_at_will(part, said) for part in said.parts):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _changes_at_will(part: Part, said: Statement) -> bool:
    lang, words = said.lang, part.words
    return bool(
        _CHANGE[lang].search(words)
        and _RULES[lang].search(words)
        and not _READERS_OWN[lang].search(words)
        and (
            _UNANNOUNCED[lang].search(words)
            or (_AT_WILL[lang].search(words) and not NEGATION[lang].search(words))
        )
    )
