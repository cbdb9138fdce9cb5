"""Who works here, and who is away."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person


def today(now: dt.datetime) -> dt.date:
    """The day that it is at `now` where the organisation is."""
    return now.astimezone(ZoneInfo(organisation.chosen().timezone)).date()


def here(day: dt.date) -> QuerySet[Person]:
    """Everybody who works here on this day, also those who are away for a while."""
    return Person.objects.filter(works_here(day))


def works_here(day: dt.date, who: str = "") -> Q:
    """That somebody works here on this day; `who` leads to the person, as `person__` does."""
    has_come = Q((f"{who}joined", None)) | Q((f"{who}joined__lte", day))
    stays = Q((f"{who}left", None)) | Q((f"{who}left__gt", day))
    return Q((f"{who}is_active", True)) & has_come & stays


def away(day: dt.date) -> Q:
    """Who is away on this day. Without a last day, that is until further notice."""
    is_set = Q(away_from__isnull=False) | Q(away_until__isnull=False)
    begun = Q(away_from=None) | Q(away_from__lte=day)
    return is_set & begun & (Q(away_until=None) | Q(away_until__gte=day))
