"""Adding an edition of the protocol, and taking it back before it is in force.

An edition that was agreed on here is planned first, and holds once those who lead have read it.
"""

import datetime as dt
import uuid
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q

from afspraak.diagnostics import Diagnostic, Place
from afspraak.engine import page
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import protocol_hash, text_hash
from afspraak.web.audit import operations as audit
from afspraak.web.editions import actions, queries
from afspraak.web.editions.judging import Judgement, UnableToComeIntoForce, judge
from afspraak.web.editions.models import Edition, EditionFile, PublicHandbook
from afspraak.web.organisation.models import Organisation


class UnableToWithdraw(Exception):
    """The edition is not one to withdraw so; args[0] is `in-force`, `awaits` or `unknown`."""


def add_edition(
    *,
    source: bytes,
    now: dt.datetime,
    actor: uuid.UUID | None = None,
    in_force_from: dt.datetime | None = None,
) -> queries.EditionRow:
    """Puts a protocol file in force from its own date, or from `in_force_from`, and gives its row.

    A file that says what people already read becomes a new file of that edition. Raises
    `UnableToLoad` with every problem, and `UnableToComeIntoForce` when the linter, an example or
    the number refuses it, before anything is written.
    """
    judgement = acceptable(source, now=now)
    protocol = judgement.protocol
    content = _content(source, judgement, now)
    with transaction.atomic():
        same = _of_same_text(protocol, now)
        edition = same or _new(protocol, in_force_from or starts(protocol), now)
        row, is_new = EditionFile.objects.get_or_create(
            edition=edition, protocol_hash=content["protocol_hash"], defaults=content
        )
        if same is None:
            _settle(now)
            _record_new(edition, now, actor)
        elif is_new or _holds_again(row, now):
            audit.record(
                actions.FILE_ADDED,
                now=now,
                actor=actor,
                subject=f"edition:{edition.pk}",
                edition=edition.number,
                facts={"number": edition.number, "protocol_hash": row.protocol_hash},
            )
        added = queries.by_id(edition.pk)
    assert added  # noqa: S101 - it was written just above
    return added


def acceptable(source: bytes, *, now: dt.datetime) -> Judgement:
    """What there is to say about a file that may come into force; raises when it may not."""
    judgement = judge(source, now.date())
    if errors := (*judgement.errors, *number_taken(judgement, now)):
        raise UnableToComeIntoForce(errors)
    return judgement


def withdraw_edition(*, edition: int, now: dt.datetime, actor: uuid.UUID | None) -> None:
    """Takes back an edition that is to come by its date. Raises `UnableToWithdraw`."""
    _withdraw(Q(in_force_from__gt=now), edition=edition, now=now, actor=actor)


def withdraw_planned(*, edition: int, now: dt.datetime, actor: uuid.UUID | None) -> None:
    """Takes back an edition that waits for those who lead. Raises `UnableToWithdraw`."""
    _withdraw(Q(in_force_from=None), edition=edition, now=now, actor=actor)


@transaction.atomic
def _withdraw(still: Q, *, edition: int, now: dt.datetime, actor: uuid.UUID | None) -> None:
    waiting = Edition.objects.filter(still, pk=edition, withdrawn_at=None)
    if not waiting.update(withdrawn_at=now):
        known = Edition.objects.filter(pk=edition, withdrawn_at=None).first()
        if known is None:
            raise UnableToWithdraw("unknown")
        raise UnableToWithdraw("in-force" if known.in_force_from else "awaits")
    _settle(now)
    held = Edition.objects.get(pk=edition)
    audit.record(
        actions.EDITION_WITHDRAWN,
        now=now,
        actor=actor,
        subject=f"edition:{held.pk}",
        edition=held.number,
        facts={"number": held.number, "text_hash": held.text_hash},
    )


@transaction.atomic
def plan_edition(
    *, source: bytes, planned_for: dt.datetime, now: dt.datetime, actor: uuid.UUID | None
) -> queries.EditionRow:
    """Makes the edition that waits for those who lead to read it; gives its row.

    It does not hold before `take_effect`. Raises what `add_edition` raises.
    """
    judgement = acceptable(source, now=now)
    protocol = judgement.protocol
    read = text_hash(protocol)
    before = queries.in_force(now)
    edition = Edition.objects.create(
        number=protocol.edition.number,
        text_hash=read,
        planned_for=planned_for,
        must_be_read=before is None or before.text_hash != read,
        created_at=now,
    )
    EditionFile.objects.create(edition=edition, **_content(source, judgement, now))
    audit.record(
        actions.EDITION_PLANNED,
        now=now,
        actor=actor,
        subject=f"edition:{edition.pk}",
        edition=edition.number,
        facts={
            "number": edition.number,
            "text_hash": read,
            "planned_for": planned_for.isoformat(),
        },
    )
    planned = queries.by_id(edition.pk)
    assert planned  # noqa: S101 - it was written just above
    return planned


