"""The ways in which `respect` finds something, with what makes the same words harmless."""

from afspraak.engine.respect import exclusion, groups, insults, threats
from afspraak.engine.respect.making import no
from afspraak.engine.rule import Condition, Part, Pattern, WordSet

_QUOTATIONS = (
    Pattern('"[^"]{1,400}"', left="", right=""),
    Pattern("'(?:[^']|'[a-z]){2,400}'", left="word", right="word"),
)


def all_parts(fine: tuple[str, ...]) -> tuple[Part, ...]:
    """Every part; nothing is found in a quotation, nor in one of the phrases that are `fine`."""
    guards = (
        Condition(WordSet(fine, patterns=_QUOTATIONS), "inside", absent=True),
        no("reporting", "sentence"),
        no("counter", "post"),
    )
    about_people = (*guards, no("not_people", "post"))
    return (
        *threats.threats(about_people),
        *threats.wishes(about_people),
        *groups.groups(guards),
        *exclusion.exclusion(guards),
        *exclusion.orders(about_people),
        *exclusion.they(about_people),
        *insults.insults(guards),
    )
