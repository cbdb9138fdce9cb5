"""Proposals, every text that was offered, and what came of it."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import CharField, F, Model, OuterRef, QuerySet, Subquery, TextField, Value

from afspraak.decisions.roles import Role
from afspraak.web.agreeing.models import Excused, Letter, Offer, Outcome, Overruled, Proceeding
from afspraak.web.people.models import Granted, Person


@dataclass(frozen=True, slots=True)
class ProceedingRow:
    """A proposal with its latest text. Names are empty when nobody is known for them any more."""

    id: uuid.UUID
    number: str
    state: str
    source: bytes
    text_hash: str
    protocol_hash: str
    offered_at: dt.datetime | None
    offered_by: str
    version: int
    started_at: dt.datetime
    draft: uuid.UUID | None
    edition: int | None
    decided_at: dt.datetime | None
    decided_by: str
    alone: bool
    planned_for: dt.datetime | None
    asked_leaders_at: dt.datetime | None
    in_force_at: dt.datetime | None
    replaced_at: dt.datetime | None
    withdrawn_at: dt.datetime | None
    withdrawn_by: str
    withdrawn_reason: str


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A proposal in a list."""

    id: uuid.UUID
    number: str
    state: str
    since: dt.datetime
    planned_for: dt.datetime | None


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One text of a proposal, without the file."""

    version: int
    text_hash: str
    protocol_hash: str
    added_at: dt.datetime
    offered_at: dt.datetime | None
    offered_by: str
    offered_by_key: uuid.UUID | None
    body: str
    asked_at: dt.datetime | None
    asked_by: str
    request: str
    taken_back_at: dt.datetime | None
    taken_back_by: str
    taken_back_reason: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What came of asking about one text, or why nobody was asked."""

    id: int
    version: int
    answer: str
    ground: str
    text_hash: str
    on: dt.date
    reference: str
    says: str
    recorded_at: dt.datetime
    recorded_by: str
    by_representation: bool
    letter_name: str
    met_at: dt.datetime | None
    met_by: str
    met_how: str


@dataclass(frozen=True, slots=True)
class OverruledRow:
    """That a passage stays, why, who wrote that down and when."""

    version: int
    clause: str
    code: str
    reason: str
    at: dt.datetime
    by: str


@dataclass(frozen=True, slots=True)
class ExcusedRow:
    """That somebody who leads and is away need not be waited for."""

    person: uuid.UUID
    name: str
    reason: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class LetterFile:
    """The letter that goes with an answer."""

    name: str
    content: bytes


WAITING = ("decided", "leaders-reading")
OVER = ("in-force", "replaced", "withdrawn")


def proceeding(key: uuid.UUID) -> ProceedingRow | None:
    """The proposal with this key, with its latest text."""
    return next(iter(_proceedings(_latest().filter(proceeding=key))), None)


def proceedings() -> Sequence[ProceedingRow]:
    """Every proposal with its latest text, the latest first."""
    return _proceedings(_latest().order_by("-proceeding__started_at", "proceeding"))


def of_draft(draft: uuid.UUID) -> SummaryRow | None:
    """The open proposal that came from this draft."""
    found = Proceeding.objects.filter(draft=draft).exclude(state__in=OVER).order_by("-started_at")
    values = found.values_list("pk", "number", "state", "started_at", "planned_for").first()
    return SummaryRow(*values) if values else None


def of_edition(edition: int) -> uuid.UUID | None:
    """The proposal that this edition came from; nothing for one from before there was agreeing."""
    return Proceeding.objects.filter(edition=edition).values_list("pk", flat=True).first()


def summaries() -> Sequence[SummaryRow]:
    """Every proposal for a list, the latest first."""
    fields = ("pk", "number", "state", "started_at", "planned_for")
    found = Proceeding.objects.order_by("-started_at", "pk").values_list(*fields)
    return [SummaryRow(*values) for values in found]


def open_ones() -> Sequence[SummaryRow]:
    """Proposals that somebody still has to do something for."""
    return [row for row in summaries() if row.state not in OVER]


def offers(key: uuid.UUID) -> Sequence[OfferRow]:
    """Every text of a proposal, the first first."""
    found = Offer.objects.filter(proceeding=key).defer("source").order_by("version")
    return [
        OfferRow(
            row.version,
            row.text_hash,
            row.protocol_hash,
            row.added_at,
            row.offered_at,
            _name(row.offered_by),
            row.offered_by_id,
            row.body,
            row.asked_at,
            _name(row.asked_by),
            row.request,
            row.taken_back_at,
            _name(row.taken_back_by),
            row.taken_back_reason,
        )
        for row in found.select_related("offered_by", "asked_by", "taken_back_by")
    ]


def source_of(key: uuid.UUID, version: int) -> bytes | None:
    """The file of one text of a proposal."""
    found = Offer.objects.filter(proceeding=key, version=version)
    source = found.values_list("source", flat=True).first()
    return None if source is None else bytes(source)


def outcomes(key: uuid.UUID) -> Sequence[OutcomeRow]:
    """Every answer about any text of a proposal, in the order in which they were recorded."""
    found = Outcome.objects.filter(offer__proceeding=key).order_by("recorded_at", "pk")
    return [
        OutcomeRow(
            row.pk,
            row.offer.version,
            row.answer,
            row.ground,
            row.text_hash,
            row.on,
            row.reference,
            row.says,
            row.recorded_at,
            _name(row.recorded_by),
            row.by_representation,
            row.letter_name,
            row.met_at,
            _name(row.met_by),
            row.met_how,
        )
        for row in found.select_related("offer", "recorded_by", "met_by").defer("offer__source")
    ]


