"""A duty to report wrongdoing only inside the organisation, or inside first.

## What it does
Finds sentences that forbid to bring wrongdoing outside, allow it only inside, or oblige to report
it inside first. *Advice* to begin inside is fine.

## Why
Public disclosure can be protected by law: Wet bescherming klokkenluiders, art. 17ea (text seen).
Clauses that take away the right to report are void under art. 17h (seen in a secondary source). A
protocol may advise to begin inside; it may not forbid the rest.

## Example
> Wrongdoing may only be reported internally, never to the press.

## Use instead
> You may report wrongdoing inside or outside. Inside is often faster; you choose.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import NEGATION, Stance
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L005"
PROSE = True
DOC_NL = """
Een plicht om misstanden alleen binnen, of eerst binnen, te melden.

## Wat het doet
Vindt zinnen die verbieden om een misstand naar buiten te brengen, die het alleen binnen toestaan
of die verplichten eerst binnen te melden. *Aanraden* om binnen te beginnen mag.

## Waarom
Openbaar maken kan beschermd zijn door de wet: Wet bescherming klokkenluiders, artikel 17ea (tekst
gezien). Bepalingen die het recht om te melden wegnemen, zijn nietig volgens artikel 17h (gezien
in een secundaire bron). Een protocol mag aanraden om binnen te beginnen, niet de rest verbieden.

## Voorbeeld
> Misstanden meld je uitsluitend intern, nooit bij de pers.

## Liever zo
> Je mag een misstand binnen of buiten melden. Binnen gaat vaak sneller; jij kiest.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ laat een misstand alleen, of eerst, binnen melden",
    "en": "‘{quote}’ has wrongdoing reported only inside, or inside first",
}
HELP: Text = {
    "nl": "schrijf dat melden binnen én buiten mag; aanraden om binnen te beginnen is goed",
    "en": "say that reporting inside and outside are both allowed; advice to begin inside is fine",
}

_WORDS = phrases(__package__, "report_only_inside")
_WRONG = _WORDS["wrong"]
_OUTSIDE = _WORDS["outside"]
_INSIDE = _WORDS["inside"]
_ONLY = _WORDS["only"]
_FIRST = _WORDS["first"]
_STAYS = _WORDS["stays"]
_LEAVE = _WORDS["leave"]
_EITHER = _WORDS["either"]
_ADVICE = _WORDS["advice"]
_REPORT = _WORDS["report"]


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence that closes the way outside."""
    for said in subject.statements:
        if not _WRONG[said.lang].search(said.words):
            continue
        if any(_keeps_inside(part, said) for part in said.parts):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _keeps_inside(part: Part, said: Statement) -> bool:
    lang, words = said.lang, part.words
    if _STAYS[lang].search(words) and not NEGATION[lang].search(words):
        return True
    outside = _OUTSIDE[lang].search(words)
    if _EITHER[lang].search(words) or not (outside or _REPORT[lang].search(words)):
        return False
    if outside and part.stance in {Stance.FORBIDS, Stance.DENIES}:
        return True
    if outside and _LEAVE[lang].search(words) and _ONLY[lang].search(words):
        return True
    if not _INSIDE[lang].search(words) or part.stance is Stance.FREES:
        return False
    if part.stance is Stance.OBLIGES:
        return bool(_FIRST[lang].search(words)) and not _ADVICE[lang].search(words)
    if NEGATION[lang].search(words):
        return False
    return bool(_ONLY[lang].search(words)) and not _ADVICE[lang].search(words)
