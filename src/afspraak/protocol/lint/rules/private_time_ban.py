"""A ban on social media that reaches breaks or private time.

## What it does
Finds sentences that forbid the *use* of social media, a phone or an account of one's own in
breaks or private time, always, or without saying when. A ban during working hours (`stance:
not-while-working`) is fine, and so is a rule about *what* one may not post.

## Why
Private life includes contact with others and does not stop at the office door: *Niemietz v
Germany* (ECtHR, 16 Dec 1992, 13710/88; source seen). A total ban claims time that is not the
employer's.

## Example
> Social media are forbidden at all times, also during breaks.

## Use instead
> While you are at work, you leave social media for a moment. In your break you are free.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import NEGATION, Stance, denies
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L002"
PROSE = True
DOC_NL = """
Een verbod op social media dat de pauze of privétijd raakt.

## Wat het doet
Vindt zinnen die het *gebruik* van social media, een telefoon of een eigen account verbieden in de
pauze of in privétijd, altijd, of zonder te zeggen wanneer. Een verbod tijdens het werk (`stance:
not-while-working`) mag, en een regel over *wat* je niet plaatst ook.

## Waarom
Contact met anderen hoort bij het privéleven, en dat stopt niet bij de deur van het werk:
*Niemietz tegen Duitsland* (EHRM, 16 december 1992, 13710/88; bron gezien). Een totaal verbod legt
beslag op tijd die niet van de werkgever is.

## Voorbeeld
> Social media zijn te allen tijde verboden, ook in de pauze.

## Liever zo
> Terwijl je werkt, laat je social media even liggen. In de pauze ben je vrij.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ verbiedt social media ook in de pauze of in privétijd",
    "en": "‘{quote}’ forbids social media in breaks or private time too",
}
HELP: Text = {
    "nl": "zeg wanneer je het liever niet hebt (tijdens het werk) en dat de pauze vrij is",
    "en": "say when you would rather not have it (while working) and that breaks are free",
}

_WORDS = phrases(__package__, "private_time_ban")
_USE = _WORDS["use"]
_CONTENT = _WORDS["content"]
_FREE_TIME = _WORDS["free_time"]
_OUTSIDE_BREAKS = _WORDS["outside-breaks"]
_PHONE_OFF = _WORDS["phone-off"]
_FREE = _WORDS["free"]
_WHILE_WORKING = _WORDS["while_working"]
# "on social media you may not post client data" forbids a content, not the use.
# "… forbidden, in the break you are free": the break is an exception.


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence that bans the use of social media beyond working hours."""
    for said in subject.statements:
        if any(_reaches_private_time(part, said) for part in said.parts):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _reaches_private_time(part: Part, said: Statement) -> bool:
    lang = said.lang
    if _PHONE_OFF[lang].search(part.words) and part.stance not in {Stance.PERMITS, Stance.FREES}:
        return bool(_FREE_TIME[lang].search(_OUTSIDE_BREAKS[lang].sub(" ", part.words)))
    use = _USE[lang].search(part.words)
    if not use or _CONTENT[lang].search(part.words):
        return False
    forbids = part.stance is Stance.FORBIDS or (
        part.stance is Stance.DENIES and denies(part.words, _USE[lang], lang, within=3)
    )
    if not forbids:
        return False
    for chunk in _OUTSIDE_BREAKS[lang].sub(" ", part.words).split(","):
        if _FREE_TIME[lang].search(chunk):
            return bool(NEGATION[lang].search(chunk)) or not _FREE[lang].search(chunk)
    return not _WHILE_WORKING[lang].search(part.words)
