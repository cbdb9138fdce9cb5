"""How the reading goes: exact for the editor, above a threshold for others."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from afspraak.decisions import counting
from afspraak.decisions.counting import Shown
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation import queries as organisation
from afspraak.web.reading import queries
from afspraak.web.reading.models import Campaign, Reading
from afspraak.web.reading.queries import ToRead


@dataclass(frozen=True, slots=True)
class Overview:
    """How far it is. `is_exact` says that no count was rounded."""

    edition: ToRead
    total: Shown
    teams: Mapping[str, Shown]
    rest: Shown | None
    days: Sequence[tuple[dt.date, int]]
    objections: Shown
    leaders: queries.Leaders
    started: dt.datetime | None
    everybody: dt.datetime | None
    is_exact: bool


def overview(now: dt.datetime, *, exact: bool) -> Overview | None:
    """The counts of the edition in force among those who work here; nothing without an edition."""
    held = queries.to_read(now)
    if held is None:
        return None
    day = queries.today(now)
    read = _read(held, day)
    teams = _by_team(read, day)
    threshold = 1 if exact else counting.THRESHOLD
    table = counting.table(teams, threshold)
    campaign = Campaign.objects.filter(edition=held.asked).first()
    return Overview(
        edition=held,
        total=table.total,
        teams=table.teams,
        rest=table.rest,
        days=counting.by_day(_by_day(read), table.total.of, threshold),
        objections=counting.shown(sum(row.objected for row in read), table.total.of, threshold),
        leaders=queries.leaders_read(now) or queries.Leaders(0, 0),
        started=campaign.started_at if campaign else None,
        everybody=campaign.everybody_at if campaign else None,
        is_exact=exact,
    )


class _Read(NamedTuple):
    """How many of a team read it on a day, and how many of those objected."""

    team: str
    day: dt.date
    read: int
    objected: int


def _read(held: ToRead, day: dt.date) -> Sequence[_Read]:
    zone = ZoneInfo(organisation.chosen().timezone)
    found = (
        Reading.objects.filter(queries.works_here(day, "person__"), edition=held.asked)
        .annotate(day=TruncDate("at", tzinfo=zone))
        .values_list("person__team", "day")
        .annotate(read=Count("pk"), objected=Count("pk", filter=~Q(objection="")))
        .order_by("day")
    )
    return [_Read(*row) for row in found]


def _by_team(read: Sequence[_Read], day: dt.date) -> Mapping[str, tuple[int, int]]:
    done = Counter[str]()
    for row in read:
        done[row.team] += row.read
    of = queries.here(day).values_list("team").annotate(of=Count("*")).order_by("team")
    return {team: (done[team], count) for team, count in of}


def _by_day(read: Sequence[_Read]) -> Mapping[dt.date, int]:
    done = Counter[dt.date]()
    for row in read:
        done[row.day] += row.read
    return done


def by_edition(now: dt.datetime) -> Sequence[tuple[EditionRow, Shown]]:
    """How many of those who work here now have read each edition that had to be read, the latest
    first. Never exact: this is for looking at how it goes, not at who.
    """
    day = queries.today(now)
    of = queries.here(day).count()
    asked = [row for row in editions.past(now) if row.must_be_read]
    found = (
        Reading.objects.filter(edition__in=[row.id for row in asked], person__in=queries.here(day))
        .values("edition")
        .annotate(count=Count("pk"))
    )
    read = {row["edition"]: row["count"] for row in found}
    return [(row, counting.shown(read.get(row.id, 0), of)) for row in asked]
