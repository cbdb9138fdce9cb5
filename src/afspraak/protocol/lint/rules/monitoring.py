"""Monitoring of people without purpose, term and viewer.

## What it does
Finds sentences that say, or allow, that the use, the accounts or the posts of people are
monitored, and asks that the same clause says for what, how long it is kept, and who sees it.

## Why
*Bărbulescu v Romania* (ECtHR Grand Chamber, 5 Sept 2017, 61496/08; judgment seen, its six factors
in a secondary source): people must be told beforehand that and how, with a reason, a limit and
safeguards. Provisions suited to observe staff need the works council's consent: art. 27(1)(l) WOR
(seen with the Dutch data protection authority).

## Example
> The company may monitor the use of social media by employees.

## Use instead
> What: … Purpose: … Who sees it: … How long: …
"""

from collections.abc import Iterator

from afspraak.diagnostics import Lang, Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import phrases
from afspraak.protocol.lint.stance import Stance
from afspraak.protocol.lint.subject import Part, Statement, Subject

CODE = "L008"
PROSE = True
DOC_NL = """
Toezicht op mensen zonder doel, termijn en wie het ziet.

## Wat het doet
Vindt zinnen die zeggen of toestaan dat het gebruik, de accounts of de berichten van mensen worden
gecontroleerd, en vraagt dat hetzelfde artikel zegt waarvoor, hoelang het bewaard blijft en wie
het ziet.

## Waarom
*Bărbulescu tegen Roemenië* (EHRM Grote Kamer, 5 september 2017, 61496/08; uitspraak gezien, de
zes factoren in een secundaire bron): mensen moeten vooraf weten dat en hoe het gebeurt, met een
reden, een grens en waarborgen. Regels die geschikt zijn om personeel te volgen, vragen instemming
van de ondernemingsraad: artikel 27, eerste lid, onder l, WOR (gezien bij de Autoriteit
Persoonsgegevens).

## Voorbeeld
> Het bedrijf kan het gebruik van social media door medewerkers controleren.

## Liever zo
> Wat: … Doel: … Wie het ziet: … Hoe lang: …
"""

_MISSING: dict[str, Text] = {
    "purpose": {"nl": "waarvoor", "en": "what for"},
    "term": {"nl": "hoelang", "en": "how long"},
    "viewer": {"nl": "wie het ziet", "en": "who sees it"},
}
HELP: Text = {
    "nl": "schrijf in hetzelfde artikel het doel, de termijn en wie het ziet, of doe het niet",
    "en": "write the purpose, the term and who sees it in the same clause, or do not do it",
}

_WORDS = phrases(__package__, "monitoring")
_MONITOR = _WORDS["monitor"]
_OF_STAFF = _WORDS["of_staff"]
_BY_US = _WORDS["by_us"]
_HARMLESS_CHECK = _WORDS["harmless_check"]
_PURPOSE = _WORDS["purpose"]
_TERM = _WORDS["term"]
_VIEWER = _WORDS["viewer"]
# Facts, drafts for our own channels and one's own check are no monitoring of people.


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a sentence about monitoring, with what the clause does not say."""
    for said in subject.statements:
        if not any(_monitors(part, said) for part in said.parts):
            continue
        around = said.words if said.clause is None else subject.of_clause(said.clause, said.lang)
        missing = _missing(around, said.lang)
        if missing:
            yield said.finding(CODE, "error", _problem(missing), HELP)


def _monitors(part: Part, said: Statement) -> bool:
    lang, words = said.lang, part.words
    if part.stance in {Stance.FORBIDS, Stance.DENIES, Stance.FREES}:
        return False
    return bool(
        _MONITOR[lang].search(words)
        and _OF_STAFF[lang].search(words)
        and _BY_US[lang].search(words)
        and not _HARMLESS_CHECK[lang].search(words)
    )


def _missing(clause: str, lang: Lang) -> list[str]:
    asked = {"purpose": _PURPOSE, "term": _TERM, "viewer": _VIEWER}
    return [name for name, words in asked.items() if not words[lang].search(clause)]


def _problem(missing: list[str]) -> Text:
    nl = ", ".join(_MISSING[name]["nl"] for name in missing)
    en = ", ".join(_MISSING[name]["en"] for name in missing)
    return {
        "nl": f"‘{{quote}}’ gaat over toezicht, maar het artikel zegt niet {nl}",
        "en": f"‘{{quote}}’ is about monitoring, but the clause does not say {en}",
    }
