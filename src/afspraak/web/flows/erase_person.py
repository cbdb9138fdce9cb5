"""Erasing a person: from every feature, from the log, and then the person."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from django.db import transaction

from afspraak.decisions.roles import Role
from afspraak.web.audit import operations as audit
from afspraak.web.audit.actions import PERSON_ERASED
from afspraak.web.contributions import Kept, contributing
from afspraak.web.people import queries as people
from afspraak.web.people.models import Person

Erase = Callable[[Person, dt.datetime], int]
Keeps = Callable[[Person, dt.datetime], Iterable[Kept]]


class UnableToErase(Exception):
    """This person may not be erased; `reason` is `yourself` or `last-administrator`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Erased:
    """How many rows went, and what is kept until when. When nothing is, the person is gone."""

    rows: int
    kept: tuple[Kept, ...]

    @property
    def is_gone(self) -> bool:
        """Whether nothing of the person is left."""
        return not self.kept


def kept(*, person: Person, now: dt.datetime) -> tuple[Kept, ...]:
    """What of this person must be kept for now: to show before anything is erased."""
    return tuple(
        each for _, keeps in contributing("keeps") for each in cast("Keeps", keeps)(person, now)
    )


@transaction.atomic
def erase_person(*, person: Person, actor: Person, now: dt.datetime) -> Erased:
    """Erases everything about a person but what a term keeps. Raises `UnableToErase`."""
    if person.pk == actor.pk:
        raise UnableToErase("yourself")
    if people.is_last(person, Role.ADMINISTRATOR):
        raise UnableToErase("last-administrator")
    rows = sum(cast("Erase", erase)(person, now) for _, erase in contributing("erase"))
    held = kept(person=person, now=now)
    audit.record(
        PERSON_ERASED,
        now=now,
        actor=actor.pk,
        subject=f"person:{person.pk}",
        facts={"rows": rows, "kept": len(held)},
    )
    if held:
        Person.objects.filter(pk=person.pk).update(is_active=False)
    else:
        Person.objects.filter(pk=person.pk).delete()
    return Erased(rows, held)
