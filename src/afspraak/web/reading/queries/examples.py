"""What those who lead show with a clause."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from afspraak.web.reading.models import Pinned


@dataclass(frozen=True, slots=True)
class PinnedRow:
    """A leader's own post with a clause."""

    clause: str
    name: str
    text: str
    link: str
    at: dt.datetime


def pinned_by(person: uuid.UUID) -> Sequence[PinnedRow]:
    """The examples of this person, the latest first."""
    return _pinned(Pinned.objects.filter(person=person))


def _pinned(found: QuerySet[Pinned]) -> Sequence[PinnedRow]:
    return [
        PinnedRow(each.clause, each.person.name, each.text, each.link, each.at)
        for each in found.select_related("person").order_by("-at", "pk")
    ]
