"""The ways in which `respect` finds something, with what makes the same words harmless."""

from afspraak.engine.respect import groups, insults, threats
from afspraak.engine.respect.making import Conditions, no
from afspraak.engine.rule import Condition, Part, Pattern, WordSet

_QUOTATION = WordSet(
    patterns=(
        Pattern('"[^"]{1,400}"', left="", right=""),
        Pattern("'(?:[^']|'[a-z]){2,400}'", left="word", right="word"),
    )
)


def all_parts(exempt: Conditions) -> tuple[Part, ...]:
    """Every part; `exempt` are conditions that each of them must meet too."""
    guards = (
        *exempt,
        Condition(_QUOTATION, "inside", absent=True),
        no("reporting", "sentence"),
        no("counter", "post"),
    )
    about_people = (*guards, no("not_people", "post"))
    return (
        *threats.threats(about_people),
        *threats.wishes(about_people),
        *groups.groups(guards),
        *insults.insults(guards),
    )
