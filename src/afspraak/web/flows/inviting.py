"""An invitation becomes a mail."""

import datetime as dt

from django.db import transaction
from django.utils.http import urlencode

from afspraak.web.mail import operations as mail
from afspraak.web.organisation import queries as organisation
from afspraak.web.people import invitations

BATCH = 200


def queue_invitations(now: dt.datetime) -> int:
    """Puts every invitation that waits in the queue of mails; gives how many.

    Each batch leaves the one table and enters the other in one transaction, and a mail's key holds
    the moment of the invitation: nobody is forgotten, and nobody is asked twice.
    """
    count = 0
    company = organisation.chosen().name
    while True:
        with transaction.atomic():
            waiting = invitations.take(BATCH)
            for each in waiting:
                mail.queue(
                    key=f"people.invitation:{each.person}:{each.at.isoformat()}",
                    person=each.person,
                    kind="people.invitation",
                    now=now,
                    values={
                        "by": each.by,
                        "company": company,
                        "link": f"/sign-in/login/?{urlencode({'email': each.email})}",
                    },
                )
        count += len(waiting)
        if len(waiting) < BATCH:
            return count
