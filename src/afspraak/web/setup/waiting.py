"""How the queue of mails does. Counts only: what a mail says is nobody's business here."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Min, Q

from afspraak.web.mail.models import OutgoingMail

LATELY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many mails wait, since when the oldest does, and how many went or were given up."""

    waiting: int
    oldest: dt.datetime | None
    sent: int
    given_up: int


def waiting(now: dt.datetime) -> Waiting:
    """The queue as it is at `now`."""
    since = now - LATELY
    still = Q(sent_at=None, given_up_at=None, not_before__lte=now) | Q(
        sent_at=None, given_up_at=None, attempts__gt=0
    )
    return Waiting(
        **OutgoingMail.objects.aggregate(
            waiting=Count("pk", filter=still),
            oldest=Min("queued_at", filter=still),
            sent=Count("pk", filter=Q(sent_at__gte=since)),
            given_up=Count("pk", filter=Q(given_up_at__gte=since)),
        )
    )
