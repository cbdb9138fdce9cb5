"""The dossier as an accessible PDF (PDF/UA-1), set by typst from `templates/dossier.typ`."""

from collections.abc import Sequence
from dataclasses import asdict

from afspraak.diagnostics import Lang
from afspraak.documents import nodes, replay_chart, typesetting
from afspraak.documents.dossier import (
    Change,
    Changed,
    Chapter,
    Dossier,
    DossierPart,
    Promises,
    Question,
    Questions,
    Replayed,
    Table,
)
from afspraak.documents.nodes import Node
from afspraak.documents.replay_report import Report
from afspraak.protocol.handbook.content import Fact, Facts, Passage
from afspraak.protocol.handbook.wording import say

MAX_HEADER_CHARS = 60


def write(dossier: Dossier) -> bytes:
    """The PDF. The same dossier gives the same bytes: its date is the dossier's day."""
    return typesetting.typeset("dossier", _document(dossier), dossier.day)


def _document(dossier: Dossier) -> Node:
    name, day = dossier.organisation, dossier.day
    return {
        "lang": dossier.lang,
        "organisation": name,
        "header": name if len(name) <= MAX_HEADER_CHARS else f"{name[:MAX_HEADER_CHARS].rstrip()}…",
        "title": dossier.title,
        "edition": dossier.edition,
        "lead": dossier.lead,
        "facts": _facts(dossier.facts, dossier.lang),
        "figures": [asdict(each) for each in dossier.figures],
        "contents": dossier.contents,
        "advises": say("check.advises", dossier.lang),
        "mark": dossier.mark,
        "date": [day.year, day.month, day.day],
        "chapters": [_chapter(each, dossier.lang) for each in dossier.chapters],
    }


def _facts(facts: Sequence[Fact], lang: Lang) -> Node:
    return nodes.part(Facts(tuple(facts)), 2, lang)


def _chapter(chapter: Chapter, lang: Lang) -> Node:
    return {
        "id": chapter.id,
        "title": asdict(chapter.title),
        "level": chapter.level - 1,
        "number": chapter.number,
        "parts": [_part(each, chapter.level, lang) for each in chapter.parts],
    }


def _part(held: DossierPart, level: int, lang: Lang) -> Node:
    match held:
        case Table():
            return {
                "part": "Table",
                "caption": held.caption,
                "heads": list(held.heads),
                "widths": list(held.widths),
                "rows": [[_lines(cell) for cell in row] for row in held.rows],
            }
        case Changed(about, items):
            return {"part": "Changed", "about": about, "items": [_change(each) for each in items]}
        case Questions(label, questions):
            return {
                "part": "Questions",
                "label": label,
                "questions": [_question(each) for each in questions],
            }
        case Promises():
            return {"part": "Promises", **asdict(held)}
        case Replayed(report):
            return {"part": "Replayed", "level": level, "report": _report(report)}
        case _:
            return nodes.part(held, level, lang)


def _lines(passages: Sequence[Passage]) -> list[Node]:
    return [nodes.line(each) for each in passages]


def _change(change: Change) -> Node:
    return {"says": nodes.line(change.says), "details": _lines(change.details)}


def _question(question: Question) -> Node:
    return {
        "asks": question.asks,
        "known": _lines(question.known),
        "blank": question.blank,
        "source": question.source,
    }


def _report(report: Report) -> Node:
    drawn = ""
    if report.chart:
        drawn = replay_chart.svg(report.chart, replay_chart.BESIDE, name="chart")
    return asdict(report) | {"day": report.day.isoformat(), "drawn": drawn}
