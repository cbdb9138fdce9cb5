"""What the bakery's people said of its rules, since their representation agreed to counting."""

import datetime as dt
import uuid

from afspraak.decisions.reporting import Sort, week_of
from afspraak.web.insights import operations
from afspraak.web.insights.models import Permission, WeekCount

AGREED = dt.timedelta(days=40)
REFERENCE = "OR-2026-17"
REPORTS: tuple[tuple[str, Sort, tuple[int, ...]], ...] = (
    ("say-you-work-here", Sort.ANNOYING, (9, 8, 7, 5)),
    ("say-you-work-here", Sort.WRONG, (6, 8, 7, 2)),
    ("short-links", Sort.ANNOYING, (8, 7, 6, 4)),
    ("tone", Sort.WRONG, (4, 3, 3, 1)),
)
"""By week, the latest first. Of `tone` there are too few to show."""


def count_reports(*, representative: uuid.UUID, now: dt.datetime) -> None:
    """Switches counting on, as the representation did, with the counts since."""
    agreed = now - AGREED
    operations.allow(reference=REFERENCE, agreed_on=agreed.date(), now=agreed, actor=representative)
    permission = Permission.objects.get(taken_back_at=None)
    this_week = week_of(now.date())
    WeekCount.objects.bulk_create(
        WeekCount(
            permission=permission,
            rule=rule,
            sort=sort,
            week=this_week - dt.timedelta(weeks=ago),
            count=count,
        )
        for rule, sort, counts in REPORTS
        for ago, count in enumerate(counts)
    )
