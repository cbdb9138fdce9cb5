"""A text is put ready, looked at, and offered."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable

from django.db import transaction

from afspraak.decisions.agreeing import Act
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import protocol_hash, text_hash
from afspraak.web.agreeing import actions, facts, queries
from afspraak.web.agreeing.models import Offer, Overruled, Proceeding
from afspraak.web.agreeing.operations.stepping import allowed, offer_row, put, step_of, taken_up
from afspraak.web.agreeing.situation import Standing
from afspraak.web.audit import operations as audit
from afspraak.web.editions.judging import UnableToComeIntoForce, judge


@transaction.atomic
def put_ready(
    *, source: bytes, now: dt.datetime, actor: uuid.UUID | None, draft: uuid.UUID | None = None
) -> uuid.UUID:
    """Puts a file ready to be looked at, and gives the key of its proposal.

    A draft that was taken back goes on in the proposal it came from. Raises `UnableToLoad`, and
    `UnableToAgree` when the draft is on its way already.
    """
    known = queries.of_draft(draft) if draft else None
    if known:
        replace_text(proceeding=known.id, source=source, now=now, actor=actor)
        return known.id
    protocol = judge(source, now.date(), facts_to_come=True).protocol
    row = Proceeding.objects.create(
        number=protocol.edition.number, state="draft", draft=draft, started_at=now
    )
    _add(row.pk, 1, source, now, actor)
    return row.pk


@transaction.atomic
def replace_text(
    *, proceeding: uuid.UUID, source: bytes, now: dt.datetime, actor: uuid.UUID | None
) -> None:
    """Puts another file in the place of the one that is looked at.

    Raises `UnableToLoad`, and `UnableToAgree` when the text was offered already.
    """
    held = taken_up(proceeding, now)
    allowed(step_of(Act.REPLACE_TEXT, now, actor), held)
    version = held.proceeding.version
    reasons = _reasons(proceeding, version)
    source, kept = _with_reasons(source, held.judgement.protocol, reasons, now)
    number = judge(source, now.date(), facts_to_come=True).protocol.edition.number
    Offer.objects.filter(proceeding=proceeding, version=version).delete()
    Proceeding.objects.filter(pk=proceeding).update(number=number)
    _keep_reasons(_add(proceeding, version, source, now, actor), kept)


@transaction.atomic
def overrule(
    *,
    proceeding: uuid.UUID,
    clause: str,
    code: str,
    reason: str,
    now: dt.datetime,
    actor: uuid.UUID | None,
) -> None:
    """Keeps a passage that the linter would have changed, with the reason in the file itself.

    Raises `UnableToAgree`, and `UnableToEdit` when the file's layout does not allow it.
    """
    held = taken_up(proceeding, now)
    step = step_of(Act.OVERRULE, now, actor)
    allowed(dataclasses.replace(step, says=reason, passage=f"{clause} {code}"), held)
    source = facts.overruled(
        held.proceeding.source, clause=clause, code=code, reason=reason.strip()
    )
    protocol = judge(source, now.date(), facts_to_come=True).protocol
    row = offer_row(held)
    Offer.objects.filter(pk=row.pk).update(
        source=source, text_hash=text_hash(protocol), protocol_hash=protocol_hash(protocol)
    )
    Overruled.objects.update_or_create(
        offer=row,
        clause=clause,
        code=code,
        defaults={"reason": reason.strip(), "at": now, "by_id": actor},
    )
    number = protocol.edition.number
    audit.record(
        actions.OVERRULED,
        now=now,
        actor=actor,
        subject=f"proceeding:{proceeding}",
        edition=number,
        facts={"number": number, "version": row.version, "clause": clause, "code": code},
        personal={"reason": reason.strip()},
    )


@transaction.atomic
def offer_text(
    *, proceeding: uuid.UUID, text_hash: str, now: dt.datetime, actor: uuid.UUID | None
) -> None:
    """Offers the text with this hash. Raises `UnableToAgree`."""
    held = taken_up(proceeding, now)
    step = dataclasses.replace(step_of(Act.OFFER, now, actor), text_hash=text_hash)
    state = allowed(step, held)
    # The facts are written in at the end; that the file can take them is known now.
    facts.written(
        held.proceeding.source,
        holds_from=step.today,
        agreed={"body": "or", "consent": step.today, "reference": "."},
    )
    row = offer_row(held)
    Offer.objects.filter(pk=row.pk).update(offered_at=now, offered_by=actor)
    put(held, state)
    audit.record(
        actions.OFFERED,
        now=now,
        actor=actor,
        subject=f"proceeding:{proceeding}",
        edition=held.proceeding.number,
        facts={
            "number": held.proceeding.number,
            "version": row.version,
            "text_hash": text_hash,
        },
    )


@transaction.atomic
def offer(
    *, source: bytes, now: dt.datetime, actor: uuid.UUID | None, draft: uuid.UUID | None = None
) -> uuid.UUID:
    """Offers a file at once, and gives the key of its proposal.

    Raises `UnableToLoad`; `UnableToComeIntoForce` for what the linter, an example or the number
    refuses; and `UnableToAgree` when there is nothing to agree on.
    """
    key = put_ready(source=source, now=now, actor=actor, draft=draft)
    held = taken_up(key, now)
    if held.problems:
        raise UnableToComeIntoForce(tuple(held.problems))
    offer_text(proceeding=key, text_hash=held.proceeding.text_hash, now=now, actor=actor)
    return key


@transaction.atomic
def write_in(*, proceeding: uuid.UUID, draft: uuid.UUID, now: dt.datetime) -> None:
    """Notes in which draft the text is changed. Raises `UnableToAgree` once it was offered."""
    held = taken_up(proceeding, now)
    allowed(step_of(Act.REPLACE_TEXT, now, None), held)
    Proceeding.objects.filter(pk=proceeding).update(draft=draft)


def next_text(held: Standing, now: dt.datetime) -> None:
    """A copy of the text to change: what was offered stays as it was."""
    row = held.proceeding
    copy = Offer.objects.create(
        proceeding_id=row.id,
        version=row.version + 1,
        source=row.source,
        text_hash=row.text_hash,
        protocol_hash=row.protocol_hash,
        added_at=now,
    )
    _keep_reasons(copy, _reasons(row.id, row.version))


def _reasons(proceeding: uuid.UUID, version: int) -> list[Overruled]:
    return list(Overruled.objects.filter(offer__proceeding=proceeding, offer__version=version))


def _keep_reasons(offer: Offer, reasons: Iterable[Overruled]) -> None:
    """The same reasons with another text: who wrote them down and when stays."""
    for each in reasons:
        Overruled.objects.create(
            offer=offer,
            clause=each.clause,
            code=each.code,
            reason=each.reason,
            at=each.at,
            by_id=each.by_id,
        )


def _with_reasons(
    source: bytes, before: Protocol, reasons: Iterable[Overruled], now: dt.datetime
) -> tuple[bytes, list[Overruled]]:
    """The file with the reasons of the text before it, for clauses that say the same still."""
    judgement = judge(source, now.date(), facts_to_come=True)
    texts = {clause.id: clause.text for clause in before.clauses}
    same = {each.id for each in judgement.protocol.clauses if texts.get(each.id) == each.text}
    open_ones = {(each.clause, each.code) for each in judgement.may_stay}
    kept = []
    for each in reasons:
        if each.clause in same and (each.clause, each.code) in open_ones:
            source = facts.overruled(source, clause=each.clause, code=each.code, reason=each.reason)
        elif each.clause not in same:
            continue
        kept.append(each)
    return source, kept


def _add(
    proceeding: uuid.UUID, version: int, source: bytes, now: dt.datetime, actor: uuid.UUID | None
) -> Offer:
    protocol = judge(source, now.date(), facts_to_come=True).protocol
    row = Offer.objects.create(
        proceeding_id=proceeding,
        version=version,
        source=source,
        text_hash=text_hash(protocol),
        protocol_hash=protocol_hash(protocol),
        added_at=now,
    )
    number = protocol.edition.number
    audit.record(
        actions.FILE_READY,
        now=now,
        actor=actor,
        subject=f"proceeding:{proceeding}",
        edition=number,
        facts={"number": number, "version": version, "protocol_hash": row.protocol_hash},
    )
    return row
