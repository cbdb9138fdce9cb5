"""The ways in which `respect` finds something, each a part with its reason and its guards."""

from afspraak.diagnostics import Text
from afspraak.engine.respect import lexicon
from afspraak.engine.rule import Condition, Part, Pattern, Where, WordSet

Conditions = tuple[Condition, ...]

THREAT: Text = {
    "nl": "een dreigement, met een werkwoord en een doelwit",
    "en": "a threat, with a verb and a target",
}
WISH: Text = {
    "nl": "zo wens je mensen ziek, dood of weg",
    "en": "this wishes people ill, dead or gone",
}
GROUP: Text = {
    "nl": "zo zet je een hele groep mensen weg",
    "en": "this runs down a whole group of people",
}
HATE: Text = {
    "nl": "zo klinkt haat tegen een groep mensen",
    "en": "this sounds like hate against a group of people",
}
SLUR: Text = {
    "nl": "een scheldnaam voor mensen",
    "en": "a slur for people",
}
INSULT: Text = {
    "nl": "een scheldwoord gericht tegen een persoon",
    "en": "an insult aimed at a person",
}

_QUOTATION = WordSet(
    patterns=(
        Pattern('"[^"]{1,400}"', left="", right="", needs='"'),
        Pattern("'(?:[^']|'[a-z]){2,400}'", left="word", right="word", needs="'"),
    )
)


def all_parts(exempt: Conditions) -> tuple[Part, ...]:
    """Every part; `exempt` are conditions that each of them must meet too."""
    guards = (
        *exempt,
        Condition(_QUOTATION, "inside", absent=True),
        _no("reporting", "sentence"),
        _no("counter", "post"),
    )
    about_people = (*guards, _no("not_people", "post"))
    return (
        *_threats(about_people),
        *_wishes(about_people),
        *_groups(guards),
        *_insults(guards),
    )


def _threats(guards: Conditions) -> tuple[Part, ...]:
    denied = (_no("negation", "before", 4), _no("negation", "after", 3))
    plan = (_some("plan", "before", 6), _some("who", "before", 8), *guards, *denied)
    return (
        _part("threat", THREAT, "fixed", *guards, *denied),
        _part("threat-now", THREAT, "start", _some("outcome", "after"), *guards),
        _part(
            "threat-verb",
            THREAT,
            "verbs",
            _some("we", "before"),
            _some("you_object", "after"),
            *guards,
        ),
        _part("threat-end", THREAT, "eraan", _some("you_subject", "before"), *guards, *denied),
        _part("threat-plan", THREAT, "violence", _some("target", "before"), *plan),
        _part("threat-plan-group", THREAT, "violence", _some("groups", "before"), *plan),
        _part("threat-plan-role", THREAT, "violence", _some("roles", "before"), *plan),
        _part("threat-hands", THREAT, "violence_near", _some("target_near", "before"), *plan),
        _part("threat-hands-group", THREAT, "violence_near", _some("groups", "before"), *plan),
        _part("threat-en", THREAT, "violence_en", _some("target_en", "after"), *plan),
        _part("threat-en-group", THREAT, "violence_en", _some("groups", "after", 2), *plan),
    )


def _wishes(guards: Conditions) -> tuple[Part, ...]:
    denied = (_no("negation", "before", 4), _no("negation", "after", 3))
    must = (_some("must", "after", 1), *guards, *denied, _no("prepositions", "before"))
    return (
        _part("wish", WISH, "wishes", *guards, _no("not_you", "before")),
        _part(
            "wish-ill", WISH, "ill", _some("get", "before", 2), *guards, _no("not_you", "before", 3)
        ),
        _part(
            "wish-harm",
            WISH,
            "hope",
            _some("harm", "after", 2),
            *guards,
            _no("negation", "after", 2),
        ),
        _part("must-die", WISH, "they_must", _some("death", "after", 3), *guards, *denied),
        _part("group-must-die", WISH, "groups", _some("death", "after", 5), *must),
        _part("group-must-go", WISH, "groups", _some("away", "after", 4), *must),
    )


def _groups(guards: Conditions) -> tuple[Part, ...]:
    denied = (_no("negation", "before", 4), _no("negation", "after", 3))
    aside = _no("prepositions", "before")
    said = (
        _some("copulas", "near", 2),
        *guards,
        aside,
        _no("elsewhere", "after", 2),
        _no("prepositions", "after", 1),
    )
    hated = (*guards, _no("negation", "after", 2))
    return (
        _part("group-is", GROUP, "groups", _some("predicates", "after", 4), *said, *denied),
        _part("group-is-not", GROUP, "groups", _some("is_not", "after", 3), *said),
        _part("role-is", GROUP, "roles", _some("dehumanising", "after", 3), *said, *denied),
        _part(
            "group-against",
            GROUP,
            "groups",
            _some("against", "after", 1),
            *guards,
            _no("negation", "before", 4),
            aside,
        ),
        _part("group-hate", HATE, "groups", _some("hate", "before"), *hated),
        _part(
            "group-hate-all",
            HATE,
            "groups",
            _some("hop", "before"),
            _some("hate", "before", 2),
            *hated,
        ),
        _part(
            "group-stand", HATE, "groups", _some("can", "before"), _some("stand", "after"), *guards
        ),
        _part("they-hate", HATE, "they_hate", _some("groups", "post"), *hated),
        _part(
            "group-dirty",
            SLUR,
            "groups",
            _some("dirty", "before"),
            *guards,
            _no("self", "before", 3),
        ),
        _part(
            "they-are",
            GROUP,
            "dehumanising",
            _some("they_are", "before", 2),
            _some("groups", "post"),
            *guards,
            _no("negation", "before", 2),
        ),
    )


def _insults(guards: Conditions) -> tuple[Part, ...]:
    others = (*guards, _no("self", "before", 4), _no("self_after", "after", 1))
    said = (*others, _no("negation", "before", 3))
    return (
        Part(
            "slur",
            what=SLUR,
            words=WordSet(
                (*lexicon.phrases("slurs"), *lexicon.with_digits("leet_slurs")),
                patterns=(Pattern(lexicon.compound_pattern()),),
            ),
            when=(*others, _no("own", "before", 1)),
        ),
        Part(
            "insult",
            what=INSULT,
            words=WordSet(
                (*lexicon.phrases("strong"), *lexicon.with_digits("leet")),
                patterns=(Pattern(lexicon.masked_pattern(), needs="*$"),),
            ),
            when=(_some("aimed", "before", 1), *said, _no("strengthened", "after")),
        ),
        _part("insult-you", INSULT, "double", _some("aimed_you", "before", 1), *said),
        _mild("insult-mild", "mild", _some("aimed_mild", "before", 1), *said),
        _mild("insult-mild-you", "mild", _some("you_after", "after"), *said),
        _mild(
            "insult-mild-role",
            "mild",
            _some("aimed", "before", 1),
            _some("roles", "before", 5),
            *said,
        ),
        _mild("insult-adjective", "adjectives", _some("you", "before", 1), *said),
        _mild("rude", "rude", *guards),
    )


def _part(name: str, what: Text, words: str, *when: Condition) -> Part:
    return Part(name, what=what, words=_words(words), when=when)


def _mild(name: str, words: str, *when: Condition) -> Part:
    return Part(name, what=INSULT, words=_words(words), when=when, mildest="note")


def _words(name: str) -> WordSet:
    return WordSet(lexicon.phrases(name))


def _some(name: str, where: Where, within: int = 0) -> Condition:
    return Condition(_words(name), where, within)


def _no(name: str, where: Where, within: int = 0) -> Condition:
    return Condition(_words(name), where, within, absent=True)
