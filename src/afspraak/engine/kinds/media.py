"""Finds what is still missing before a picture or film can go with a post.

## What it checks
`alt`: whether each picture has a description, and one that fits the network. `gps`: whether a
picture says where it was taken. `people`: whether the people in it were asked, when the writer says
they were not. Only what is known of the media is looked at, never the pictures themselves. `false`
switches one off.

## Why
Who cannot see a picture reads its description. A place or a face is somebody's own.

## Example
> A photo of the new team without a description.

## Use instead
> The same photo, described as *Three bakers behind the counter, laughing*, and everybody asked.
"""

from dataclasses import dataclass

from afspraak.diagnostics import Text
from afspraak.engine.rule import Body, Context, Part, UnableToCompile

CERTAINTY = "certain"
MESSAGES = {
    "nl": "Er ontbreekt nog iets bij het beeld.",
    "en": "Something is still missing with the picture.",
}
ADVICE = {
    "nl": "Kijk het beeld nog eens na.",
    "en": "Look at the picture once more.",
}


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `media` rule."""

    alt: bool = True
    gps: bool = True
    people: bool = True


def compile_rule(options: Options, _context: Context) -> Body:
    """One part for each thing that is asked of media."""
    wanted = {
        "media-alt": options.alt,
        "media-alt-length": options.alt,
        "media-gps": options.gps,
        "media-people": options.people,
    }
    parts = tuple(
        Part(
            measure,
            measure=measure,
            what=_WHAT[measure],
            message=_TEXTS[measure][0],
            advice=_TEXTS[measure][1],
        )
        for measure, is_on in wanted.items()
        if is_on
    )
    if not parts:
        raise UnableToCompile(
            "alt",
            {
                "nl": "zet ten minste één van `alt`, `gps` en `people` aan",
                "en": "switch on at least one of `alt`, `gps` and `people`",
            },
        )
    return Body(parts)


_WHAT: dict[str, Text] = {
    "media-alt": {"nl": "een beschrijving", "en": "a description"},
    "media-alt-length": {"nl": "een kortere beschrijving", "en": "a shorter description"},
    "media-gps": {
        "nl": "het weghalen van de plaats uit het bestand",
        "en": "taking the place out of the file",
    },
    "media-people": {
        "nl": "het ja van de mensen die erop staan",
        "en": "the yes of the people in it",
    },
}
_TEXTS: dict[str, tuple[Text, Text]] = {
    "media-alt": (
        {
            "nl": "Een beeld heeft nog geen beschrijving.",
            "en": "A picture has no description yet.",
        },
        {
            "nl": "Schrijf in één zin wat er te zien is.",
            "en": "Say in one sentence what there is to see.",
        },
    ),
    "media-alt-length": (
        {
            "nl": "Een beschrijving is langer dan dit netwerk toelaat.",
            "en": "A description is longer than this network allows.",
        },
        {
            "nl": "Houd het bij wat nodig is om het bericht te begrijpen.",
            "en": "Keep to what is needed to understand the post.",
        },
    ),
    "media-gps": (
        {
            "nl": "In een beeld staat waar het is gemaakt.",
            "en": "A picture tells where it was taken.",
        },
        {
            "nl": "Haal de plaats uit het bestand voordat je het deelt.",
            "en": "Take the place out of the file before you share it.",
        },
    ),
    "media-people": (
        {
            "nl": "Niet iedereen in beeld is om toestemming gevraagd.",
            "en": "Not everybody in the picture has been asked.",
        },
        {
            "nl": "Vraag het hun eerst, of kies een ander beeld.",
            "en": "Ask them first, or choose another picture.",
        },
    ),
}
