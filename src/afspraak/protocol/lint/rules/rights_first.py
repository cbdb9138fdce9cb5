"""A protocol that does not begin with the rights of the people who sign it.

## What it does
Asks for a clause about rights, as the first clause. It is known by its id (`rights`), else by its
title, else because it grants at least two rights.

## Why
Whoever reads only the first page should know what is always allowed: to have an opinion, to speak
for a union, to talk about one's own pay, to report wrongdoing. A chilling effect begins with the
order of a text. No rule prescribes the order: it is a choice of this product. The rights
themselves are not: *Herbai v Hungary* (ECtHR, 5 Nov 2019, 11608/15) and *Straume v Latvia*
(ECtHR, 2 June 2022, 59402/14) protect what employees and unions say (sources seen).

## Example
> 1. What is forbidden …

## Use instead
> 1. Your rights first. You may say what you think, also about your work …
"""

from collections.abc import Iterator

from afspraak.diagnostics import Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.recognise import rights_clause
from afspraak.protocol.lint.subject import Subject

CODE = "L001"
PROSE = False
DOC_NL = """
Een protocol dat niet begint met de rechten van wie het tekent.

## Wat het doet
Vraagt om een artikel over rechten, als eerste artikel. Het herkent dat aan het id (`rights`),
anders aan de titel, anders doordat het minstens twee rechten geeft.

## Waarom
Wie alleen de eerste bladzijde leest, moet weten wat altijd mag: iets vinden, voor de bond
spreken, over je eigen loon praten, een misstand melden. Mensen afschrikken begint met de volgorde
van een tekst. Geen regel schrijft die volgorde voor: dat is een keuze van dit product. De rechten
zelf liggen wel vast: *Herbai tegen Hongarije* (EHRM, 5 november 2019, 11608/15) en *Straume tegen
Letland* (EHRM, 2 juni 2022, 59402/14) beschermen wat werknemers en bonden zeggen (bronnen
gezien).

## Voorbeeld
> 1. Wat verboden is …

## Liever zo
> 1. Eerst jouw rechten. Je mag zeggen wat je vindt, ook over je werk …
"""

_HELP: Text = {
    "nl": "zet een artikel met rechten vooraan: mening, vakbond, eigen loon, misstanden, privétijd",
    "en": "put a clause of rights first: opinion, union, own pay, wrongdoing, private time",
}


_NONE: Text = {
    "nl": "er is geen artikel dat zegt wat mensen altijd mogen",
    "en": "no clause says what people may always do",
}


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding when the rights are missing or do not come first."""
    index = rights_clause(subject)
    if index is None:
        yield LintFinding(CODE, "error", ("clauses",), _NONE, _HELP)
    elif index > 0:
        clause = subject.protocol.clauses[index]
        late: Text = {
            "nl": f"de rechten (`{clause.id}`) staan op plaats {index + 1} en niet vooraan",
            "en": f"the rights (`{clause.id}`) come in place {index + 1}, not first",
        }
        yield LintFinding(CODE, "error", ("clauses", index), late, _HELP)
