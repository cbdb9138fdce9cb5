"""How a checked post is shown: as JSON by the contract, or through the formats of diagnostics."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from afspraak.cli import terminal
from afspraak.cli.language import lang, say, voice
from afspraak.cli.posts import Given
from afspraak.diagnostics import Diagnostic, Place, formats, pick
from afspraak.diagnostics.display import columns_of, shown
from afspraak.engine.findings import SEVERITY_ORDER, Finding, verdict
from afspraak.engine.pack import Pack
from afspraak.replaying import names

COLOURS = {"stop": "red", "ask": "yellow", "note": "blue", "info": "cyan", "clear": "green"}
MIN_ROOM = 20
MAX_CHARS_A_COLUMN = 4
MARKS = {"stop": "✕", "ask": "?", "note": "!", "info": "i", "clear": "✓"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A post with what was found in it."""

    given: Given
    findings: tuple[Finding, ...]


def as_json(pack: Pack, checked: Checked) -> dict[str, object]:
    """The JSON of one post; `start` and `end` are code points of the original text."""
    protocol = pack.data["protocol"]
    return {
        "verdict": verdict(checked.findings),
        "as": checked.given.post.as_,
        "as_assumed": checked.given.assumed,
        "protocol": {
            "name": protocol["name"],
            "edition": protocol["edition"],
            "pack": pack.hash,
        },
        "findings": [
            {
                "rule": each.rule,
                "kind": each.kind,
                "clause": each.clause,
                "severity": each.severity,
                "start": each.start,
                "end": each.end,
                "match": each.match,
                "message": each.message,
                "advice": each.advice,
            }
            for each in checked.findings
        ],
    }


def blocks(pack: Pack, checked: Sequence[Checked], *, many: bool) -> Iterator[str]:
    """The posts for a person, a block each, then how many there were and by which agreement."""
    spoke = False
    for number, each in enumerate(checked):
        apart = "\n" if number and (spoke or each.findings) else ""
        yield apart + _as_text(pack, each, many=many).rstrip("\n")
        spoke = bool(each.findings)
    if many:
        yield f"\n{_summary(checked)}"
    yield f"\n{footer(pack, checked)}"


def as_diagnostics(pack: Pack, checked: Sequence[Checked], form: str) -> str:
    """The findings of all posts in a form for other programs; without the posts themselves."""
    diagnostics = [
        _diagnostic(pack, each.given, finding, packed_as_line=False)
        for each in checked
        for finding in each.findings
    ]
    return formats.renderer(form)(diagnostics, sources={}, lang=lang())


def footer(pack: Pack, checked: Sequence[Checked]) -> str:
    """By which agreement the posts were checked, and as whose; it says so when that was assumed."""
    protocol = pack.data["protocol"]
    name = f"{protocol['name']}, {say(nl='uitgave', en='edition')} {protocol['edition']}"
    assumed = next((each.given.post.as_ for each in checked if each.given.assumed), None)
    kinds = {names.as_name(voice(), each.given.post.as_) for each in checked}
    if assumed is None and len(kinds) > 1:
        said = say(
            nl="elk bericht als het account dat erbij staat", en="each post as the account it names"
        )
    elif assumed is None:
        said = "".join(kinds)
    else:
        name_of = names.as_name(voice(), assumed)
        said = say(
            nl=f"nagekeken als {assumed} ({name_of}); met --as kies je iets anders",
            en=f"checked as {assumed} ({name_of}); choose another with --as",
        )
    return click.style(shown(" · ".join(filter(None, (name, said)))), dim=True)


def _as_text(pack: Pack, checked: Checked, *, many: bool) -> str:
    """One post with its findings, for a person."""
    given = checked.given
    outcome = verdict(checked.findings)
    head = f"{MARKS[outcome]} {names.severity_name(voice(), outcome)}"
    head = click.style(head, fg=COLOURS[outcome], bold=True)
    if many:
        head = f"{shown(_label(given))}  {head}"
    if not checked.findings:
        room = terminal.width(sys.stdout) - columns_of(click.unstyle(head)) - 2
        return f"{head}  {_shortened(given.post.text, room)}" if many else head
    if given.packed:
        head += click.style(f"  {names.as_name(voice(), given.post.as_)}", dim=True)
    found = formats.renderer("text")(
        [_diagnostic(pack, given, each, packed_as_line=True) for each in checked.findings],
        sources=_lines(given),
        lang=lang(),
        colour=terminal.colour(sys.stdout),
        width=terminal.width(sys.stdout),
    )
    return f"{head}\n{found}"


def _summary(checked: Sequence[Checked]) -> str:
    """How many posts there were, by verdict, the worst first."""
    counts = Counter(verdict(each.findings) for each in checked)
    parts = [
        f"{counts[each]} × {names.severity_name(voice(), each)}"
        for each in reversed(SEVERITY_ORDER)
        if counts[each]
    ]
    number = len(checked)
    total = (
        say(nl="1 bericht", en="1 post")
        if number == 1
        else say(nl=f"{number} berichten", en=f"{number} posts")
    )
    return ": ".join(filter(None, (total, ", ".join(parts))))


def _lines(given: Given) -> dict[str, str]:
    """What the text form shows, with lines before it so that places in a file keep their number."""
    if given.packed:
        return {_label(given): given.post.text}
    return {given.source: "\n" * (given.line - 1) + given.post.text}


def _label(given: Given) -> str:
    return f"{given.source}:{given.line}"


def _diagnostic(pack: Pack, given: Given, finding: Finding, *, packed_as_line: bool) -> Diagnostic:
    title = pick(pack.data["clauses"][finding.clause], lang())
    clause = say(nl=f"artikel ‘{title}’", en=f"clause ‘{title}’")
    return Diagnostic(
        code=finding.rule,
        level=finding.severity,
        problem={lang(): finding.message},
        help={lang(): f"{finding.advice} ({clause})"},
        place=_place(given, finding, packed_as_line=packed_as_line),
    )


def _place(given: Given, finding: Finding, *, packed_as_line: bool) -> Place:
    if given.packed and not packed_as_line:
        # where in the line of JSON the words stand is for nobody to see
        return Place(given.source, given.line, 1, given.line, 1)
    before, upto = given.post.text[: finding.start], given.post.text[: finding.end]
    first = 1 if given.packed else given.line
    return Place(
        file=_label(given) if given.packed else given.source,
        line=first + before.count("\n"),
        column=len(before) - before.rfind("\n"),
        end_line=first + upto.count("\n"),
        end_column=len(upto) - upto.rfind("\n"),
    )


def _shortened(text: str, room: int) -> str:
    """The start of a text, in so many columns."""
    one_line = shown(" ".join(text[: MAX_CHARS_A_COLUMN * max(room, MIN_ROOM)].split()))
    if columns_of(one_line) <= max(room, MIN_ROOM):
        return one_line
    while one_line and columns_of(one_line) >= max(room, MIN_ROOM):
        one_line = one_line[:-1]
    return f"{one_line.rstrip()}…"
