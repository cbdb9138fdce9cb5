"""The subject of a dossier from what is stored, and the dossier as a page shows it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from afspraak.diagnostics import Lang, Text
from afspraak.documents import dossier_html, dossier_pdf
from afspraak.documents.dossier import Chapter, Dossier
from afspraak.engine import examples
from afspraak.engine.draft import Checker
from afspraak.protocol import lint
from afspraak.protocol.handbook.content import Facts
from afspraak.protocol.handbook.wording import say_date
from afspraak.protocol.lint.finding import LintFinding
from afspraak.web.agreeing import queries as agreeing
from afspraak.web.agreeing.queries import OutcomeRow, ProceedingRow
from afspraak.web.dossier import making, operations, queries
from afspraak.web.dossier.subject import Standing, Subject, remarks
from afspraak.web.editions import judging
from afspraak.web.editions import queries as editions
from afspraak.web.transparency import queries as transparency

KEPT = 4
"""How many PDFs a process keeps; half a MB each."""

STATES: dict[str, Text] = {
    "draft": {
        "nl": "wordt bekeken; nog niet aangeboden",
        "en": "is being looked at; not offered yet",
    },
    "offered": {"nl": "aangeboden", "en": "offered"},
    "with-representation": {
        "nl": "ligt bij de vertegenwoordiging van het personeel",
        "en": "is with the representation of the staff",
    },
    "decided": {"nl": "besloten; nog niet van kracht", "en": "decided; not in force yet"},
    "leaders-reading": {
        "nl": "besloten; wie leiding geeft leest eerst",
        "en": "decided; those who lead read first",
    },
    "in-force": {"nl": "van kracht", "en": "in force"},
    "replaced": {"nl": "was van kracht, nu vervangen", "en": "was in force, replaced now"},
    "withdrawn": {"nl": "ingetrokken", "en": "withdrawn"},
}


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter as the page shows it."""

    id: str
    number: int | None
    level: int
    title: str
    title_lang: str
    html: SafeString


def subject(
    proceeding: ProceedingRow, request: HttpRequest, now: dt.datetime, lang: Lang
) -> Subject:
    """What the dossier is about, from the proposal and from the program as it runs."""
    judgement = judging.judge(proceeding.source, now.date())
    before = operations.replaced_by(proceeding, now)
    return Subject(
        proposal=judgement.protocol,
        before=editions.protocol_of(before) if before else None,
        remarks=remarks(_found(proceeding.source, now.date()), judgement.protocol),
        standing=Standing(
            STATES.get(proceeding.state, {"nl": proceeding.state, "en": proceeding.state}),
            proceeding.offered_at,
            proceeding.version,
            tuple(_answers(proceeding, lang)),
        ),
        openness=transparency.openness(now, request),
        replay=queries.report(proceeding.id, proceeding.version, lang),
        now=now,
    )


def page(dossier: Dossier) -> Sequence[Section]:
    """The chapters as the page shows them."""
    return [_section(each, dossier.lang) for each in dossier.chapters]


@lru_cache(maxsize=KEPT)
def pdf(dossier: Dossier) -> bytes:
    """The dossier as a file."""
    return dossier_pdf.write(dossier)


def written(
    proceeding: ProceedingRow, request: HttpRequest, now: dt.datetime, lang: Lang
) -> Dossier:
    """The dossier on a proposal, in a language."""
    return making.dossier(subject(proceeding, request, now, lang), lang)


def facts(dossier: Dossier) -> SafeString:
    """What stands at the top, as a page shows it."""
    made = dossier_html.part(Facts(dossier.facts), 1, dossier.lang)
    return mark_safe(str(made))  # noqa: S308 - escaped by `dossier_html`


def _section(chapter: Chapter, lang: Lang) -> Section:
    made = "".join(dossier_html.part(part, chapter.level, lang) for part in chapter.parts)
    return Section(
        id=chapter.id,
        number=chapter.number,
        level=chapter.level,
        title=chapter.title.text,
        title_lang="" if chapter.title.lang == lang else chapter.title.lang,
        html=mark_safe(made),  # noqa: S308 - escaped by `dossier_html`
    )


@lru_cache(maxsize=KEPT)
def _found(source: bytes, day: dt.date) -> Sequence[LintFinding]:
    """What the linter says of the proposal, with the reasons that stand in the file."""
    judgement = judging.judge(source, day)
    checker = Checker(judgement.pack)
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    return lint.lint(
        judgement.protocol,
        today=day,
        finds=lambda posts: examples.count_found(checker, posts, now=noon),
    )


def _answers(proceeding: ProceedingRow, lang: Lang) -> Iterator[tuple[Text, str]]:
    """What came of asking the staff about this very text."""
    for held in agreeing.outcomes(proceeding.id):
        if held.text_hash == proceeding.text_hash:
            yield _ANSWERED, _answer(held, lang)


def _answer(held: OutcomeRow, lang: Lang) -> str:
    said = _ANSWERS.get(held.answer, {"nl": held.answer, "en": held.answer})[lang]
    day = say_date(held.on, lang)
    on = {"nl": f", {day}", "en": f", {day}"}[lang]
    return said + on + (f" ({held.reference})" if held.reference else "")


_ANSWERED: Text = {"nl": "Antwoord van het personeel", "en": "Answer of the staff"}
_ANSWERS: dict[str, Text] = {
    "consent": {"nl": "instemming", "en": "consent"},
    "conditions": {"nl": "instemming met voorwaarden", "en": "consent on conditions"},
    "refusal": {"nl": "geen instemming", "en": "no consent"},
    "permission": {"nl": "toestemming van de rechter", "en": "permission of the judge"},
    "not-needed": {"nl": "niet nodig, met een reden", "en": "not needed, for a reason"},
}
