"""What is added to a document: whole clauses, or only what it does not say yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from afspraak.diagnostics import Lang, pick
from afspraak.documents.supplement import clause_text
from afspraak.documents.supplement.clause_text import Paragraph
from afspraak.documents.supplement.judgement import ClauseJudgement, Quote, Status
from afspraak.documents.supplement.points import Point, all_points
from afspraak.protocol import prose
from afspraak.protocol.lint.stance import fold
from afspraak.protocol.model import Clause, Protocol


class Choice(StrEnum):
    """What the editor does with a clause of ours."""

    ADD = "add"
    KEEP_THEIRS = "keep-theirs"
    LEAVE_OUT = "leave-out"


class Sort(StrEnum):
    """What an addition does in the document."""

    NEW = "new"
    BESIDES = "besides"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True)
class Addition:
    """A clause as it is written into a document."""

    clause: str
    sort: Sort
    title: str
    paragraphs: tuple[Paragraph, ...]
    tag: str


def proposed(judged: Sequence[ClauseJudgement]) -> Mapping[str, Choice]:
    """What we would do when nobody chooses: add what is missing, keep what is covered."""
    return {
        each.clause: Choice.KEEP_THEIRS if each.status is Status.COVERED else Choice.ADD
        for each in judged
    }


def additions(
    protocol: Protocol,
    judged: Sequence[ClauseJudgement],
    lang: Lang,
    choices: Mapping[str, Choice] | None = None,
) -> tuple[Addition, ...]:
    """The clauses to add, in the order of the protocol and in the language of the document.

    A clause that is chosen although the document covers it is added whole.
    """
    chosen = proposed(judged) if choices is None else choices
    by_id = {each.clause: each for each in judged}
    return tuple(
        _addition(clause, by_id[clause.id], lang)
        for clause in protocol.clauses
        if chosen.get(clause.id) is Choice.ADD and clause.id in by_id
    )


def _addition(clause: Clause, judged: ClauseJudgement, lang: Lang) -> Addition:
    title = pick(clause.title, lang)
    whole = clause_text.paragraphs(pick(clause.text, lang))
    match judged.status:
        case Status.PARTLY:
            kept = _lacking(clause, judged, whole, lang)
            tag = {"nl": "aanvulling op {}", "en": "adds to {}"}[lang]
            places = _places(judged.quotes, lang)
            return Addition(clause.id, Sort.BESIDES, title, kept, tag.format(places))
        case Status.CONTRADICTED:
            places = _places([each.quote for each in judged.contradictions], lang)
            first = {
                "nl": f"Waar in {places} iets anders staat, geldt dit artikel.",
                "en": f"Where anything else is said in {places}, this section holds.",
            }[lang]
            tag = {"nl": "nieuw, gaat voor op {}", "en": "new, comes before {}"}[lang]
            return Addition(
                clause.id,
                Sort.INSTEAD,
                title,
                (*whole, clause_text.plain(first)),
                tag.format(places),
            )
        case _:
            return Addition(clause.id, Sort.NEW, title, whole, {"nl": "nieuw", "en": "new"}[lang])


def _lacking(
    clause: Clause, judged: ClauseJudgement, whole: Sequence[Paragraph], lang: Lang
) -> tuple[Paragraph, ...]:
    """The paragraphs that make the missing points, each item with the line that leads to it."""
    wanted = {point.key for point in judged.missing}
    asked = [point for point in all_points() if point.key in wanted]
    title = fold(pick(clause.title, lang))
    kept: list[Paragraph] = []
    lead: Paragraph | None = None
    for each in whole:
        if each.kind == "text":
            lead = each if each.text.rstrip().endswith(":") else None
        context = f"{title} {fold(lead.text) if lead else ''}"
        if any(_makes(point, each.text, context, lang) for point in asked):
            if each.number:
                # a step taken out of its order is a sentence, not step 4
                kept.append(Paragraph("text", each.stretches))
                continue
            if each.kind == "item" and lead and lead not in kept:
                kept.append(lead)
            if each not in kept:
                kept.append(each)
    return _without_lists_of_one(kept) or tuple(whole)


def _without_lists_of_one(kept: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    items = [each for each in kept if each.kind == "item"]
    if len(items) != 1:
        return tuple(kept)
    return tuple(
        Paragraph("text", each.stretches) for each in kept if not each.text.rstrip().endswith(":")
    )


def _makes(point: Point, text: str, context: str, lang: Lang) -> bool:
    before = context
    for sentence in prose.sentences(text):
        words = fold(" ".join(sentence.text.split()))
        if point.is_worded(words, before, lang):
            return True
        before = f"{context} {words}"
    return False


def _places(quotes: Sequence[Quote], lang: Lang) -> str:
    """Where quotes stand, by section and each once: "artikel 4 en artikel 9"."""
    named = list(dict.fromkeys(_section(pick(each.where, lang)) for each in quotes))
    if len(named) < 2:
        return "".join(named)
    for one, several in _SEVERAL[lang]:
        if all(name.startswith(f"{one} ") for name in named):
            named = [name.removeprefix(f"{one} ") for name in named]
            named[0] = f"{several} {named[0]}"
    return ", ".join(named[:-1]) + {"nl": " en ", "en": " and "}[lang] + named[-1]


_SEVERAL: Mapping[Lang, Sequence[tuple[str, str]]] = {
    "nl": (("artikel", "artikel"), ("alinea", "alinea"), ("lid", "lid")),
    "en": (("section", "sections"), ("paragraph", "paragraphs")),
}


def _section(where: str) -> str:
    """The place without its page and, under a heading, without the paragraph."""
    parts = where.split(", ")
    if len(parts) > 1 and parts[0].startswith(("bladzijde ", "page ")):
        parts = parts[1:]
    return parts[0].removeprefix("onder ").removeprefix("under ")
