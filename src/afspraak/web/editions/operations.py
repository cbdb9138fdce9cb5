"""Adding an edition of the protocol, and taking it back before it is in force."""

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

from django.db import transaction

from afspraak.diagnostics import Diagnostic, Place
from afspraak.engine import page
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import protocol_hash, text_hash
from afspraak.web.audit import operations as audit
from afspraak.web.editions import actions, queries
from afspraak.web.editions.judging import Judgement, UnableToComeIntoForce, judge
from afspraak.web.editions.models import Edition, EditionFile, Proposal, PublicHandbook
from afspraak.web.organisation.models import Organisation

PROPOSAL_DAYS = 30
"""How long a file that was put ready waits for a decision."""


class UnableToWithdraw(Exception):
    """The edition is not one that is still to come; the argument is `in-force` or `unknown`."""


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
    content = {
        "source": source,
        "protocol_hash": protocol_hash(protocol),
        "pack": judgement.pack.content,
        "page_pack": page.page_pack(judgement.pack).content,
        "added_at": now,
    }
    with transaction.atomic():
        same = _of_same_text(protocol, now)
        edition = same or _new(protocol, in_force_from or starts(protocol), now)
        row, is_new = EditionFile.objects.get_or_create(
            edition=edition, protocol_hash=content["protocol_hash"], defaults=content
        )
        if same is None:
            _settle(now)
            _record_new(edition, now, actor)
        elif is_new:
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
    taken = _number_taken(judgement, now)
    if errors := (*judgement.errors, *taken):
        raise UnableToComeIntoForce(errors)
    return judgement


@transaction.atomic
def withdraw_edition(*, edition: int, now: dt.datetime, actor: uuid.UUID | None) -> None:
    """Takes back an edition that is not in force yet. Raises `UnableToWithdraw`."""
    waiting = Edition.objects.filter(pk=edition, withdrawn_at=None, in_force_from__gt=now)
    if not waiting.update(withdrawn_at=now):
        known = Edition.objects.filter(pk=edition, withdrawn_at=None).exists()
        raise UnableToWithdraw("in-force" if known else "unknown")
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
def propose(*, source: bytes, now: dt.datetime, actor: uuid.UUID | None) -> uuid.UUID:
    """Puts a file ready to be looked at, and gives its key. Raises what `add_edition` raises."""
    protocol = acceptable(source, now=now).protocol
    number = protocol.edition.number
    proposal = Proposal.objects.create(number=number, source=source, added_at=now)
    audit.record(
        actions.FILE_PROPOSED,
        now=now,
        actor=actor,
        subject=f"proposal:{proposal.pk}",
        edition=number,
        facts={"number": number, "protocol_hash": protocol_hash(protocol)},
    )
    return proposal.pk


@transaction.atomic
def bring_in(
    *, proposal: queries.ProposalRow, at_once: bool, now: dt.datetime, actor: uuid.UUID | None
) -> queries.EditionRow:
    """Makes an edition of a file that was put ready, from now or from its own date.

    Only the first edition may begin in the past: later ones would say that people broke rules
    that nobody knew. Raises what `add_edition` raises.
    """
    own = starts(judge(proposal.source, now.date()).protocol)
    if queries.in_force(now):
        own = max(own, now)
    added = add_edition(
        source=proposal.source, now=now, actor=actor, in_force_from=now if at_once else own
    )
    Proposal.objects.filter(pk=proposal.id).delete()
    return added


@transaction.atomic
def discard(*, proposal: queries.ProposalRow, now: dt.datetime, actor: uuid.UUID | None) -> None:
    """Throws a file away that was put ready. Nothing happens when somebody else already did."""
    if Proposal.objects.filter(pk=proposal.id).delete()[0]:
        audit.record(
            actions.FILE_DISCARDED,
            now=now,
            actor=actor,
            subject=f"proposal:{proposal.id}",
            edition=proposal.number,
            facts={"number": proposal.number},
        )


@transaction.atomic
def delete_old_proposals(now: dt.datetime) -> list[str]:
    """Deletes files that waited too long, and gives a line for each."""
    old = Proposal.objects.filter(added_at__lte=now - dt.timedelta(days=PROPOSAL_DAYS))
    lines = [f"proposal {key} {at:%Y-%m-%d}" for key, at in old.values_list("pk", "added_at")]
    old.delete()
    return lines


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


def _number_taken(judgement: Judgement, now: dt.datetime) -> tuple[Diagnostic, ...]:
    """One number is one text: who has read edition 3 has read what everybody calls edition 3."""
    number, read = judgement.protocol.edition.number, text_hash(judgement.protocol)
    before = queries.in_force(now)
    for row in [*queries.coming(now), *queries.past(now)]:
        still = (before and row.id == before.id) or row.in_force_from > now
        if row.number == number and (row.text_hash != read or not still):
            return (_taken(number, judgement.number_place),)
    return ()


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
            "in_force_from": edition.in_force_from.isoformat(),
            "must_be_read": edition.must_be_read,
        },
    )
