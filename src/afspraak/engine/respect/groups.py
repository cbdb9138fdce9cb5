"""Contempt and hate for a whole group of people."""

from afspraak.diagnostics import Text
from afspraak.engine.respect.making import Conditions, no, part, some
from afspraak.engine.rule import Part

GROUP: Text = {
    "nl": "zo zet je een groep mensen weg",
    "en": "this runs down a group of people",
}
HATE: Text = {
    "nl": "zo klinkt haat tegen een groep mensen",
    "en": "this sounds like hate against a group of people",
}
SLUR: Text = {
    "nl": "een scheldnaam voor mensen",
    "en": "a slur for people",
}


def groups(guards: Conditions) -> tuple[Part, ...]:
    """What runs down a group, hates it or calls it names."""
    denied = (no("negation", "near", 3),)
    aside = no("prepositions", "before")
    said = (
        *guards,
        aside,
        no("elsewhere", "after", 2),
        no("prepositions", "after", 1),
    )
    are = some("copulas", "near", 4)
    hated = (*guards, no("negation", "after", 2), no("refused", "before", 3))
    return (
        part("group-is", GROUP, "groups", are, some("predicates", "after", 4), *said, *denied),
        part("group-called", GROUP, "groups", are, some("called", "after", 2), *said, *denied),
        part("group-is-not", GROUP, "groups", are, some("is_not", "after", 3), *said),
        part(
            "role-is",
            GROUP,
            "roles",
            some("copulas_role", "after"),
            some("dehumanising", "after", 2),
            *said,
            *denied,
        ),
        part(
            "group-against",
            GROUP,
            "groups",
            some("against", "after", 1),
            *guards,
            no("negation", "before", 4),
            aside,
        ),
        part(
            "group-does",
            GROUP,
            "groups",
            some("does", "after", 1),
            *guards,
            *denied,
            no("denied_after", "after", 6),
            aside,
        ),
        part("group-hate", HATE, "groups", some("hate", "before"), *hated),
        part(
            "group-hate-all",
            HATE,
            "groups",
            some("hop", "before"),
            some("hate", "before", 2),
            *hated,
        ),
        part("group-stand", HATE, "groups", some("can", "before"), some("stand", "after"), *guards),
        part("they-hate", HATE, "they_hate", some("groups", "post"), *hated),
        part(
            "group-dirty",
            SLUR,
            "groups",
            some("dirty", "before"),
            *guards,
            no("self", "before", 3),
        ),
        part(
            "they-are",
            GROUP,
            "dehumanising",
            some("they_are", "before", 1),
            some("groups", "post"),
            *guards,
            aside,
            no("negation", "before", 2),
        ),
    )
