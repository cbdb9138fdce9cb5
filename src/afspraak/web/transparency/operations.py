"""Looking at the log, which is logged itself."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from afspraak.web.audit import operations as audit
from afspraak.web.audit import queries
from afspraak.web.audit.actions import LOG_VIEWED
from afspraak.web.audit.queries import Filter, Line
from afspraak.web.people.models import Person


@transaction.atomic
def look_at_log(*, wanted: Filter, person: Person, now: dt.datetime) -> tuple[Sequence[Line], bool]:
    """A page of the log, and whether there is more; who looked at which entries is noted."""
    lines, more = queries.page(wanted)
    if lines:
        audit.record(
            LOG_VIEWED,
            now=now,
            actor=person.pk,
            facts={
                "first": lines[-1].number,
                "last": lines[0].number,
                "action": wanted.action,
            },
            personal={"name": person.name},
        )
    return lines, more
