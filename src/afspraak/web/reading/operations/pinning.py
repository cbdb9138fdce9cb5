"""A leader's own post as an example with a clause."""

import datetime as dt
from urllib.parse import urlsplit

from django.db import transaction

from afspraak.web.audit import operations as audit
from afspraak.web.editions import queries as editions
from afspraak.web.people.models import Person
from afspraak.web.reading import actions
from afspraak.web.reading.models import Pinned

MAX_EXAMPLE_CHARS = 1000


class UnableToPin(Exception):
    """The example cannot be pinned; args[0] is empty, clause or link."""


@transaction.atomic
def pin_example(
    *, person: Person, clause: str, text: str, now: dt.datetime, link: str = ""
) -> None:
    """Pins a post of one's own to a clause; a later one takes the place of the one before."""
    said, link = text.strip().replace("\r\n", "\n")[:MAX_EXAMPLE_CHARS], link.strip()
    held = editions.in_force(now)
    if not said:
        raise UnableToPin("empty")
    if held is None or clause not in {each.id for each in editions.protocol_of(held).clauses}:
        raise UnableToPin("clause")
    parts = urlsplit(link)
    if link and (parts.scheme != "https" or not parts.hostname):
        raise UnableToPin("link")
    Pinned.objects.update_or_create(
        person=person, clause=clause, defaults={"text": said, "link": link, "at": now}
    )
    audit.record(
        actions.PINNED,
        now=now,
        actor=person.pk,
        subject=f"clause:{clause}",
        edition=held.number,
        facts={"clause": clause},
        personal={"name": person.name},
    )


@transaction.atomic
def unpin_example(*, person: Person, clause: str, now: dt.datetime) -> bool:
    """Takes one's own example away from a clause; says whether there was one."""
    if not Pinned.objects.filter(person=person, clause=clause).delete()[0]:
        return False
    audit.record(
        actions.UNPINNED,
        now=now,
        actor=person.pk,
        subject=f"clause:{clause}",
        facts={"clause": clause},
        personal={"name": person.name},
    )
    return True
