"""How long it is noted that a mail went out."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q

from afspraak.web.mail.models import OutgoingMail
from afspraak.web.people.models import Person

DAYS = 90


def delete_old(now: dt.datetime) -> Sequence[str]:
    """Deletes the notes of mails that were sent or given up long enough ago; a line for each."""
    before = now - dt.timedelta(days=DAYS)
    old = OutgoingMail.objects.filter(Q(sent_at__lte=before) | Q(given_up_at__lte=before))
    rows = list(old.order_by("pk").values_list("pk", "kind"))
    OutgoingMail.objects.filter(pk__in=[key for key, _ in rows]).delete()
    return [f"mail:{key} {kind}" for key, kind in rows]


def erase(person: Person) -> int:
    """Deletes the notes of all mails to a person; gives how many those were."""
    return OutgoingMail.objects.filter(person=person).delete()[0]
