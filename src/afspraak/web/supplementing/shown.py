"""A judgement as the page shows it: clause by clause, the most pressing first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.forms import BoundField
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afspraak.diagnostics import Lang, pick
from afspraak.documents import markup
from afspraak.documents.supplement.judgement import Certainty, ClauseJudgement, Quote, Status
from afspraak.protocol.handbook.content import Passage
from afspraak.protocol.model import Clause, Protocol
from afspraak.web.supplementing.forms import ChoicesForm

ORDER = (Status.CONTRADICTED, Status.PARTLY, Status.MISSING, Status.COVERED)
_TONES = {
    Status.CONTRADICTED: "stop",
    Status.PARTLY: "care",
    Status.MISSING: "info",
    Status.COVERED: "good",
}


@dataclass(frozen=True, slots=True)
class QuoteShown:
    """Words of the document and where they stand; what is the matter, and what to do about it."""

    text: str
    where: str
    problem: str = ""
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class ClauseShown:
    """A clause of ours with what the document says of it, and what the editor may choose."""

    id: str
    title: str
    text: str
    certainty: str
    against: Sequence[QuoteShown]
    quotes: Sequence[QuoteShown]
    lacks: Sequence[str]
    choice: BoundField
    reason: BoundField


@dataclass(frozen=True, slots=True)
class Group:
    """The clauses of one status. Where `is_long`, our text is read beside theirs at once."""

    key: str
    says: str
    tone: str
    heading: str
    is_long: bool
    clauses: Sequence[ClauseShown]


def groups(
    protocol: Protocol, judged: Sequence[ClauseJudgement], form: ChoicesForm, lang: Lang
) -> Sequence[Group]:
    """Every clause, by status."""
    clauses = {clause.id: clause for clause in protocol.clauses}
    counts = Counter(each.status for each in judged)
    return [
        Group(
            str(status),
            _status(status),
            _TONES[status],
            _heading(status, counts[status]),
            status in {Status.CONTRADICTED, Status.PARTLY},
            [
                _shown(clauses[each.clause], each, form, lang)
                for each in judged
                if each.status is status
            ],
        )
        for status in ORDER
        if counts[status]
    ]


def _shown(clause: Clause, judged: ClauseJudgement, form: ChoicesForm, lang: Lang) -> ClauseShown:
    is_partly = judged.status is Status.PARTLY
    return ClauseShown(
        id=clause.id,
        title=pick(clause.title, lang),
        text=_html(clause.text, lang),
        certainty=_certainty(judged.certainty),
        against=[
            QuoteShown(
                each.quote.text,
                pick(each.quote.where, lang),
                _sentence(pick(each.problem, lang)),
                pick(each.way_out, lang),
            )
            for each in judged.contradictions
        ],
        quotes=[] if judged.contradictions else [_quote(each, lang) for each in judged.quotes],
        lacks=[pick(point.says, lang) for point in judged.missing] if is_partly else [],
        choice=form[f"choice-{clause.id}"],
        reason=form[f"reason-{clause.id}"],
    )


def _html(words: Mapping[Lang, str], lang: Lang) -> str:
    said = lang if lang in words else next(iter(words))
    return mark_safe(markup.text(Passage(words[said], said), 4))  # noqa: S308 - escaped by `markup`


def _quote(quote: Quote, lang: Lang) -> QuoteShown:
    return QuoteShown(quote.text, pick(quote.where, lang))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _status(status: Status) -> str:
    return {
        Status.COVERED: _("there already"),
        Status.PARTLY: _("partly there"),
        Status.CONTRADICTED: _("contradicted"),
        Status.MISSING: _("missing"),
    }[status]


def _certainty(certainty: Certainty) -> str:
    return {
        Certainty.HIGH: _("We are fairly certain of this."),
        Certainty.MIDDLING: _("This is likely. Read it yourself too."),
        Certainty.LOW: _("We are not certain of this. See for yourself."),
    }[certainty]


def _heading(status: Status, count: int) -> str:
    said = {
        Status.CONTRADICTED: ngettext(
            "%(count)s clause is contradicted", "%(count)s clauses are contradicted", count
        ),
        Status.PARTLY: ngettext(
            "%(count)s clause is partly there", "%(count)s clauses are partly there", count
        ),
        Status.MISSING: ngettext(
            "%(count)s clause is missing", "%(count)s clauses are missing", count
        ),
        Status.COVERED: ngettext(
            "%(count)s clause is there already", "%(count)s clauses are there already", count
        ),
    }[status]
    return said % {"count": count}
