"""A path after a mistake without hearing, or without a warning.

## What it does
Looks in the clause about what happens when things go wrong (id `incident`, or its title) for two
things: that people are heard before a decision, and that a warning comes before anything heavier.

## Why
*Blokker* (Ktr. Arnhem 19 March 2012, ECLI:NL:RBARN:2012:BV9483) had a written warning first; in
*JK Vloerverwarming* (Rb. Arnhem 11 April 2012, ECLI:NL:RBARN:2012:BW2006) there was no urgent
reason, partly because no last warning was given (sources seen). A dismissal failed for want of
hearing both sides in a Dutch case of May 2025 (press report).

## Example
> In case of a breach, management takes appropriate measures.

## Use instead
> We hear you before we decide. Then, if a talk does not help, you get a warning first.
"""

import re
from collections.abc import Iterator

from afspraak.diagnostics import LANGUAGES, Lang, Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.phrases import Patterns, phrases
from afspraak.protocol.lint.recognise import incident_clause
from afspraak.protocol.lint.stance import NEGATION
from afspraak.protocol.lint.subject import Subject

CODE = "L010"
PROSE = True
DOC_NL = """
Een weg na een fout zonder horen, of zonder waarschuwing.

## Wat het doet
Zoekt in het artikel over wat er gebeurt als het misgaat (id `incident`, of de titel) twee dingen:
dat mensen worden gehoord voordat er iets wordt besloten, en dat er een waarschuwing komt voor
iets zwaarders.

## Waarom
Bij *Blokker* (Ktr. Arnhem 19 maart 2012, ECLI:NL:RBARN:2012:BV9483) was er eerst een
schriftelijke waarschuwing; bij *JK Vloerverwarming* (Rb. Arnhem 11 april 2012,
ECLI:NL:RBARN:2012:BW2006) was er geen dringende reden, mede omdat een laatste waarschuwing
ontbrak (bronnen gezien). In een zaak van mei 2025 hield een ontslag geen stand omdat er geen hoor
en wederhoor was (persbericht).

## Voorbeeld
> Bij een overtreding neemt de directie passende maatregelen.

## Liever zo
> We horen jou voordat we iets besluiten. Helpt een gesprek niet, dan krijg je eerst een
> waarschuwing.
"""

_HELP: Text = {
    "nl": "schrijf dat je eerst de ander hoort en eerst waarschuwt, en wie er besluit",
    "en": "say that people are heard first and warned first, and who decides",
}
# "without hearing your side" and "no warning", but not "no fines and we hear you".
_WITHOUT: dict[Lang, re.Pattern[str]] = {
    "nl": re.compile(
        r"(?<!\w)(?:(?:zonder|in plaats van)\s+(?:[^\s,;:]+\s+){0,5}"
        r"|(?:geen|niet eerst|hoeft niet|hoeven niet)\s+(?:(?!we |wij |je |u )[^\s,;:]+\s+){0,2})$"
    ),
    "en": re.compile(
        r"(?<!\w)(?:(?:without|instead of)\s+(?:[^\s,;:]+\s+){0,5}"
        r"|(?:no|not first|need not)\s+(?:(?!we |you |they )[^\s,;:]+\s+){0,2})$"
    ),
}
_WORDS = phrases(__package__, "incident_path")
_HEARD = _WORDS["heard"]
_WARNED = _WORDS["warned"]
_ASKED: tuple[tuple[Patterns, Text], ...] = (
    (_HEARD, {"nl": "dat mensen eerst worden gehoord", "en": "that people are heard first"}),
    (_WARNED, {"nl": "dat er eerst een waarschuwing komt", "en": "that a warning comes first"}),
)


def check(subject: Subject) -> Iterator[LintFinding]:
    """What the incident clause does not promise, by language; or that there is none."""
    index = incident_clause(subject)
    if index is None:
        problem: Text = {
            "nl": "er is geen artikel over als het misgaat: horen, waarschuwen",
            "en": "no clause says what happens when things go wrong: hearing, warning",
        }
        yield LintFinding(CODE, "error", ("clauses",), problem, _HELP)
        return
    for lang in LANGUAGES:
        if lang not in subject.protocol.clauses[index].text:
            continue
        text = subject.of_clause(index, lang)
        for words, what in _ASKED:
            if not _promised(text, words, lang):
                clause = subject.protocol.clauses[index]
                yield LintFinding(
                    CODE,
                    "error",
                    ("clauses", index, "text", lang),
                    {
                        "nl": f"`{clause.id}` zegt niet {what['nl']}",
                        "en": f"`{clause.id}` does not say {what['en']}",
                    },
                    _HELP,
                )


def _promised(text: str, words: Patterns, lang: Lang) -> bool:
    """Whether the words occur other than after *without* or *no*."""
    for match in words[lang].finditer(text):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        denied = _WITHOUT[lang].search(before)
        # "Nobody is warned without being heard" promises it all the same.
        if not denied or NEGATION[lang].search(before, 0, denied.start()):
            return True
    return False
