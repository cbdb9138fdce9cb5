"""The posts to be checked: from the command line, a file or standard input."""

import sys
from dataclasses import dataclass
from pathlib import Path

from afspraak.cli import disk, post_lines
from afspraak.cli.facts import Facts, UnableToUse
from afspraak.cli.language import say
from afspraak.cli.leaving import leave
from afspraak.engine.post import Post

STDIN = "-"
MAX_BYTES = 200_000_000
"""Larger files are not held in memory by this verb."""
MAX_SHOWN = 10
"""More lines that cannot be read are counted, not shown."""


@dataclass(frozen=True, slots=True)
class Given:
    """A post with where it came from; `assumed` when nobody said whose post it is.

    `packed` when its text stands inside a line of JSON, so that columns there mean nothing.
    """

    post: Post
    source: str
    line: int
    assumed: bool
    packed: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """The posts; `many` when they came from a file of posts."""

    posts: tuple[Given, ...]
    many: bool


def gather(text: str | None, file: str | None, known: Facts) -> Batch:
    """The posts that were asked about. Leaves with exit code 2 when they cannot be read."""
    if text is not None and file is not None:
        leave(
            say(nl="je geeft een tekst én een bestand", en="you give a text and a file"),
            say(nl="geef een van de twee", en="give one of the two"),
        )
    if file is not None:
        return Batch(_of_lines(_name(file), _read(file), known), many=True)
    if text is None and sys.stdin.isatty():
        leave(
            say(nl="er is geen bericht om na te kijken", en="there is no post to check"),
            say(
                nl='geef een tekst tussen aanhalingstekens: afspraak check "Vers brood!"',
                en='give a text in quotes: afspraak check "Fresh bread!"',
            ),
        )
    if text is None or text == STDIN:
        content = _read(STDIN)
        if _is_json_lines(content):
            return Batch(_of_lines(_name(STDIN), content, known), many=True)
        return Batch((_one(content.removesuffix("\n").removesuffix("\r"), known),), many=False)
    return Batch((_one(text, known),), many=False)


def _one(text: str, known: Facts) -> Given:
    name = say(nl="bericht", en="post")
    return Given(post_lines.post_of(text, known), name, 1, assumed=known.as_ is None)


def _name(file: str) -> str:
    return say(nl="invoer", en="input") if file == STDIN else file


def _of_lines(name: str, content: str, known: Facts) -> tuple[Given, ...]:
    packed = name.endswith((".jsonl", ".ndjson")) or _is_json_lines(content)
    given: list[Given] = []
    refused: list[tuple[int, UnableToUse]] = []
    # splitlines would also cut at a form feed or a line separator inside a post
    for number, ended in enumerate(content.split("\n"), start=1):
        line = ended.removesuffix("\r")
        if not line.strip():
            continue
        if not packed:
            post = post_lines.post_of(line, known)
            given.append(Given(post, name, number, assumed=known.as_ is None))
            continue
        try:
            post, said = post_lines.post_of_json(line, known)
        except UnableToUse as unable:
            refused.append((number, unable))
        else:
            given.append(Given(post, name, number, assumed=said.as_ is None, packed=True))
    if refused:
        _leave_with(name, refused)
    return tuple(given)


def _leave_with(name: str, refused: list[tuple[int, UnableToUse]]) -> None:
    rows = [f"{name}:{number}: {unable.problem}" for number, unable in refused[:MAX_SHOWN]]
    if len(refused) > MAX_SHOWN:
        more = len(refused) - MAX_SHOWN
        rows.append(say(nl=f"en nog {more} regels", en=f"and {more} lines more"))
    leave("\n  ".join(rows), refused[0][1].way_out)


def _is_json_lines(content: str) -> bool:
    first = next((line for line in content.split("\n", 50)[:50] if line.strip()), "")
    return post_lines.is_json(first)


def _read(file: str) -> str:
    if file == STDIN:
        content = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        content = disk.read_bytes(Path(file), most=MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        leave(
            say(
                nl=f"{_name(file)} is groter dan {MAX_BYTES // 1_000_000} MB",
                en=f"{_name(file)} is larger than {MAX_BYTES // 1_000_000} MB",
            ),
            say(nl="knip het bestand in stukken", en="cut the file into pieces"),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        leave(
            say(
                nl=f"{_name(file)}:{line}: dit is geen UTF-8-tekst",
                en=f"{_name(file)}:{line}: this is not UTF-8 text",
            ),
            say(nl="bewaar het bestand als UTF-8", en="save the file as UTF-8"),
        )
