"""Allowing that reports are counted, taking that back, and counting one."""

import datetime as dt
import uuid
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import F

from afspraak.decisions import reporting, retention
from afspraak.decisions.reporting import Sort
from afspraak.web.audit import operations as audit
from afspraak.web.insights import actions, queries
from afspraak.web.insights.models import Permission, WeekCount
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person
from afspraak.web.retention import operations as retaining

COUNTS = "insights.rule-reports"
"""The rule under which counts are deleted."""


class UnableToAllow(Exception):
    """Permission was given already; the argument is `already`."""


class UnableToReport(Exception):
    """The rule cannot be reported: the argument is `off` or `unknown`."""


def allow(*, reference: str, agreed_on: dt.date, now: dt.datetime, actor: uuid.UUID) -> None:
    """Begins counting reports. Raises `UnableToAllow`."""
    try:
        with transaction.atomic():
            Permission.objects.create(
                reference=reference, agreed_on=agreed_on, given_at=now, given_by_id=actor
            )
            audit.record(
                actions.REPORTS_ALLOWED,
                now=now,
                actor=actor,
                facts={"reference": reference, "agreed_on": agreed_on.isoformat()},
            )
    except IntegrityError as error:
        raise UnableToAllow("already") from error


@transaction.atomic
def take_back(*, now: dt.datetime, actor: uuid.UUID) -> None:
    """Stops counting, and deletes what was counted at once. Nothing happens when it was off."""
    stopped = Permission.objects.filter(taken_back_at=None).update(
        taken_back_at=now, taken_back_by_id=actor
    )
    if stopped:
        audit.record(actions.REPORTS_STOPPED, now=now, actor=actor)
        retaining.delete_under(COUNTS, now=now)


@transaction.atomic
def count_report(*, rule: str, sort: Sort, now: dt.datetime) -> None:
    """Counts that somebody reports a rule: not who, not why, and of when only the week.

    In one week a rule is not counted more often than there are people. Raises `UnableToReport`.
    """
    permission = Permission.objects.filter(taken_back_at=None).first()
    if permission is None:
        raise UnableToReport("off")
    if rule not in queries.rules(now):
        raise UnableToReport("unknown")
    zone = ZoneInfo(organisation.chosen().timezone)
    week = reporting.week_of(now.astimezone(zone).date())
    in_week = WeekCount.objects.filter(permission=permission, rule=rule, week=week)
    counted = sum(in_week.values_list("count", flat=True))
    if reporting.counts_once_more(counted, Person.objects.filter(is_active=True).count()):
        row, _ = in_week.get_or_create(
            sort=sort, defaults={"permission": permission, "rule": rule, "week": week}
        )
        WeekCount.objects.filter(pk=row.pk).update(count=F("count") + 1)


def delete_counts(now: dt.datetime) -> Sequence[str]:
    """Deletes counts of weeks that are over their term, and of a permission that was taken back."""
    rule = retention.RULES["rule-reports"]
    until = retention.over(rule, now.astimezone(dt.UTC).date())
    old = WeekCount.objects.filter(week__lte=until)
    stopped = WeekCount.objects.exclude(permission__taken_back_at=None)
    lines = {
        f"rule-reports {name} {week:%Y-%m-%d} {sort}"
        for rows in (old, stopped)
        for name, week, sort in rows.values_list("rule", "week", "sort")
    }
    old.delete()
    stopped.delete()
    return sorted(lines)


def forget(person: Person) -> int:
    """Takes a name away from the permissions that somebody gave or took back."""
    given = Permission.objects.filter(given_by=person).update(given_by=None)
    return given + Permission.objects.filter(taken_back_by=person).update(taken_back_by=None)
