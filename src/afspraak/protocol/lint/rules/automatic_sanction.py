"""A sanction that follows by itself, or a fine.

## What it does
Finds sentences in which a dismissal, warning or other measure follows automatically, "zero
tolerance", fixed ladders, and fines or deductions from pay. That a measure *can* follow, after
hearing, is fine.

## Why
A warning ladder may not run by itself: in *Air Products* (Rb. Rotterdam 12 Nov 2020,
ECLI:NL:RBROT:2020:13008, and Hof Den Haag 30 Aug 2021, ECLI:NL:GHDHA:2021:1575; sources seen in
part) summary dismissal went too far; a serious warning and a talk with the group was the fitting
step. *Seafarma* (Rb. Rotterdam 25 July 2023, ECLI:NL:RBROT:2023:6167; secondary source): zero
tolerance on paper does not replace a warning. No fines is a choice of this product.

## Example
> Whoever breaks this rule is dismissed immediately.

## Use instead
> Nothing goes by itself. We hear you first, and look for the lightest thing that helps.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import NEGATION, Stance
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L009"
PROSE = True
DOC_NL = """
Een sanctie die vanzelf volgt, of een boete.

## Wat het doet
Vindt zinnen waarin ontslag, een waarschuwing of een andere maatregel vanzelf volgt,
‘nultolerantie’, vaste trappen, en boetes of inhoudingen op het loon. Dat een maatregel na horen
*kan* volgen, is goed.

## Waarom
Een ladder van waarschuwingen mag niet vanzelf lopen: in *Air Products* (Rb. Rotterdam 12 november
2020, ECLI:NL:RBROT:2020:13008, en Hof Den Haag 30 augustus 2021, ECLI:NL:GHDHA:2021:1575; bronnen
deels gezien) ging ontslag op staande voet te ver; een ernstige waarschuwing en een gesprek met de
groep was de passende stap. *Seafarma* (Rb. Rotterdam 25 juli 2023, ECLI:NL:RBROT:2023:6167;
secundaire bron): nultolerantie op papier vervangt geen waarschuwing. Geen boetes is een keuze van
dit product.

## Voorbeeld
> Wie deze regel overtreedt, wordt direct ontslagen.

## Liever zo
> Niets gaat vanzelf. We horen je eerst en zoeken het lichtste wat helpt.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ laat een sanctie vanzelf volgen of kent een boete",
    "en": "‘{quote}’ lets a sanction follow by itself, or has a fine",
}
HELP: Text = {
    "nl": "schrijf dat er eerst wordt gehoord en gewogen, en laat boetes weg",
    "en": "say that people are heard and all is weighed first, and leave fines out",
}

_WORDS = phrases(__package__, "automatic_sanction")
_AUTOMATIC = _WORDS["automatic"]
_FINE = _WORDS["fine"]
_BY_OTHERS = _WORDS["by_others"]
_NOT_THE_SANCTION = _WORDS["not-the-sanction"]
_SOFT = _WORDS["soft"]


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence in which a measure needs nobody's judgment."""
    for said in subject.statements:
        if any(_goes_by_itself(part, said) for part in said.parts):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _goes_by_itself(part: Part, said: Statement) -> bool:
    lang, words = said.lang, part.words
    if _FINE[lang].search(words) and not _BY_OTHERS[lang].search(words):
        return not NEGATION[lang].search(words)
    automatic = _AUTOMATIC[lang].search(words)
    if not automatic or part.stance in {Stance.PERMITS, Stance.FREES}:
        return False
    softened = _SOFT[lang].search(_NOT_THE_SANCTION[lang].sub(" ", words[: automatic.end()]))
    return not softened or ("toleran" in automatic.group() and not NEGATION[lang].search(words))
