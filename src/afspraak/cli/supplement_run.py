"""A document judged and completed for the verb `supplement`; needs the part `documents`."""

import datetime as dt
import json
from pathlib import Path

import click

from afspraak.cli import disk, supplement_shows, terminal
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.documents.supplement.additions import additions
from afspraak.documents.supplement.judging import judge
from afspraak.documents.supplement.reading import read
from afspraak.documents.supplement.source import Existing
from afspraak.documents.supplement.supplementing import is_same_document, supplemented
from afspraak.documents.supplement.unable import UnableToRead
from afspraak.protocol.model import Protocol


def run(file: Path, content: bytes, ours: Protocol, *, target: Path | None, form: str) -> None:
    """Shows the judgement and writes the completed document.

    Leaves with exit code 2 and the reason when the document cannot be taken.
    """
    try:
        document = read(content, file.name)
    except UnableToRead as unable:
        leave(f"{file}: {unable.problem[lang()]} ({unable.reason})", unable.way_out[lang()])
    with supplement_shows.progress() as tell:
        judged = judge(document, ours, progress=tell)
    added = additions(ours, judged, document.lang)
    end = target.suffix.removeprefix(".").lower() if target else ""
    if target:
        today = dt.datetime.now(dt.UTC).date()
        disk.write_bytes(target, supplemented(content, document, added, form=end, day=today))
    if form == "json":
        click.echo(json.dumps(supplement_shows.as_json(judged, lang()), ensure_ascii=False))
        return
    terminal.show("\n".join(supplement_shows.lines(document, ours, judged)))
    if target:
        terminal.show(_written(target, document, end, len(added)), fold=False)


def _written(target: Path, document: Existing, form: str, count: int) -> str:
    same = is_same_document(document, form)
    if same:
        mark = (
            say(nl="een geel merk", en="a yellow mark")
            if form == "docx"
            else say(nl="een merk tussen haken", en="a mark in brackets")
        )
        return say(
            nl=f"\n{target}: hetzelfde document, met {count} artikelen erbij; "
            f"achter elke kop staat {mark}",
            en=f"\n{target}: the same document, with {count} sections added; "
            f"each heading has {mark}",
        )
    return say(
        nl=f"\n{target}: een aanvulling van {count} artikelen als eigen document",
        en=f"\n{target}: a supplement of {count} sections as a document of its own",
    )
