"""A line of a file as a post: the text itself, or JSON with facts beside it."""

import json
from collections.abc import Mapping

from afspraak.cli import facts
from afspraak.cli.facts import Facts, UnableToUse
from afspraak.cli.language import say
from afspraak.engine.post import Media, Post

_KEYS = ("text", "as", "network", "at", "media")
_MEDIA_TYPES: Mapping[str, tuple[type, ...]] = {
    "alt": (str, type(None)),
    "gps": (bool,),
    "people_asked": (bool, type(None)),
}


def post_of(text: str, known: Facts) -> Post:
    """The post that a plain text is, under what is known of it."""
    return Post(text, as_=known.as_ or facts.ASSUMED_AS, network=known.network, at=known.at)


def post_of_json(line: str, known: Facts) -> tuple[Post, Facts]:
    """The post that a line of JSON is, and what it says of itself. Raises `UnableToUse`."""
    fields = _fields(line)
    said = Facts(
        as_=facts.whose(fields.get("as")) or known.as_,
        network=facts.network(fields.get("network")) or known.network,
        at=facts.moment(fields.get("at")) or known.at,
    )
    post = Post(
        text=str(fields["text"]),
        as_=said.as_ or facts.ASSUMED_AS,
        network=said.network,
        at=said.at,
        media=_media(fields.get("media", [])),
    )
    return post, said


def is_json(line: str) -> bool:
    """Whether a line is a post as JSON, in a stream of which no name says so."""
    if not line.lstrip().startswith("{"):
        return False
    try:
        _fields(line)
    except UnableToUse:
        return False
    return True


def _fields(line: str) -> dict[str, object]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        where = say(nl=f"teken {error.colno}", en=f"character {error.colno}")
        raise _unable(say(nl="geen JSON", en="not JSON") + f" ({where})") from None
    except (ValueError, RecursionError):
        raise _unable(say(nl="geen JSON", en="not JSON")) from None
    if not isinstance(fields, dict):
        raise _unable(say(nl="geen JSON-object", en="not a JSON object"))
    if not isinstance(fields.get("text"), str):
        raise _unable(
            say(nl="`text` is geen tekst", en="`text` is not a text")
            if "text" in fields
            else say(nl="`text` ontbreekt", en="`text` is missing")
        )
    if unknown := [key for key in fields if key not in _KEYS]:
        names = ", ".join(f"`{each}`" for each in unknown[:5])
        raise _unable(say(nl=f"onbekend: {names}", en=f"unknown: {names}"))
    return fields


def _media(value: object) -> tuple[Media, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise _unable(
            say(nl="`media` is geen lijst van objecten", en="`media` is not a list of objects")
        )
    for each in value:
        for key, fact in each.items():
            if key not in _MEDIA_TYPES:
                raise _unable(
                    say(nl=f"`media`: `{key}` is onbekend", en=f"`media`: `{key}` is unknown")
                )
            if not isinstance(fact, _MEDIA_TYPES[key]):
                raise _unable(
                    say(
                        nl=f"`media`: `{key}` kan dit niet zijn",
                        en=f"`media`: `{key}` cannot be this",
                    )
                    + f": {json.dumps(fact)[:40]}"
                )
    return tuple(Media(**each) for each in value)


def _unable(problem: str) -> UnableToUse:
    return UnableToUse(
        problem,
        say(
            nl='een regel ziet er zo uit: {"text": "…", "as": "private", "network": "mastodon"}',
            en='a line looks like {"text": "…", "as": "private", "network": "mastodon"}',
        ),
    )
