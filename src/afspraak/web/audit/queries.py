"""Reading the log."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from afspraak.diagnostics import Text
from afspraak.web.audit.actions import LOG_VIEWED, declared
from afspraak.web.audit.findings import Code, Finding
from afspraak.web.audit.models import Entry, Personal, Verification
from afspraak.web.audit.seals import Fact
from afspraak.web.remembering import once_a_page

ROWS_A_PAGE = 50
MAX_ROWS_OF_A_PERSON = 5_000


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as pages show it. `personal` is None when it was erased, or when there was none."""

    number: int
    at: dt.datetime
    action: str
    says: Text
    actor: uuid.UUID | None
    subject: str
    edition: str
    facts: Mapping[str, Fact]
    personal: Mapping[str, Fact] | None
    person: uuid.UUID | None
    is_erased: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the log is asked for; `before` is the number at which the page before ended."""

    action: str = ""
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """What the last verification found; `found` counts more than are kept to be shown."""

    at: dt.datetime
    entries: int
    number: int
    seal: str
    found: int
    findings: tuple[Finding, ...]


def page(wanted: Filter) -> tuple[Sequence[Line], bool]:
    """The latest entries that fit, and whether there are more before them. One query."""
    rows = Entry.objects.select_related("personal").order_by("-number")
    if wanted.action:
        rows = rows.filter(action=wanted.action)
    if wanted.since:
        rows = rows.filter(at__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(at__lt=wanted.until)
    if wanted.before is not None:
        rows = rows.filter(number__lt=wanted.before)
    found = [_line(row) for row in rows[: ROWS_A_PAGE + 1]]
    return found[:ROWS_A_PAGE], len(found) > ROWS_A_PAGE


def by_person(person: uuid.UUID) -> Sequence[Line]:
    """What this person did, the latest first."""
    return _lines(Q(actor=person))


def about(person: uuid.UUID) -> Sequence[Line]:
    """What others did that was about this person, the latest first."""
    is_about = Q(personal__person=person) | Q(subject=f"person:{person}")
    return _lines(is_about & (~Q(actor=person) | Q(actor=None)))


def looks_at(numbers: Iterable[int]) -> Sequence[Line]:
    """When the log was looked at on a page on which one of these entries stood."""
    wanted = sorted(numbers)
    return [
        line
        for line in _lines(Q(action=LOG_VIEWED.key))
        if any(
            int(line.facts["first"] or 0) <= each <= int(line.facts["last"] or 0) for each in wanted
        )
    ]


@once_a_page
def last_verification() -> Verified | None:
    """What was found the last time, if ever."""
    row = Verification.objects.order_by("-at", "-pk").first()
    if row is None:
        return None
    findings = tuple(
        Finding(Code(each["code"]), each["number"], each["until"], each["name"])
        for each in row.findings
    )
    return Verified(row.at, row.entries, row.number, row.seal, row.found, findings)


def _lines(where: Q) -> Sequence[Line]:
    rows = Entry.objects.select_related("personal").filter(where).order_by("-number")
    return [_line(row) for row in rows[:MAX_ROWS_OF_A_PERSON]]


def _line(row: Entry) -> Line:
    held: Personal | None = getattr(row, "personal", None)
    action = declared().get(row.action)
    return Line(
        row.number,
        row.at,
        row.action,
        action.says if action else {"nl": row.action, "en": row.action},
        row.actor,
        row.subject,
        row.edition,
        row.facts,
        held.facts if held else None,
        held.person if held else None,
        bool(row.commitment) and held is None,
    )
