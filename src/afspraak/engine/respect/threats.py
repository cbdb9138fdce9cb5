"""Threats, and wishing people ill, dead or gone."""

from afspraak.diagnostics import Text
from afspraak.engine.respect.making import Conditions, no, part, some
from afspraak.engine.rule import Part

THREAT: Text = {
    "nl": "een dreigement",
    "en": "a threat",
}
WISH: Text = {
    "nl": "zo wens je mensen ziek, dood of weg",
    "en": "this wishes people ill, dead or gone",
}


def threats(guards: Conditions) -> tuple[Part, ...]:
    """Threats: a verb of violence and the person it is for."""
    denied = (no("negation", "near", 3),)
    plan = (some("plan", "before", 6), some("who", "before", 8), *guards, *denied)
    return (
        part("threat", THREAT, "fixed", *guards, *denied),
        part("threat-now", THREAT, "start", some("outcome", "after"), *guards),
        part(
            "threat-verb",
            THREAT,
            "verbs",
            some("we", "before"),
            some("you_object", "after"),
            *guards,
        ),
        part("threat-end", THREAT, "eraan", some("you_subject", "before"), *guards, *denied),
        part("threat-plan", THREAT, "violence", some("target", "before"), *plan),
        part("threat-plan-group", THREAT, "violence", some("groups", "before"), *plan),
        part("threat-plan-role", THREAT, "violence", some("roles", "before"), *plan),
        part("threat-hands", THREAT, "violence_near", some("target_near", "before"), *plan),
        part("threat-hands-group", THREAT, "violence_near", some("groups", "before"), *plan),
        part("threat-en", THREAT, "violence_en", some("target_en", "after"), *plan),
        part("threat-en-group", THREAT, "violence_en", some("groups", "after", 2), *plan),
        part("threat-soft-group", THREAT, "violence_soft", some("groups", "after", 2), *plan),
        part(
            "threat-soft",
            THREAT,
            "violence_soft",
            some("someone", "before", 3),
            some("target_en", "after"),
            *guards,
            *denied,
        ),
    )


def wishes(guards: Conditions) -> tuple[Part, ...]:
    """Illness, death or departure wished on people."""
    denied = (no("negation", "near", 3),)
    must = (some("must", "after", 1), *guards, *denied, no("prepositions", "before"))
    return (
        part("wish", WISH, "wishes", *guards, no("not_you", "before")),
        part(
            "wish-ill", WISH, "ill", some("get", "before", 2), *guards, no("not_you", "before", 3)
        ),
        part(
            "wish-harm",
            WISH,
            "hope",
            some("harm", "after", 2),
            *guards,
            no("negation", "after", 2),
        ),
        part("must-die", WISH, "they_must", some("death", "after", 3), *guards, *denied),
        part(
            "group-must-die",
            WISH,
            "groups",
            some("death", "after", 5),
            *must,
            no("undergone", "sentence"),
        ),
        part(
            "group-wish",
            WISH,
            "groups",
            some("wish_all", "before", 1),
            some("death", "after", 1),
            *guards,
            *denied,
        ),
        part("group-must-go", WISH, "groups", some("away", "after", 4), *must),
    )
