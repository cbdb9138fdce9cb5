"""Doing what a confirmed file says. The row is the job: whoever claims it does it, once.

A small file is done at once and a large one by the worker. Killed half-way nothing has changed,
and a worker does it again from the start.
"""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from afspraak.decisions.roles import KEPT
from afspraak.web.audit import operations as audit
from afspraak.web.people import actions, operations, queries
from afspraak.web.people.importing import FIELDS, Outcome, UnableToImport, plan
from afspraak.web.people.models import Granted, Person, Upload

AT_ONCE_ROWS = 500
"""Up to so many rows whoever confirms waits for it: less than a second."""

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Result:
    """What an import did."""

    added: int
    changed: int
    left: int
    refused: int


def confirm(*, upload: Upload, now: dt.datetime, leaving: Collection[uuid.UUID] = ()) -> bool:
    """Marks a file as confirmed, with who has left; false when it already was."""
    waiting = Upload.objects.filter(pk=upload.pk, confirmed_at=None)
    return bool(
        waiting.update(confirmed_at=now, has_failed=False, leaving=[str(key) for key in leaving])
    )


@transaction.atomic
def apply(*, upload: uuid.UUID, now: dt.datetime) -> Result | None:
    """Does what the plan of a confirmed file says, marks who has left, and empties the file.

    Nothing when another did it. Raises `UnableToImport` when the columns cannot be used.
    """
    waiting = Upload.objects.filter(pk=upload, confirmed_at__isnull=False, done_at=None)
    if not waiting.update(done_at=now):
        return None
    file = Upload.objects.select_related("by").get(pk=upload)
    made = plan(file)
    new = [each for each in made.outcomes if each.kind == "new"]
    changed = [each for each in made.outcomes if each.kind == "changed"]
    _add(new, now)
    _change(changed)
    going = [each for each in made.missing if str(each.pk) in file.leaving and each != file.by]
    result = Result(len(new), len(changed), _leave(going, now), made.counted()["error"])
    audit.record(
        actions.PEOPLE_IMPORTED,
        now=now,
        actor=file.by_id,
        facts=asdict(result),
        personal={"file": file.name},
    )
    Upload.objects.filter(pk=upload).update(
        result=asdict(result), rows=b"", headings=[], columns=[], leaving=[]
    )
    return result


def apply_or_give_back(*, upload: uuid.UUID, now: dt.datetime) -> None:
    """Does what a confirmed file says; when that cannot be, its owner may look at it again."""
    try:
        apply(upload=upload, now=now)
    except (UnableToImport, IntegrityError):
        Upload.objects.filter(pk=upload, done_at=None).update(
            confirmed_at=None, started_at=None, has_failed=True
        )


def apply_confirmed(*, now: dt.datetime) -> int:
    """Does what the files say that wait; gives how many there were."""
    waiting = Upload.objects.filter(confirmed_at__isnull=False, done_at=None)
    keys = list(waiting.order_by("confirmed_at").values_list("pk", flat=True))
    for key in keys:
        waiting.filter(pk=key).update(started_at=now)
        apply_or_give_back(upload=key, now=now)
    return len(keys)


def _add(outcomes: Iterable[Outcome], now: dt.datetime) -> None:
    people = []
    for outcome in outcomes:
        given = {key: value for key, value in outcome.values.items() if value}
        person = Person(**given, created_at=now)
        person.set_unusable_password()
        people.append(person)
    Person.objects.bulk_create(people, batch_size=_BATCH)


def _change(outcomes: list[Outcome]) -> None:
    found = Person.objects.in_bulk([each.person for each in outcomes if each.person])
    moved = []
    for outcome in outcomes:
        assert outcome.person  # noqa: S101 - a changed row has somebody
        for change in outcome.changes:
            setattr(found[outcome.person], change.field, change.new)
            if change.field == "email":
                moved.append(outcome.person)
    # An upsert on the key is an update of many rows at once, much quicker than CASE for each.
    Person.objects.bulk_create(
        found.values(),
        batch_size=_BATCH,
        update_conflicts=True,
        update_fields=FIELDS,
        unique_fields=["id"],
    )
    EmailAddress.objects.filter(user__in=moved).delete()


def _leave(people: list[Person], now: dt.datetime) -> int:
    """Marks people as left from today; who alone has a role that must stay is kept."""
    going = {each.pk for each in people}
    for role in KEPT:
        held = set(
            Granted.objects.filter(role=role, person__is_active=True).values_list(
                "person", flat=True
            )
        )
        if held and held <= going:
            going -= held
    leaving = [each for each in people if each.pk in going]
    for person in leaving:
        person.left = queries.today_at(now)
    Person.objects.bulk_update(leaving, ["left"], batch_size=_BATCH)
    operations.shut_out(leaving)
    return len(leaving)
