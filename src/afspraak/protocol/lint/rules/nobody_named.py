"""A clause that nothing checks and nobody answers for.

## What it does
Asks of every clause that it has at least one rule, or names in `ask` whom to go to.

## Why
What cannot be checked and has nobody to explain it is decoration, and becomes a stick when
something goes wrong. A choice of this product; no rule prescribes it.

## Example
> - id: decency
>   text: Behave decently.

## Use instead
> - id: decency
>   ask: manager
>   text: Behave decently. In doubt? Ask Sanne.
"""

from collections.abc import Iterator

from afspraak.protocol.lint.finding import LintFinding
from afspraak.protocol.lint.subject import Subject

CODE = "L015"
PROSE = False
DOC_NL = """
Een artikel dat niets controleert en waar niemand voor staat.

## Wat het doet
Vraagt van elk artikel dat het minstens één regel heeft, of bij `ask` noemt naar wie je toe kunt.

## Waarom
Wat niet te controleren is en door niemand wordt uitgelegd, is versiering, en wordt een stok om
mee te slaan zodra er iets misgaat. Een keuze van dit product; geen regel schrijft het voor.

## Voorbeeld
> - id: fatsoen
>   text: Gedraag je netjes.

## Liever zo
> - id: fatsoen
>   ask: manager
>   text: Gedraag je netjes. Twijfel je? Vraag het Sanne.
"""


def check(subject: Subject) -> Iterator[LintFinding]:
    """One finding a clause without rules and without somebody to ask."""
    for index, clause in enumerate(subject.protocol.clauses):
        if not clause.rules and not clause.ask:
            yield LintFinding(
                CODE,
                "warning",
                ("clauses", index),
                {
                    "nl": f"`{clause.id}` heeft geen regel en niemand om het aan te vragen",
                    "en": f"`{clause.id}` has no rule and nobody to ask about it",
                },
                {
                    "nl": "noem bij `ask` wie dit uitlegt, of voeg een regel toe",
                    "en": "name in `ask` who explains this, or add a rule",
                },
            )
