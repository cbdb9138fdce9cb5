"""Keeping what somebody answers in the interview, and making a draft of it."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence

from django.db import transaction

from afspraak.protocol import editing
from afspraak.protocol.answers import Answers
from afspraak.protocol.write import write_protocol
from afspraak.web.drafting import numbers
from afspraak.web.drafting.models import Interview
from afspraak.web.drafting.operations.drafting import start_draft

KEPT_DAYS = 30
"""How long answers are kept after they were changed last."""


@transaction.atomic
def keep_answers(
    *, person: uuid.UUID, typed: Mapping[str, str | Sequence[str]], now: dt.datetime
) -> None:
    """Keeps what was typed in some fields, as it was typed. Other fields stay as they were."""
    Interview.objects.get_or_create(
        person_id=person, defaults={"started_at": now, "changed_at": now}
    )
    # Two pages that are saved at once wait here for each other, so that neither is lost.
    row = Interview.objects.select_for_update().get(person_id=person)
    row.answers = {**row.answers, **typed}
    row.changed_at = now
    row.made_at = None
    row.save(update_fields=["answers", "changed_at", "made_at"])


@transaction.atomic
def make_draft(
    *, person: uuid.UUID, answers: Answers, today: dt.date, now: dt.datetime
) -> uuid.UUID:
    """Makes a draft of complete answers and gives its key. The answers stay for their term."""
    text = write_protocol(answers, today=today)
    number = numbers.following(str(editing.value_at(editing.read(text), ("edition", "number"))))
    text = editing.edit(text, {("edition", "number"): number})
    key = start_draft(source=text.encode(), now=now, actor=person)
    Interview.objects.filter(person=person).update(made_at=now)
    return key


def forget_answers(*, person: uuid.UUID) -> int:
    """Forgets everything somebody answered; gives how many rows that was."""
    return Interview.objects.filter(person=person).delete()[0]


@transaction.atomic
def delete_old_answers(now: dt.datetime) -> list[str]:
    """Deletes answers that nobody changed for so long, and gives a line for each."""
    old = Interview.objects.filter(changed_at__lte=now - dt.timedelta(days=KEPT_DAYS))
    lines = [f"interview {key} {at:%Y-%m-%d}" for key, at in old.values_list("pk", "changed_at")]
    old.delete()
    return lines
