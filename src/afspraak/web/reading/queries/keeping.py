"""What is kept about somebody."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import PositiveSmallIntegerField, Value

from afspraak.web.reading.models import Asked, Pinned, Reading


class Kept(NamedTuple):
    """A reading or an asking of an edition, or an example with a clause, with its own words."""

    kind: str
    about: str
    at: dt.datetime
    reminders: int
    text: str
    link: str
    answer: str
    language: str
    route: str
    receipt: str


def kept(person: uuid.UUID) -> Sequence[Kept]:
    """Everything that is kept about this person, in one query, the latest first."""
    nothing, none = [Value("")] * 6, Value(0, PositiveSmallIntegerField())
    words = ("objection", Value(""), "answer", "language", "route", "receipt")
    rows = (
        Reading.objects.filter(person=person)
        .values_list(Value("read"), "number", "at", none, *words)
        .union(
            Asked.objects.filter(person=person).values_list(
                Value("asked"), "edition__number", "at", "reminders", *nothing
            ),
            Pinned.objects.filter(person=person).values_list(
                Value("pinned"), "clause", "at", none, "text", "link", *nothing[2:]
            ),
            all=True,
        )
    )
    return sorted((Kept(*row) for row in rows), key=lambda row: row.at, reverse=True)
