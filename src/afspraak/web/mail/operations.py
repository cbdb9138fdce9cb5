"""Putting mails in the queue."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from afspraak.web.mail.models import OutgoingMail


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mail of `kind` to a person. There is one for each `key`, however often it is asked for."""

    key: str
    person: uuid.UUID
    kind: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    not_before: dt.datetime | None = None


def queue(
    *,
    key: str,
    person: uuid.UUID,
    kind: str,
    now: dt.datetime,
    values: Mapping[str, str | int] | None = None,
    not_before: dt.datetime | None = None,
) -> bool:
    """Has one mail of `kind` sent to a person, once for each `key`; says whether it is new."""
    wanted = Wanted(key, person, kind, values or {}, not_before)
    row = _row(wanted, now)
    _, is_new = OutgoingMail.objects.get_or_create(
        key=key,
        defaults={
            name: getattr(row, name)
            for name in ("person_id", "kind", "values", "queued_at", "not_before")
        },
    )
    return is_new


def queue_many(mails: Iterable[Wanted], *, now: dt.datetime) -> None:
    """Has every mail sent whose key is not there yet, in one statement for some hundreds."""
    OutgoingMail.objects.bulk_create(
        [_row(mail, now) for mail in mails], ignore_conflicts=True, batch_size=500
    )


def _row(mail: Wanted, now: dt.datetime) -> OutgoingMail:
    return OutgoingMail(
        key=mail.key,
        person_id=mail.person,
        kind=mail.kind,
        values=dict(mail.values),
        queued_at=now,
        not_before=mail.not_before or now,
    )
