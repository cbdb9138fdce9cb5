"""A ban on "negative statements" or "reputational harm" that nobody can measure.

## What it does
Finds sentences that forbid, or punish, negative or critical statements, or harm to the
reputation, and do not say in the same clause what is meant.

## Why
Nobody can tell beforehand what such words cover, so they silence criticism that is protected.
What weighs is the kind of speech, the motive and damage that is *shown*: *Herbai v Hungary*
(ECtHR, 5 Nov 2019, 11608/15; source seen). In *Stelrad* (Rb. Limburg 13 Sept 2017,
ECLI:NL:RBLIM:2017:8716; source seen) a claim failed because no harm was shown.

## Example
> Employees refrain from any negative statement about the company.

## Use instead
> You may criticise. By an insult we mean: calling a person names.
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import Stance, denies
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L003"
PROSE = True
DOC_NL = """
Een verbod op ‘negatieve uitlatingen’ of ‘imagoschade’ dat niemand kan meten.

## Wat het doet
Vindt zinnen die negatieve of kritische uitlatingen of schade aan de reputatie verbieden of
bestraffen, zonder dat hetzelfde artikel zegt wat daarmee bedoeld is.

## Waarom
Niemand weet vooraf wat zulke woorden omvatten. Zo verdwijnt ook kritiek die beschermd is. Wat
weegt is het soort uiting, het motief en schade die *vaststaat*: *Herbai tegen Hongarije* (EHRM, 5
november 2019, 11608/15; bron gezien). In *Stelrad* (Rb. Limburg 13 september 2017,
ECLI:NL:RBLIM:2017:8716; bron gezien) werd een eis afgewezen omdat er geen schade bleek.

## Voorbeeld
> Medewerkers onthouden zich van iedere negatieve uitlating over het bedrijf.

## Liever zo
> Kritiek mag. Met een belediging bedoelen we: iemand uitschelden.
"""

PROBLEM: Text = {
    "nl": "‘{quote}’ verbiedt iets wat nergens is omschreven",
    "en": "‘{quote}’ forbids something that is defined nowhere",
}
HELP: Text = {
    "nl": "zeg precies wat niet kan, met een voorbeeld, of schrijf in dit artikel wat je bedoelt",
    "en": "say exactly what is not done and give an example, or write in this clause what you mean",
}

_WORDS = phrases(__package__, "vague_harm")
_VAGUE = _WORDS["vague"]
_PUNISHES = _WORDS["punishes"]
_DEFINED = _WORDS["defined"]
_NOT_OF_STAFF = _WORDS["not_of_staff"]


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence that bans what only the employer can recognise."""
    for said in subject.statements:
        if not any(_is_vague_ban(part, said) for part in said.parts):
            continue
        around = said.words if said.clause is None else subject.of_clause(said.clause, said.lang)
        if not _DEFINED[said.lang].search(around):
            yield said.finding(CODE, "error", PROBLEM, HELP)


def _is_vague_ban(part: Part, said: Statement) -> bool:
    vague = _VAGUE[said.lang]
    if not vague.search(part.words) or _NOT_OF_STAFF[said.lang].search(part.words):
        return False
    match part.stance:
        case Stance.FORBIDS:
            return True
        case Stance.DENIES:
            return denies(part.words, vague, said.lang)
        case Stance.STATES | Stance.OBLIGES | Stance.PERMITS:
            return bool(_PUNISHES[said.lang].search(part.words)) and not _is_denied(part, said)
        case _:
            return False


def _is_denied(part: Part, said: Statement) -> bool:
    return denies(part.words, _PUNISHES[said.lang], said.lang)
