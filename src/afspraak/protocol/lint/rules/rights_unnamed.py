"""A clause on rights that leaves out a right.

## What it does
Asks that the clause on rights speaks of four things: opinion, union or works council, one's own
pay, and reporting wrongdoing.

## Why
These are the four that protocols most easily step on. Sources: *Herbai v Hungary* (ECtHR 2019;
seen), *Straume v Latvia* (ECtHR 2022; seen), Directive (EU) 2023/970, art. 7(5) (secondary
source), Wet bescherming klokkenluiders, art. 17ea (text seen). That a protocol must name them is
a choice of this product.

## Example
> Your rights. You may have an opinion.

## Use instead
> You may say what you think, speak for a union, tell what you earn, and report what is badly wrong.
"""

from collections.abc import Iterator

from afspraak.diagnostics import LANGUAGES, Text
from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.recognise import RIGHTS, rights_clause
from afspraak.protocol.lint.subject import Subject

CODE = "L021"
PROSE = True
DOC_NL = """
Een artikel over rechten dat een recht weglaat.

## Wat het doet
Vraagt dat het artikel over rechten vier dingen noemt: mening, vakbond of ondernemingsraad, het
eigen loon, en misstanden melden.

## Waarom
Op deze vier stapt een protocol het makkelijkst. Bronnen: *Herbai tegen Hongarije* (EHRM 2019;
gezien), *Straume tegen Letland* (EHRM 2022; gezien), Richtlijn (EU) 2023/970, artikel 7, vijfde
lid (secundaire bron), Wet bescherming klokkenluiders, artikel 17ea (tekst gezien). Dat een
protocol ze moet noemen, is een keuze van dit product.

## Voorbeeld
> Jouw rechten. Je mag een mening hebben.

## Liever zo
> Je mag zeggen wat je vindt, voor de bond spreken, vertellen wat je verdient en melden wat ernstig
> fout gaat.
"""

_NAMES: dict[str, Text] = {
    "speech": {"nl": "een mening", "en": "opinion"},
    "union": {"nl": "de vakbond of ondernemingsraad", "en": "the union or works council"},
    "pay": {"nl": "het eigen loon", "en": "one's own pay"},
    "misconduct": {"nl": "misstanden melden", "en": "reporting wrongdoing"},
}


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a language in which the clause on rights leaves something out."""
    index = rights_clause(subject)
    if index is None:
        return
    for lang in LANGUAGES:
        text = subject.of_clause(index, lang)
        missing = [name for name, words in RIGHTS.items() if not words[lang].search(text)]
        if lang in subject.protocol.clauses[index].text and missing:
            nl, en = (", ".join(_NAMES[name][each] for name in missing) for each in LANGUAGES)
            yield LintFinding(
                CODE,
                "warning",
                ("clauses", index, "text", lang),
                {
                    "nl": f"het artikel over rechten noemt niet: {nl}",
                    "en": f"the clause on rights does not mention: {en}",
                },
                {
                    "nl": "noem deze rechten, zodat niemand hoeft te gokken",
                    "en": "name these rights, so that nobody has to guess",
                },
            )
