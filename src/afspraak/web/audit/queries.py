"""Reading the log."""

import bisect
import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from afspraak.diagnostics import Text
from afspraak.web.audit.actions import LOG_VIEWED, Action, declared
from afspraak.web.audit.findings import Code, Finding
from afspraak.web.audit.models import Entry, Personal, Verification
from afspraak.web.audit.seals import Fact
from afspraak.web.remembering import once_a_page

ROWS_A_PAGE = 25
MAX_ROWS_OF_A_PERSON = 10_000


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
    rows = Entry.objects.order_by("-number")
    if wanted.action:
        rows = rows.filter(action=wanted.action)
    if wanted.since:
        rows = rows.filter(at__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(at__lt=wanted.until)
    if wanted.before is not None:
        rows = rows.filter(number__lt=wanted.before)
    found = _lines(rows[: ROWS_A_PAGE + 1])
    return found[:ROWS_A_PAGE], len(found) > ROWS_A_PAGE


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What the log holds of somebody, the latest first.

    What they did, what others did that was about them, and when others looked at the log on a page
    on which one of these stood.
    """

    own: Sequence[Line]
    others: Sequence[Line]
    looks: Sequence[Line]


def of_person(person: uuid.UUID) -> OfPerson:
    """Everything in the log that is of this person. One query."""
    subject = f"person:{person}"
    # A union of what indexes give: with "or" between them, the whole log would be gone through.
    numbers = (
        Entry.objects.filter(actor=person)
        .values("number")
        .union(
            Personal.objects.filter(person=person).values("entry"),
            Entry.objects.filter(subject=subject).values("number"),
            Entry.objects.filter(action=LOG_VIEWED.key).values("number"),
        )
    )
    rows = Entry.objects.filter(number__in=numbers).order_by("-number")
    lines = _lines(rows[:MAX_ROWS_OF_A_PERSON])
    own = [line for line in lines if line.actor == person]
    elsewhere = [line for line in lines if line.actor != person]
    others = [line for line in elsewhere if person == line.person or line.subject == subject]
    numbers_of_theirs = sorted(line.number for line in (*own, *others))
    return OfPerson(own, others, [line for line in elsewhere if _shows(line, numbers_of_theirs)])


def _shows(line: Line, numbers: Sequence[int]) -> bool:
    """Whether somebody looked at a page of the log on which one of these sorted entries stood."""
    if line.action != LOG_VIEWED.key:
        return False
    after = bisect.bisect_left(numbers, int(line.facts["first"] or 0))
    return after < len(numbers) and numbers[after] <= int(line.facts["last"] or 0)


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


_FIELDS = (
    "number",
    "at",
    "action",
    "actor",
    "subject",
    "edition",
    "facts",
    "personal__facts",
    "personal__person",
    "commitment",
    "personal__entry",
)


def _lines(found: QuerySet[Entry]) -> Sequence[Line]:
    known = declared()
    return [_line(known, *row) for row in found.values_list(*_FIELDS)]


def _line(
    known: Mapping[str, Action],
    number: int,
    at: dt.datetime,
    action: str,
    actor: uuid.UUID | None,
    subject: str,
    edition: str,
    facts: Mapping[str, Fact],
    personal: Mapping[str, Fact] | None,
    person: uuid.UUID | None,
    commitment: str,
    part: int | None,
) -> Line:
    says: Text = known[action].says if action in known else {"nl": action, "en": action}
    is_erased = bool(commitment) and part is None
    return Line(
        number, at, action, says, actor, subject, edition, facts, personal, person, is_erased
    )
