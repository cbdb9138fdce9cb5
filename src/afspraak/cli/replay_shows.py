"""A replay on the terminal and as JSON."""

import dataclasses
from collections.abc import Iterator

import click

from afspraak.bulk.replay import Replay, Tally
from afspraak.bulk.replay_veil import Piece
from afspraak.cli.language import lang, say
from afspraak.diagnostics import pick
from afspraak.diagnostics.display import columns_of, shown
from afspraak.documents import replay_report as report
from afspraak.engine.pack import Pack
from afspraak.replaying.notes import Setting

SHARE_DECIMALS = 6


def as_json(replay: Replay, setting: Setting) -> dict[str, object]:
    """The JSON of a replay. Shares are parts of 1; a sample's places count its own code points."""
    posts = max(replay.posts, 1)
    touched = {
        "before": replay.touched_before,
        "after": replay.touched_after,
        "newly": replay.newly_touched,
        "no_longer": replay.no_longer_touched,
        "otherwise": replay.otherwise_touched,
    }
    return {
        "old": _protocol(setting.old),
        "new": _protocol(setting.new),
        "now": setting.now.isoformat(),
        "as": setting.as_,
        "as_assumed": setting.assumed,
        "files": list(setting.files),
        "posts": replay.posts,
        "bad_rows": setting.bad_rows,
        "touched": touched,
        "share": {name: round(count / posts, SHARE_DECIMALS) for name, count in touched.items()},
        "per_thousand": {
            name: round(1000 * touched[name] / posts, 3) for name in ("newly", "no_longer")
        },
        "severities": {
            name: dataclasses.asdict(tally) for name, tally in replay.severities.items()
        },
        "clauses": {name: dataclasses.asdict(tally) for name, tally in _clauses(replay).items()},
        "rules": [
            {
                "id": rule.id,
                "kind": rule.kind,
                "clause": rule.clause,
                "change": rule.change,
                "severity": {"before": rule.severity_before, "after": rule.severity_after},
                **dataclasses.asdict(rule.tally),
                "samples": [
                    {"way": sample.way, **_placed(sample.pieces)} for sample in rule.samples
                ],
            }
            for rule in replay.rules
        ],
    }


def as_text(told: report.Report) -> Iterator[str]:
    """The report for a terminal, a part at a time."""
    yield click.style(told.title, bold=True)
    yield click.style("\n".join(shown(line) for line in told.editions), dim=True)
    yield f"\n{told.sentence}"
    if told.table.rows:
        yield "\n" + "\n".join(_table(told.table))
    yield click.style(f"\n{told.table.rest}", dim=True)
    for group in told.samples:
        yield f"\n{click.style(group.rule, bold=True)} {group.label}"
        for post in group.posts:
            yield f"  {''.join(_piece(piece) for piece in post)}"
    for notes in told.notes:
        lines = (f"  - {line}" for line in notes.lines)
        yield "\n".join(("", click.style(notes.title, bold=True), *lines))
    yield click.style(f"\n{told.footer}", dim=True)


def _table(table: report.Table) -> Iterator[str]:
    """The rules under each other; numbers to the right under their heads."""
    rows = [
        (f"{row.rule} ({row.change})" if row.change else row.rule, row.severity, *row.numbers)
        for row in table.rows
    ]
    heads = (say(nl="Regel", en="Rule"), *table.heads[1:])
    wide = [max(columns_of(cell) for cell in cells) for cells in zip(heads, *rows, strict=True)]
    for at, row in enumerate((heads, *rows)):
        names, numbers = row[:2], row[2:]
        spaces = [" " * (room - columns_of(cell)) for cell, room in zip(row, wide, strict=True)]
        cells = [cell + space for cell, space in zip(names, spaces[:2], strict=True)]
        cells += [space + cell for cell, space in zip(numbers, spaces[2:], strict=True)]
        line = "  ".join(cells)
        yield click.style(line, bold=True) if at == 0 else line


def _piece(piece: report.Piece) -> str:
    text = shown(piece.text)
    return click.style(f"«{text}»", bold=True) if piece.found else text


def _placed(pieces: tuple[Piece, ...]) -> dict[str, object]:
    """The text as it may be shown, and from where to where something was found in it."""
    text, found = "", []
    for piece in pieces:
        said = piece.text if piece.instead is None else f"[{pick(piece.instead, lang())}]"
        if piece.found:
            found.append([len(text), len(text) + len(said)])
        text += said
    return {"text": text, "found": found}


def _protocol(pack: Pack) -> dict[str, str]:
    protocol = pack.data["protocol"]
    return {
        "name": protocol["name"],
        "edition": protocol["edition"],
        "text_hash": protocol["text_hash"],
        "pack": pack.hash,
    }


def _clauses(replay: Replay) -> dict[str, Tally]:
    """Each clause's rules together: a post in which two of them speak counts twice."""
    sums: dict[str, Tally] = {}
    for rule in replay.rules:
        sums[rule.clause] = sums.get(rule.clause, Tally()) + rule.tally
    return sums
