"""Gathering everything about one person from every feature."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

from afspraak.web.contributions import Section, contributing
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person

Tell = Callable[[Person], Iterable[Section]]

_ORDER = {"people": 0, "audit": 2}


def sections(person: Person) -> Sequence[Section]:
    """Everything kept about this person: first who they are, last what the log says."""
    told = sorted(contributing("personal_data"), key=lambda each: _ORDER.get(each[0], 1))
    return [section for _, tell in told for section in cast("Tell", tell)(person)]


def as_json(person: Person, found: Sequence[Section], now: dt.datetime) -> Mapping[str, object]:
    """The same for a machine: titles and labels in both languages, rows by key."""
    return {
        "format": "afspraak-my-data-1",
        "organisation": organisation.chosen().name,
        "made_at": now.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "person": str(person.pk),
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "labels": section.labels,
                "rows": list(section.rows),
            }
            for section in found
        ],
    }
