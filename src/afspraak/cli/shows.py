"""How a checked post is shown: as JSON by the contract, or through the formats of diagnostics."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click

from afspraak.cli import options
from afspraak.cli.language import lang, say
from afspraak.cli.posts import Given
from afspraak.diagnostics import Diagnostic, Place, formats, pick
from afspraak.engine.findings import SEVERITY_ORDER, Finding, verdict
from afspraak.engine.pack import Pack

COLOURS = {"stop": "red", "ask": "yellow", "note": "blue", "info": "cyan", "clear": "green"}
MARKS = {"stop": "✕", "ask": "?", "note": "!", "info": "i", "clear": "✓"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A post with what was found in it."""

    given: Given
    findings: tuple[Finding, ...]


def severity_name(severity: str) -> str:
    """What a severity or verdict is called in the reader's language."""
    return {
        "stop": say(nl="niet doen", en="stop"),
        "ask": say(nl="eerst vragen", en="ask first"),
        "note": say(nl="let op", en="take care"),
        "info": say(nl="goed om te weten", en="good to know"),
        "clear": say(nl="niets gevonden", en="nothing found"),
    }[severity]


def as_name(as_: str) -> str:
    """What a sort of account is called in the reader's language."""
    return {
        "corporate": say(nl="zakelijk kanaal", en="corporate channel"),
        "professional": say(nl="werkaccount", en="work account"),
        "affiliated": say(nl="privé, werkgever zichtbaar", en="private, employer visible"),
        "private": say(nl="privé", en="private"),
    }[as_]


def as_json(pack: Pack, checked: Checked) -> dict[str, Any]:
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


def render(form: str, pack: Pack, checked: Sequence[Checked], *, many: bool) -> str:
    """The posts with their findings, for a person (`text`) or another program."""
    if form == "text":
        blocks = [_post_text(pack, each, many=many) for each in checked]
        blocks.append(_summary(checked) if many else "")
        return "\n".join((*filter(None, blocks), _footer(pack, checked)))
    sources = {each.given.source: "" for each in checked}
    for each in checked:
        sources[each.given.source] += each.given.post.text + "\n"
    diagnostics = [diagnostic for each in checked for diagnostic in _diagnostics(pack, each)]
    return formats.render(form, diagnostics, sources=sources, lang=lang())


def _post_text(pack: Pack, checked: Checked, *, many: bool) -> str:
    outcome = verdict(checked.findings)
    head = f"{MARKS[outcome]} {severity_name(outcome)}"
    head = click.style(head, fg=COLOURS[outcome], bold=True)
    if many:
        head = f"{checked.given.source}:{checked.given.line}  {head}"
    if not checked.findings:
        return head if not many else f"{head}  {_shortened(checked.given.post.text)}"
    found = formats.render(
        "text",
        _diagnostics(pack, checked),
        sources={checked.given.source: _at_line(checked.given)},
        lang=lang(),
        colour=options.colour(sys.stdout),
    )
    return f"{head}\n{found}\n"


def _at_line(given: Given) -> str:
    """The post's text with lines before it, so that places in a file keep their numbers."""
    return "\n" * (given.line - 1) + given.post.text


def _diagnostics(pack: Pack, checked: Checked) -> list[Diagnostic]:
    return [_diagnostic(pack, checked.given, finding) for finding in checked.findings]


def _diagnostic(pack: Pack, given: Given, finding: Finding) -> Diagnostic:
    title = pick(pack.data["clauses"][finding.clause], lang())
    clause = say(nl=f"artikel ‘{title}’", en=f"clause ‘{title}’")
    return Diagnostic(
        code=finding.rule,
        level=finding.severity,
        problem={lang(): finding.message},
        help={lang(): f"{finding.advice} ({clause})"},
        place=_place(given, finding),
    )


def _place(given: Given, finding: Finding) -> Place:
    before, upto = given.post.text[: finding.start], given.post.text[: finding.end]
    return Place(
        file=given.source,
        line=given.line + before.count("\n"),
        column=len(before) - before.rfind("\n"),
        end_line=given.line + upto.count("\n"),
        end_column=len(upto) - upto.rfind("\n"),
    )


def _shortened(text: str, width: int = 60) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= width else f"{one_line[: width - 1]}…"


def _summary(checked: Sequence[Checked]) -> str:
    counts = Counter(verdict(each.findings) for each in checked)
    parts = [
        f"{counts[each]} {severity_name(each)}" for each in reversed(SEVERITY_ORDER) if counts[each]
    ]
    total = say(nl=f"{len(checked)} berichten", en=f"{len(checked)} posts")
    return f"\n{total}: {', '.join(parts)}"


def _footer(pack: Pack, checked: Sequence[Checked]) -> str:
    protocol = pack.data["protocol"]
    name = f"{protocol['name']}, {say(nl='uitgave', en='edition')} {protocol['edition']}"
    assumed = next((each.given.post.as_ for each in checked if each.given.assumed), None)
    if assumed is None:
        kinds = sorted({as_name(each.given.post.as_) for each in checked})
        return click.style(f"{name} · {', '.join(kinds)}", dim=True)
    taken = say(
        nl=f"nagekeken als {assumed} ({as_name(assumed)}); met --as kies je iets anders",
        en=f"checked as {assumed} ({as_name(assumed)}); choose another with --as",
    )
    return click.style(f"{name} · {taken}", dim=True)
