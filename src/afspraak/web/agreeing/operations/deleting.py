"""Deleting files that nobody offered, and letters whose term has passed."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from afspraak.web.agreeing import actions, queries
from afspraak.web.agreeing.models import Excused, Letter, Proceeding
from afspraak.web.audit import operations as audit
from afspraak.web.people.models import Person

DRAFT_DAYS = 30
"""How long a file that was put ready and never offered waits."""

LETTER_DAYS = 730
"""How long a letter stays after its edition was replaced, or its proposal withdrawn."""


@transaction.atomic
def delete_old_drafts(now: dt.datetime) -> Sequence[str]:
    """Deletes files that were never offered and waited too long; gives a line for each."""
    before = now - dt.timedelta(days=DRAFT_DAYS)
    old = Proceeding.objects.filter(
        Q(state="draft") | Q(state="withdrawn"), version=1, started_at__lte=before
    ).exclude(offers__offered_at__isnull=False)
    lines = [f"file {key} {at:%Y-%m-%d}" for key, at in old.values_list("pk", "started_at")]
    Proceeding.objects.filter(pk__in=list(old.values_list("pk", flat=True))).delete()
    _record(lines, now)
    return lines


@transaction.atomic
def delete_old_letters(now: dt.datetime) -> Sequence[str]:
    """Deletes letters whose term has passed; that there was an answer stays."""
    before = now - dt.timedelta(days=LETTER_DAYS)
    over = Q(outcome__offer__proceeding__replaced_at__lte=before) | Q(
        outcome__offer__proceeding__withdrawn_at__lte=before
    )
    rows = list(Letter.objects.filter(over).values_list("pk", "outcome__on"))
    lines = [f"letter {key} {on:%Y-%m-%d}" for key, on in rows]
    Letter.objects.filter(pk__in=[key for key, _ in rows]).delete()
    _record(lines, now)
    return lines


@transaction.atomic
def erase(person: Person, now: dt.datetime) -> int:  # noqa: ARG001 - as every feature's
    """Takes this person's name from everything they did; gives how many rows that was."""
    count = Excused.objects.filter(person=person).delete()[0]
    for model, _, who, *_ in queries.DONE:
        if who != "person":
            count += model._default_manager.filter(  # noqa: SLF001 - documented by Django
                **{who: person}
            ).update(**{who: None})
    return count


def _record(lines: Sequence[str], now: dt.datetime) -> None:
    if lines:
        audit.record(actions.DELETED, now=now, facts={"count": len(lines)})
