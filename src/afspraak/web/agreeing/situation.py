"""Where a proposal stands, as the rules of agreeing look at it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import cast
from zoneinfo import ZoneInfo

from afspraak.decisions.agreeing import Answer, Answered, Body, Leader, Situation, State
from afspraak.diagnostics import Diagnostic
from afspraak.protocol.model import Protocol
from afspraak.web.agreeing import queries
from afspraak.web.agreeing.queries import ExcusedRow, OfferRow, OutcomeRow, ProceedingRow
from afspraak.web.contributions import Leading, contributing
from afspraak.web.editions import operations as editing
from afspraak.web.editions import queries as editions
from afspraak.web.editions.judging import Judgement, judge
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation import queries as organisation
from afspraak.web.people import queries as people

Leads = Callable[[EditionRow, dt.datetime], Iterable[Leading]]


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal with everything that was done about it, and the situation that this makes."""

    proceeding: ProceedingRow
    offers: Sequence[OfferRow]
    outcomes: Sequence[OutcomeRow]
    excused: Sequence[ExcusedRow]
    leading: Sequence[Leading]
    judgement: Judgement
    problems: Sequence[Diagnostic]
    situation: Situation

    @property
    def offer(self) -> OfferRow:
        """The text as it is now."""
        return self.offers[-1]

    @property
    def outcome(self) -> OutcomeRow | None:
        """The last answer about the text as it is now."""
        same = [row for row in self.outcomes if row.text_hash == self.proceeding.text_hash]
        return same[-1] if same else None


def today(now: dt.datetime) -> dt.date:
    """The day that it is at `now` where the organisation is."""
    return now.astimezone(ZoneInfo(organisation.chosen().timezone)).date()


def standing(row: ProceedingRow, now: dt.datetime) -> Standing:
    """Where this proposal stands at `now`."""
    judgement = judge(row.source, now.date(), facts_to_come=True)
    offers, outcomes = queries.offers(row.id), queries.outcomes(row.id)
    waits = row.state in queries.WAITING
    edition = editions.awaiting() if waits else None
    leading = leaders(edition, now) if edition else ()
    excused = queries.excused(row.id) if waits else ()
    known, waiting = editions.in_force(now), editions.awaiting()
    is_known_text = known is not None and known.text_hash == row.text_hash
    is_known_edition = is_known_text and known is not None and known.number == row.number
    is_open = row.state in {State.DRAFT, State.OFFERED, State.WITH_REPRESENTATION}
    taken = editing.number_taken(judgement, now) if is_open and not is_known_edition else ()
    problems = (*judgement.errors, *taken)
    offer = offers[-1]
    return Standing(
        row,
        offers,
        outcomes,
        excused,
        leading,
        judgement,
        problems,
        Situation(
            state=State(row.state),
            text_hash=row.text_hash,
            people=headcount(judgement.protocol) if is_open else 1,
            errors=len(problems),
            may_stay=frozenset(f"{each.clause} {each.code}" for each in judgement.may_stay),
            is_known_text=is_known_text,
            is_known_edition=is_known_edition,
            has_edition=has_edition(now),
            representatives=len(queries.representatives()) if is_open else 0,
            offered_on=_day(offer.offered_at),
            offered_by=str(offer.offered_by_key or ""),
            body=Body(offer.body) if offer.body else None,
            answers=tuple(map(_answered, outcomes)),
            another_waits=not waits and waiting is not None,
            planned_for=row.planned_for,
            leaders=_leaders(leading, excused),
        ),
    )


def headcount(protocol: Protocol) -> int:
    """How many people work here: as the file says, or as many as are known here if that is more."""
    return max(protocol.organisation.people, people.active_count())


def has_edition(now: dt.datetime) -> bool:
    """Whether any edition is, was or will be in force."""
    return bool(editions.past(now) or editions.coming(now) or editions.awaiting())


def leaders(edition: EditionRow, now: dt.datetime) -> Sequence[Leading]:
    """Those who lead, and whether they have read this edition's text.

    Without a feature that knows who reads, nothing could ever be known to have been read.
    """
    told = [tell for _, tell in contributing("leading")]
    if not told:
        raise LookupError("no feature says who has read")
    return [row for tell in told for row in cast("Leads", tell)(edition, now)]


def _leaders(leading: Iterable[Leading], excused: Iterable[ExcusedRow]) -> tuple[Leader, ...]:
    let_off = {row.person for row in excused}
    return tuple(
        Leader(str(row.person), row.has_read, row.is_away, row.person in let_off) for row in leading
    )


def _answered(row: OutcomeRow) -> Answered:
    answer = Answer(row.answer)
    met = answer is not Answer.CONDITIONS or row.met_at is not None
    return Answered(answer, row.on, row.text_hash, met=met)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return today(moment) if moment else None
