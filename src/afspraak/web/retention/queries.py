"""Reading what was deleted and how long things are kept."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import Max, Sum

from afspraak.diagnostics import Text
from afspraak.web.contributions import Term, contributing
from afspraak.web.remembering import once_a_page
from afspraak.web.retention.models import Deletion, RuleRun

ROWS_A_PAGE = 50
LATE = dt.timedelta(hours=36)
"""A rule that has not run for so long is late: it runs every few hours."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """A receipt as the page shows it."""

    rule: str
    says: Text
    at: dt.datetime
    count: int
    digest: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What is kept and how long; when it was last looked at, and what failed then."""

    key: str
    says: Text
    term: Text
    for_good: bool
    ran_at: dt.datetime | None
    failed: str
    is_late: bool
    last_deleted_at: dt.datetime | None
    deleted: int


def terms() -> Iterator[Term]:
    """Every term that a feature names."""
    for _, held in contributing("TERMS"):
        yield from cast("tuple[Term, ...]", held)


def rules(now: dt.datetime) -> Sequence[Rule]:
    """Every term with how it fares. Always two queries."""
    runs = {run.rule: run for run in _runs()}
    totals = Deletion.objects.values("rule").annotate(latest=Max("at"), total=Sum("count"))
    gone = {row["rule"]: row for row in totals}
    found = []
    for term in terms():
        run, past = runs.get(term.key), gone.get(term.key)
        found.append(
            Rule(
                term.key,
                term.says,
                term.term,
                term.delete is None,
                run.at if run else None,
                run.failed if run else "",
                bool(term.delete and run and run.at < now - LATE),
                past["latest"] if past else None,
                past["total"] if past else 0,
            )
        )
    return found


def deletions(number: int) -> Page[Deletion]:
    """A page of receipts, the latest first."""
    return Paginator(Deletion.objects.order_by("-at", "-pk"), ROWS_A_PAGE).get_page(number)


def as_shown(rows: Sequence[Deletion]) -> Sequence[Deleted]:
    """Receipts with what their rule is about."""
    says = {term.key: term.says for term in terms()}
    return [
        Deleted(
            row.rule,
            says.get(row.rule, {"nl": row.rule, "en": row.rule}),
            row.at,
            row.count,
            row.digest,
        )
        for row in rows
    ]


def latest(count: int) -> Sequence[Deleted]:
    """The last receipts."""
    return as_shown(list(Deletion.objects.order_by("-at", "-pk")[:count]))


def failing() -> Sequence[str]:
    """The rules that failed the last time they ran."""
    failed = RuleRun.objects.exclude(failed="").order_by("rule")
    return tuple(failed.values_list("rule", flat=True))


@once_a_page
def _runs() -> Sequence[RuleRun]:
    return list(RuleRun.objects.all())


def last_run() -> dt.datetime | None:
    """When any rule ran last."""
    return max((run.at for run in _runs()), default=None)


def all_ran_since(moment: dt.datetime) -> bool | None:
    """Whether every rule has run since, without failing; None when none ever ran."""
    runs = {run.rule: run for run in _runs()}
    if not runs:
        return None
    wanted = [term.key for term in terms() if term.delete]
    return all(key in runs and runs[key].at >= moment and not runs[key].failed for key in wanted)