def overruled(key: uuid.UUID) -> Sequence[OverruledRow]:
    """Every passage that stays for a reason, in any text of a proposal."""
    found = Overruled.objects.filter(offer__proceeding=key).order_by("at", "pk")
    return [
        OverruledRow(row.offer.version, row.clause, row.code, row.reason, row.at, _name(row.by))
        for row in found.select_related("offer", "by").defer("offer__source")
    ]


def excused(key: uuid.UUID) -> Sequence[ExcusedRow]:
    """Those who lead, are away, and need not be waited for."""
    found = Excused.objects.filter(proceeding=key).select_related("person").order_by("at", "pk")
    return [ExcusedRow(row.person_id, row.person.name, row.reason, row.at) for row in found]


def letter(key: uuid.UUID, outcome: int) -> LetterFile | None:
    """The letter of an answer about this proposal."""
    row = (
        Letter.objects.filter(outcome=outcome, outcome__offer__proceeding=key)
        .select_related("outcome")
        .first()
    )
    return LetterFile(row.outcome.letter_name, bytes(row.content)) if row else None


def representatives() -> frozenset[uuid.UUID]:
    """Those who work here and speak for the staff."""
    held = Granted.objects.filter(role=Role.REPRESENTATION, person__is_active=True)
    return frozenset(held.values_list("person", flat=True))


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """An open proposal, as far as it tells whose turn it is. `met`: no condition is open."""

    id: uuid.UUID
    number: str
    state: str
    offered_by: uuid.UUID | None
    answer: str
    met: bool


def waiting() -> Sequence[WaitingRow]:
    """Every open proposal, the longest waiting first."""
    same = Outcome.objects.filter(
        offer__proceeding=OuterRef("proceeding"), text_hash=OuterRef("text_hash")
    ).order_by("-recorded_at", "-pk")
    found = (
        Offer.objects.filter(version=F("proceeding__version"))
        .exclude(proceeding__state__in=OVER)
        .annotate(
            answer=Subquery(same.values("answer")[:1]), met=Subquery(same.values("met_at")[:1])
        )
        .order_by("proceeding__started_at", "proceeding")
        .values_list(
            "proceeding", "proceeding__number", "proceeding__state", "offered_by", "answer", "met"
        )
    )
    return [
        WaitingRow(key, number, state, by, answer or "", met is not None or answer != "conditions")
        for key, number, state, by, answer, met in found
    ]


@dataclass(frozen=True, slots=True)
class DoneRow:
    """A step that stands under somebody's name: for which edition, when, and what they said."""

    number: str
    step: str
    at: dt.datetime
    says: str


def done_by(person: Person) -> Sequence[DoneRow]:
    """What stands under this person's name, the latest first: all of it in one query."""
    first, *others = (
        model._default_manager.filter(**{who: person}).values_list(  # noqa: SLF001 - Django's
            number,
            Value(step, output_field=CharField()),
            at,
            F(says) if says else Value("", output_field=TextField()),
        )
        for model, step, who, at, number, says in DONE
    )
    rows: Iterable[tuple[str, str, dt.datetime, str]] = first.union(*others, all=True)
    return sorted((DoneRow(*row) for row in rows), key=lambda row: row.at, reverse=True)


DONE: tuple[tuple[type[Model], str, str, str, str, str], ...] = (
    (Offer, "offer", "offered_by", "offered_at", "proceeding__number", ""),
    (Offer, "ask", "asked_by", "asked_at", "proceeding__number", "request"),
    (
        Offer,
        "take-back",
        "taken_back_by",
        "taken_back_at",
        "proceeding__number",
        "taken_back_reason",
    ),
    (Overruled, "overrule", "by", "at", "offer__proceeding__number", "reason"),
    (Outcome, "answer", "recorded_by", "recorded_at", "offer__proceeding__number", "says"),
    (Outcome, "meet", "met_by", "met_at", "offer__proceeding__number", "met_how"),
    (Proceeding, "decide", "decided_by", "decided_at", "number", ""),
    (Proceeding, "withdraw", "withdrawn_by", "withdrawn_at", "number", "withdrawn_reason"),
    (Excused, "excuse", "by", "at", "proceeding__number", "reason"),
    (Excused, "excused", "person", "at", "proceeding__number", "reason"),
)
"""Where a name stands: what was done, by which column, when, for which edition, and the words."""


def _latest() -> "QuerySet[Offer]":
    return Offer.objects.filter(version=F("proceeding__version")).select_related(
        "offered_by", "proceeding__decided_by", "proceeding__withdrawn_by"
    )


def _proceedings(rows: Iterable[Offer]) -> list[ProceedingRow]:
    return [
        ProceedingRow(
            held.pk,
            held.number,
            held.state,
            bytes(row.source),
            row.text_hash,
            row.protocol_hash,
            row.offered_at,
            _name(row.offered_by),
            row.version,
            held.started_at,
            held.draft,
            held.edition_id,
            held.decided_at,
            _name(held.decided_by),
            held.alone,
            held.planned_for,
            held.asked_leaders_at,
            held.in_force_at,
            held.replaced_at,
            held.withdrawn_at,
            _name(held.withdrawn_by),
            held.withdrawn_reason,
        )
        for row in rows
        for held in (row.proceeding,)
    ]


def _name(person: Person | None) -> str:
    return person.name if person else ""
