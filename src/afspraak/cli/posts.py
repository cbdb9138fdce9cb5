"""The posts to be checked: from the command line, a file or standard input."""

import datetime as dt
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Never, get_args

from afspraak.cli import options
from afspraak.cli.language import say
from afspraak.engine import networks
from afspraak.engine.post import Media, Post, PostAs

POST_AS: tuple[PostAs, ...] = get_args(PostAs)
ASSUMED_AS: PostAs = "affiliated"
ALSO_CALLED = {"twitter": "x", "fb": "facebook", "insta": "instagram"}
MAX_BYTES = 200_000_000
"""Larger files are not held in memory by this verb."""
_KEYS = {"text", "as", "network", "at", "media"}
_MEDIA_TYPES = {"alt": (str, type(None)), "gps": (bool,), "people_asked": (bool, type(None))}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the options say about every post."""

    as_: str | None
    network: str | None
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Given:
    """A post with where it came from; `assumed` when nobody said whose post it is."""

    post: Post
    source: str
    line: int
    assumed: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """The posts; `many` when they came from a file."""

    posts: tuple[Given, ...]
    many: bool


def gather(text: str | None, file: str | None, facts: Facts) -> Batch:
    """The posts that were asked about. Leaves with exit code 2 when they cannot be read."""
    if text is not None and file is not None:
        options.leave(
            say(nl="je geeft een tekst én een bestand", en="you give a text and a file"),
            say(nl="geef een van de twee", en="give one of the two"),
        )
    if file is not None:
        name = "<stdin>" if file == "-" else file
        return Batch(tuple(_of_file(name, _read(file), facts)), many=True)
    if text is None and sys.stdin.isatty():
        options.leave(
            say(nl="er is geen bericht om na te kijken", en="there is no post to check"),
            say(
                nl='geef een tekst tussen aanhalingstekens: afspraak check "Vers brood!"',
                en='give a text in quotes: afspraak check "Fresh bread!"',
            ),
        )
    if text is None or text == "-":
        content = _read("-")
        if _is_json_lines(content):
            return Batch(tuple(_of_file("<stdin>.jsonl", content, facts)), many=True)
        return Batch(
            (_post({"text": content.removesuffix("\n")}, facts, "<stdin>", 1),), many=False
        )
    return Batch((_post({"text": text}, facts, say(nl="bericht", en="post"), 1),), many=False)


def moment(value: object) -> dt.datetime | None:
    """The time in ISO 8601. Leaves with exit code 2 when it is none."""
    if value is None:
        return None
    try:
        return dt.datetime.fromisoformat(str(value))
    except ValueError:
        options.leave(
            say(nl=f"‘{value}’ is geen tijdstip", en=f"‘{value}’ is not a time"),
            say(
                nl="schrijf het als 2027-03-01 of 2027-03-01T09:00",
                en="write it as 2027-03-01 or 2027-03-01T09:00",
            ),
        )


def known_network(name: str | None) -> str | None:
    """The network's name in small letters. Leaves with exit code 2 when it is not known."""
    if name is None:
        return None
    known = ALSO_CALLED.get(name.lower(), name.lower())
    if known in networks.names():
        return known
    return options.leave(
        say(nl=f"het netwerk ‘{name}’ is niet bekend", en=f"the network ‘{name}’ is not known"),
        say(nl="kies uit ", en="choose from ") + ", ".join(networks.names()),
    )


def _read(file: str) -> str:
    try:
        if file != "-" and Path(file).stat().st_size > MAX_BYTES:
            options.leave(
                say(
                    nl=f"{file} is groter dan {MAX_BYTES // 1_000_000} MB",
                    en=f"{file} is larger than {MAX_BYTES // 1_000_000} MB",
                ),
                say(nl="knip het bestand in stukken", en="cut the file into pieces"),
            )
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        options.leave(
            say(nl=f"{file} kan niet gelezen worden", en=f"{file} cannot be read")
            + f" ({error.strerror})",
            say(nl="kijk de naam en de rechten na", en="check the name and the permissions"),
        )
    except UnicodeDecodeError as error:
        options.leave(
            say(
                nl=f"{file} is geen UTF-8-tekst (byte {error.start})",
                en=f"{file} is not UTF-8 text (byte {error.start})",
            ),
            say(nl="bewaar het bestand als UTF-8", en="save the file as UTF-8"),
        )


def _of_file(name: str, content: str, facts: Facts) -> list[Given]:
    is_json = name.endswith((".jsonl", ".ndjson"))
    # splitlines would also cut at a form feed or a line separator inside a post
    lines = [line.removesuffix("\r") for line in content.split("\n")]
    return [
        _post(_fields(line, name, number) if is_json else {"text": line}, facts, name, number)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]


def _is_json_lines(content: str) -> bool:
    first = content.lstrip().split("\n", 1)[0]
    try:
        value = json.loads(first) if first.startswith("{") else None
    except ValueError:
        return False
    return isinstance(value, dict) and "text" in value


def _fields(line: str, name: str, number: int) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _refuse(name, number, say(nl="geen JSON", en="not JSON") + f" ({error})")
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        return _refuse(name, number, say(nl="`text` ontbreekt", en="`text` is missing"))
    if unknown := set(fields) - _KEYS:
        names = ", ".join(f"`{each}`" for each in sorted(unknown))
        return _refuse(name, number, say(nl=f"onbekend: {names}", en=f"unknown: {names}"))
    return fields


def _refuse(name: str, number: int, reason: str) -> Never:
    options.leave(
        f"{name}:{number}: {reason}",
        say(
            nl='een regel ziet eruit als {"text": "…", "as": "private", "network": "mastodon"}',
            en='a line looks like {"text": "…", "as": "private", "network": "mastodon"}',
        ),
    )


def _post(fields: dict[str, Any], facts: Facts, name: str, number: int) -> Given:
    as_ = fields.get("as") or facts.as_
    if as_ is not None and as_ not in POST_AS:
        _refuse(name, number, f"`as`: {as_!r}; " + ", ".join(POST_AS))
    network = fields.get("network")
    if network is not None and not isinstance(network, str):
        _refuse(name, number, f"`network`: {network!r}")
    return Given(
        Post(
            text=fields["text"],
            as_=as_ or ASSUMED_AS,
            network=known_network(network) or facts.network,
            at=moment(fields.get("at")) or facts.at,
            media=_media(fields.get("media", []), name, number),
        ),
        source=name,
        line=number,
        assumed=as_ is None,
    )


def _media(value: object, name: str, number: int) -> tuple[Media, ...]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        _refuse(name, number, say(nl="`media` is geen lijst", en="`media` is not a list"))
    for each in value:
        for key, fact in each.items():
            if not isinstance(fact, _MEDIA_TYPES.get(key, ())):
                _refuse(name, number, f"`media`: `{key}`: {fact!r}")
    return tuple(Media(**each) for each in value)
