"""How the judgement of an existing document is shown: as JSON, or for people to read calmly."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from afspraak.cli.language import lang, say
from afspraak.diagnostics import Lang, pick
from afspraak.diagnostics.display import shown
from afspraak.documents.supplement.judgement import ClauseJudgement, Quote, Status
from afspraak.documents.supplement.source import Existing
from afspraak.protocol.model import Protocol

PATIENCE_SECONDS = 1.0
MAX_QUOTES = 3
MAX_QUOTE_CHARS = 150
_MARKS = {Status.COVERED: "✓", Status.PARTLY: "~", Status.CONTRADICTED: "✕", Status.MISSING: "+"}
_COLOURS = {
    Status.COVERED: "green",
    Status.PARTLY: "yellow",
    Status.CONTRADICTED: "red",
    Status.MISSING: "cyan",
}


def as_json(judged: Sequence[ClauseJudgement], in_lang: Lang) -> dict[str, object]:
    """The JSON of a judgement: a contract."""
    return {
        "clauses": [
            {
                "clause": each.clause,
                "status": str(each.status),
                "certainty": str(each.certainty),
                "passages": [
                    {"text": quote.text, "where": pick(quote.where, in_lang)}
                    for quote in each.quotes
                ],
            }
            for each in judged
        ]
    }


def lines(
    document: Existing, protocol: Protocol, judged: Sequence[ClauseJudgement]
) -> Iterator[str]:
    """The judgement clause by clause, with the passages it rests on."""
    titles = {clause.id: pick(clause.title, lang()) for clause in protocol.clauses}
    name = document.title or say(nl="Het document", en="The document")
    beside = say(nl="naast", en="beside")
    yield click.style(shown(name), bold=True) + click.style(
        shown(f" {beside} {protocol.organisation.name}, {protocol.edition.number}"), dim=True
    )
    for each in judged:
        yield ""
        yield _head(each, titles[each.clause])
        yield from _told(each)
    yield ""
    yield _summary(judged)


def status_name(status: Status) -> str:
    """What a status is called in the reader's language."""
    return {
        Status.COVERED: say(nl="staat er al", en="there already"),
        Status.PARTLY: say(nl="staat er deels", en="partly there"),
        Status.CONTRADICTED: say(nl="tegengesproken", en="contradicted"),
        Status.MISSING: say(nl="ontbreekt", en="missing"),
    }[status]


def certainty_name(judged: ClauseJudgement) -> str:
    """How sure it is, in words a reader can weigh."""
    return {
        "high": say(nl="vrij zeker", en="fairly certain"),
        "middling": say(nl="waarschijnlijk", en="likely"),
        "low": say(nl="onzeker: kijk zelf", en="uncertain: see for yourself"),
    }[judged.certainty]


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """Shows on a terminal how many sentences have been read, when it takes over a second."""
    if not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console

    began = time.monotonic()
    reading = say(nl="Het document wordt gelezen …", en="Reading the document …")
    with Console(stderr=True).status(reading) as status:

        def tell(done: int, total: int) -> None:
            if time.monotonic() - began > PATIENCE_SECONDS:
                of = say(nl="van", en="of")
                unit = say(nl="zinnen", en="sentences")
                status.update(f"{reading} {done} {of} {total} {unit}")

        yield tell


def _head(judged: ClauseJudgement, title: str) -> str:
    colour = _COLOURS[judged.status]
    mark = click.style(f"{_MARKS[judged.status]} {shown(title)}", fg=colour, bold=True)
    said = f"{status_name(judged.status)} · {certainty_name(judged)}"
    return f"{mark}  {click.style(said, dim=True)}"


def _told(judged: ClauseJudgement) -> Iterator[str]:
    for against in judged.contradictions:
        yield f"    {_quoted(against.quote)}"
        yield f"    {shown(pick(against.problem, lang()))}"
        help_ = click.style(f"= {say(nl='hulp', en='help')}:", dim=True)
        yield f"    {help_} {shown(pick(against.way_out, lang()))}"
    if judged.contradictions:
        return
    for quote in judged.quotes[:MAX_QUOTES]:
        yield f"    {_quoted(quote)}"
    if judged.status is Status.PARTLY:
        lacks = say(nl="er staat niet:", en="it does not say:")
        yield f"    {click.style(lacks, dim=True)} " + shown(
            "; ".join(pick(point.says, lang()) for point in judged.missing)
        )


def _quoted(quote: Quote) -> str:
    text = " ".join(quote.text.split())
    if len(text) > MAX_QUOTE_CHARS:
        text = text[: MAX_QUOTE_CHARS - 1].rsplit(" ", 1)[0] + "…"
    where = click.style(f"{shown(pick(quote.where, lang()))}:", dim=True)
    return f"{where} " + shown(say(nl=f"‘{text}’", en=f"“{text}”"))


def _summary(judged: Sequence[ClauseJudgement]) -> str:
    counts = Counter(each.status for each in judged)
    total = say(nl=f"{len(judged)} artikelen", en=f"{len(judged)} clauses")
    parts = [f"{status_name(each)} {counts[each]}" for each in Status if counts[each]]
    return f"{total} · {' · '.join(parts)}"


def _nothing(done: int, total: int) -> None:
    """Nobody looks."""
