"""A clause that is hard to read.

## What it does
Scores the text of each clause: Flesch for English, Flesch-Douma for Dutch. Under 60 it asks for
another look. The score is a proxy for language level B1, not a measurement of it: it sees only
long words and long sentences.

## Why
A rule counts only when people know it, and they know only what they can read. No rule prescribes
a score: it is a choice of this product.

## Example
> Employees are required to safeguard the confidentiality of commercially sensitive information.

## Use instead
> Some things are ours and not yet for the whole world.
"""

from collections.abc import Iterator

from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.subject import Subject
from afspraak.protocol.readability import B1_PROXY, score

CODE = "L018"
PROSE = True
DOC_NL = """
Een artikel dat moeilijk leest.

## Wat het doet
Geeft de tekst van elk artikel een cijfer: Flesch-Douma voor Nederlands, Flesch voor Engels. Onder
de 60 vraagt het om er nog eens naar te kijken. Het cijfer staat voor taalniveau B1, maar meet het
niet: het ziet alleen lange woorden en lange zinnen.

## Waarom
Een regel telt pas als mensen hem kennen, en ze kennen alleen wat ze kunnen lezen. Geen regel
schrijft een cijfer voor: het is een keuze van dit product.

## Voorbeeld
> Medewerkers dienen de vertrouwelijkheid van bedrijfsgevoelige informatie te waarborgen.

## Liever zo
> Sommige dingen horen bij ons en nog niet bij de hele wereld.
"""


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a clause and language that scores too low."""
    for index, clause in enumerate(subject.protocol.clauses):
        for lang, text in clause.text.items():
            ease = score(text, lang)
            if ease is not None and ease < B1_PROXY:
                name = "Flesch-Douma" if lang == "nl" else "Flesch"
                yield LintFinding(
                    CODE,
                    "warning",
                    ("clauses", index, "text", lang),
                    {
                        "nl": f"`{clause.id}` leest moeilijk: {name} {ease:.0f}, onder 60 (≈ B1)",
                        "en": f"`{clause.id}` is hard to read: {name} {ease:.0f}, under 60 (≈ B1)",
                    },
                    {
                        "nl": "maak zinnen korter, kies gewone woorden; het cijfer benadert B1",
                        "en": "use shorter sentences and plain words; the score is a proxy for B1",
                    },
                )