@transaction.atomic
def take_effect(*, edition: int, now: dt.datetime, source: bytes | None = None) -> bool:
    """Lets an edition that waits hold from now on; false when it no longer waits.

    `source` is its file with the day on which it really holds, when that is another than planned.
    """
    waiting = Edition.objects.filter(pk=edition, in_force_from=None, withdrawn_at=None)
    row = waiting.first()
    if row is None:
        return False
    before = queries.in_force(now)
    must = before is None or before.text_hash != row.text_hash
    waiting.update(in_force_from=now, must_be_read=must)
    if source:
        content = _content(source, judge(source, now.date()), now)
        EditionFile.objects.get_or_create(
            edition_id=edition, protocol_hash=content["protocol_hash"], defaults=content
        )
    _settle(now)
    audit.record(
        actions.EDITION_HOLDS,
        now=now,
        subject=f"edition:{edition}",
        edition=row.number,
        facts={"number": row.number, "text_hash": row.text_hash, "must_be_read": must},
    )
    return True


@transaction.atomic
def show_outside(
    *, on: bool, may_be_found: bool, now: dt.datetime, actor: uuid.UUID | None
) -> None:
    """Lets everybody read the handbook in force, or not. Search engines may only when it is on."""
    Organisation.objects.filter(pk=1).update(handbook_is_public=on)
    PublicHandbook.objects.update_or_create(pk=1, defaults={"may_be_found": on and may_be_found})
    audit.record(
        actions.PUBLIC_CHANGED,
        now=now,
        actor=actor,
        facts={"on": on, "may_be_found": on and may_be_found},
    )


def starts(protocol: Protocol) -> dt.datetime:
    """The first moment of the day on which the protocol says it comes into force."""
    midnight = dt.datetime.combine(protocol.edition.in_force, dt.time())
    return midnight.replace(tzinfo=ZoneInfo(protocol.organisation.timezone))


def number_taken(judgement: Judgement, now: dt.datetime) -> tuple[Diagnostic, ...]:
    """That another edition has this number, if so.

    One number is one text: who has read edition 3 has read what everybody calls edition 3.
    """
    number, read = judgement.protocol.edition.number, text_hash(judgement.protocol)
    before = queries.in_force(now)
    waiting = queries.awaiting()
    if waiting and waiting.number == number:
        return (_taken(number, judgement.number_place),)
    for row in [*queries.coming(now), *queries.past(now)]:
        still = (before and row.id == before.id) or row.in_force_from > now
        if row.number == number and (row.text_hash != read or not still):
            return (_taken(number, judgement.number_place),)
    return ()


def _holds_again(row: EditionFile, now: dt.datetime) -> bool:
    """Lets a file that another followed follow that one; false when it holds already."""
    latest = EditionFile.objects.filter(edition=row.edition_id).order_by("-added_at", "-pk")
    if latest.values_list("pk", flat=True).first() == row.pk:
        return False
    EditionFile.objects.filter(pk=row.pk).update(added_at=now)
    return True


def _content(source: bytes, judgement: Judgement, now: dt.datetime) -> dict[str, Any]:
    return {
        "source": source,
        "protocol_hash": protocol_hash(judgement.protocol),
        "pack": judgement.pack.content,
        "page_pack": page.page_pack(judgement.pack).content,
        "added_at": now,
    }


def _taken(number: str, place: Place) -> Diagnostic:
    return Diagnostic(
        code="number",
        level="error",
        problem={
            "nl": f"uitgave {number} bestaat al, met een andere tekst of uit een eerdere tijd",
            "en": f"edition {number} exists already, with another text or from an earlier time",
        },
        help={
            "nl": "geef deze uitgave een eigen nummer",
            "en": "give this edition a number of its own",
        },
        place=place,
    )


def _of_same_text(protocol: Protocol, now: dt.datetime) -> Edition | None:
    """The edition in force or to come that says the same under the same number."""
    before = queries.in_force(now)
    for row in [*queries.coming(now), *([before] if before else [])]:
        if (row.number, row.text_hash) == (protocol.edition.number, text_hash(protocol)):
            return Edition.objects.get(pk=row.id)
    return None


def _new(protocol: Protocol, in_force_from: dt.datetime, now: dt.datetime) -> Edition:
    read = text_hash(protocol)
    before = queries.in_force(in_force_from)
    return Edition.objects.create(
        number=protocol.edition.number,
        text_hash=read,
        in_force_from=in_force_from,
        must_be_read=before is None or before.text_hash != read,
        created_at=now,
    )


def _settle(now: dt.datetime) -> None:
    """Decides anew for what is to come whether it must be read: its neighbour may have changed."""
    before = queries.in_force(now)
    for row in reversed(queries.coming(now)):
        must = before is None or before.text_hash != row.text_hash
        if must != row.must_be_read:
            Edition.objects.filter(pk=row.id).update(must_be_read=must)
        before = row


def _record_new(edition: Edition, now: dt.datetime, actor: uuid.UUID | None) -> None:
    audit.record(
        actions.EDITION_ADDED,
        now=now,
        actor=actor,
        subject=f"edition:{edition.pk}",
        edition=edition.number,
        facts={
            "number": edition.number,
            "text_hash": edition.text_hash,
            "in_force_from": edition.in_force_from.isoformat() if edition.in_force_from else "",
            "must_be_read": edition.must_be_read,
        },
    )
