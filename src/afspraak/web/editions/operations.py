"""Adding an edition of the protocol."""

import datetime as dt
import uuid
from zoneinfo import ZoneInfo

from django.db import transaction

from afspraak.engine import compiler, kinds, networks, page
from afspraak.protocol import loader
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import protocol_hash, text_hash
from afspraak.web.audit import operations as audit
from afspraak.web.editions import actions, queries
from afspraak.web.editions.models import Edition, EditionFile


def add_edition(
    *,
    source: bytes,
    now: dt.datetime,
    actor: uuid.UUID | None = None,
    in_force_from: dt.datetime | None = None,
) -> queries.EditionRow:
    """Puts a protocol file in force from its own date, or from `in_force_from`, and gives its row.

    A file that says what people already read becomes a new file of that edition. Raises
    `UnableToLoad` and `UnableToCompileProtocol` with every problem, before anything is written.
    """
    protocol = loader.load(source, kinds=kinds.options_of_kinds(), networks=networks.names())
    pack = compiler.compile_pack(protocol)
    content = {
        "source": source,
        "protocol_hash": protocol_hash(protocol),
        "pack": pack.content,
        "page_pack": page.page_pack(pack).content,
        "added_at": now,
    }
    with transaction.atomic():
        before = queries.in_force(now)
        edition = _edition(protocol, in_force_from or starts(protocol), now, before, actor)
        row, is_new = EditionFile.objects.get_or_create(
            edition=edition, protocol_hash=content["protocol_hash"], defaults=content
        )
        if is_new and before and before.id == edition.pk:
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


def starts(protocol: Protocol) -> dt.datetime:
    """The first moment of the day on which the protocol says it comes into force."""
    midnight = dt.datetime.combine(protocol.edition.in_force, dt.time())
    return midnight.replace(tzinfo=ZoneInfo(protocol.organisation.timezone))


def _edition(
    protocol: Protocol,
    in_force_from: dt.datetime,
    now: dt.datetime,
    before: queries.EditionRow | None,
    actor: uuid.UUID | None,
) -> Edition:
    read = text_hash(protocol)
    if before and before.text_hash == read and before.number == protocol.edition.number:
        return Edition.objects.get(pk=before.id)
    edition = Edition.objects.create(
        number=protocol.edition.number,
        text_hash=read,
        in_force_from=in_force_from,
        must_be_read=before is None or before.text_hash != read,
        created_at=now,
    )
    audit.record(
        actions.EDITION_ADDED,
        now=now,
        actor=actor,
        subject=f"edition:{edition.pk}",
        edition=edition.number,
        facts={
            "number": edition.number,
            "text_hash": read,
            "in_force_from": in_force_from.isoformat(),
            "must_be_read": edition.must_be_read,
        },
    )
    return edition
