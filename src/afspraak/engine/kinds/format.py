"""Finds what makes a post hard to read or too long for its network.

## What it checks
`length`: whether the post fits its network, counted as that network counts. `hashtags`: long
hashtags without capitals, and more hashtags than the network takes. `capitals`: how many words in
capitals in a row are shouting (4). `emoji`: how many emoji in a row are fine (4). `false` or `0`
switches one off. Without a network nothing is said about length.

## Why
A screen reader spells out capitals, names each emoji and reads `#blijebakkersdag` as one word.
What does not fit is cut off or refused.

## Example
> KOM NU ALLEMAAL LANGS voor #blijebakkersdag

## Use instead
> Kom nu allemaal langs voor #BlijeBakkersDag
"""

from dataclasses import dataclass

from afspraak.diagnostics import Text
from afspraak.engine.rule import Body, Context, Part, UnableToCompile

CERTAINTY = "certain"
MESSAGES = {
    "nl": "‘{match}’ leest voor veel mensen lastig.",
    "en": "‘{match}’ is hard to read for many people.",
}
ADVICE = {
    "nl": "Schrijf het zoals je het zegt.",
    "en": "Write it as you would say it.",
}

MIN_HASHTAG_LETTERS = 13
"""From this length a hashtag in small letters is taken to be more than one word."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `format` rule."""

    length: bool = True
    hashtags: bool = True
    capitals: int = 4
    emoji: int = 4


def compile_rule(options: Options, _context: Context) -> Body:
    """One part for each measure that is on."""
    amounts = {
        "length": int(options.length),
        "hashtag-case": MIN_HASHTAG_LETTERS if options.hashtags else 0,
        "hashtag-count": int(options.hashtags),
        "capitals": options.capitals,
        "emoji-run": options.emoji,
    }
    parts = tuple(
        Part(
            measure,
            measure=measure,
            # The number of hashtags is the network's, not the rule's.
            amount=0 if measure == "hashtag-count" else amount,
            what=_WHAT[measure],
            message=_TEXTS[measure][0],
            advice=_TEXTS[measure][1],
        )
        for measure, amount in amounts.items()
        if amount > 0
    )
    if not parts or options.capitals < 0 or options.emoji < 0:
        raise UnableToCompile(
            "length",
            {
                "nl": "laat ten minste één maat aan staan, en gebruik geen getal onder 0",
                "en": "leave at least one measure on, and use no number below 0",
            },
        )
    return Body(parts)


_WHAT: dict[str, Text] = {
    "length": {"nl": "een bericht dat te lang is", "en": "a post that is too long"},
    "hashtag-case": {"nl": "een hashtag zonder hoofdletters", "en": "a hashtag without capitals"},
    "hashtag-count": {"nl": "te veel hashtags", "en": "too many hashtags"},
    "capitals": {"nl": "veel hoofdletters achter elkaar", "en": "many capitals in a row"},
    "emoji-run": {"nl": "veel emoji achter elkaar", "en": "many emoji in a row"},
}
_TEXTS: dict[str, tuple[Text, Text]] = {
    "length": (
        {
            "nl": "Vanaf hier past het bericht niet meer op dit netwerk.",
            "en": "From here the post no longer fits this network.",
        },
        {
            "nl": "Maak het korter, of zet de rest in een tweede bericht.",
            "en": "Make it shorter, or put the rest in a second post.",
        },
    ),
    "hashtag-case": (
        {
            "nl": "‘{match}’ wordt als één woord voorgelezen.",
            "en": "‘{match}’ is read aloud as one word.",
        },
        {
            "nl": "Begin elk woord met een hoofdletter: #BlijeBakkersDag.",
            "en": "Begin each word with a capital: #HappyBakersDay.",
        },
    ),
    "hashtag-count": (
        {
            "nl": "‘{match}’ is een hashtag meer dan dit netwerk aankan.",
            "en": "‘{match}’ is one hashtag more than this network takes.",
        },
        {
            "nl": "Kies de hashtags waar mensen op zoeken.",
            "en": "Choose the hashtags that people look for.",
        },
    ),
    "capitals": (
        {
            "nl": "‘{match}’ staat in hoofdletters en leest als roepen.",
            "en": "‘{match}’ is in capitals and reads as shouting.",
        },
        {
            "nl": "Schrijf het in gewone letters.",
            "en": "Write it in ordinary letters.",
        },
    ),
    "emoji-run": (
        {
            "nl": "‘{match}’ wordt teken voor teken voorgelezen.",
            "en": "‘{match}’ is read aloud one by one.",
        },
        {
            "nl": "Eén of twee zeggen genoeg.",
            "en": "One or two say enough.",
        },
    ),
}
