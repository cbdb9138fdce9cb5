"""Slurs, and insults aimed at a person."""

from afspraak.diagnostics import Text
from afspraak.engine.respect import lexicon
from afspraak.engine.respect.making import Conditions, no, part, some, words
from afspraak.engine.rule import Condition, Part, Pattern, WordSet

SLUR: Text = {
    "nl": "een scheldnaam voor mensen",
    "en": "a slur for people",
}
INSULT: Text = {
    "nl": "een scheldwoord gericht tegen een persoon",
    "en": "an insult aimed at a person",
}

_MENTION = WordSet(patterns=(Pattern("@[a-z0-9_.]{2,40}", left="word"),))


def insults(guards: Conditions) -> tuple[Part, ...]:
    """Slurs count anywhere, insults when they are aimed at somebody."""
    others = (*guards, no("self", "before", 4), no("self_after", "after", 1))
    said = (*others, no("negation", "before", 3))
    return (
        Part(
            "slur",
            what=SLUR,
            words=WordSet(
                (*lexicon.phrases("slurs"), *lexicon.with_digits("leet_slurs")),
                patterns=tuple(map(Pattern, lexicon.compound_patterns())),
            ),
            when=(*others, no("own", "before", 1)),
        ),
        Part(
            "insult",
            what=INSULT,
            words=WordSet(
                (*lexicon.phrases("strong"), *lexicon.with_digits("leet")),
                patterns=(Pattern(lexicon.starred_pattern()),),
            ),
            when=(some("aimed", "before", 1), *said, no("strengthened", "after")),
        ),
        Part(
            "insult-mention",
            what=INSULT,
            words=words("strong"),
            when=(Condition(_MENTION, "before", 1), *said),
        ),
        part("insult-you", INSULT, "double", some("aimed_you", "before", 1), *said),
        _mild("insult-mild", "mild", some("aimed_mild", "before", 1), *said),
        _mild("insult-mild-you", "mild", some("you_after", "after"), *said),
        _mild(
            "insult-mild-role",
            "mild",
            some("aimed", "before", 1),
            some("roles", "before", 5),
            *said,
        ),
        _mild("insult-adjective", "adjectives", some("you", "before", 1), *said),
        _mild("rude", "rude", *guards),
    )


def _mild(name: str, listed: str, *when: Condition) -> Part:
    return Part(name, what=INSULT, words=words(listed), when=when, mildest="note")
