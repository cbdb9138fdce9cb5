"""From a document that was supplemented to a draft, and letting such documents go."""

import datetime as dt
import uuid

from django.db import transaction

from afspraak.web.drafting import operations as drafting
from afspraak.web.drafting import queries as drafts
from afspraak.web.editions import queries as editions
from afspraak.web.people import queries as people
from afspraak.web.retention import operations as retention
from afspraak.web.supplementing import making
from afspraak.web.supplementing import operations as supplementing
from afspraak.web.supplementing import queries as documents
from afspraak.web.supplementing.forms import proposed
from afspraak.web.supplementing.queries import DocumentRow


@transaction.atomic
def draft_of(*, document: DocumentRow, now: dt.datetime, actor: uuid.UUID) -> uuid.UUID:
    """Starts a draft with what was chosen, and gives its key.

    Under the next number when the document was held against an edition. Raises `UnableToEdit` and
    `UnableToSave`.
    """
    held = documents.held(document.id)
    chosen = {**proposed(held.judged), **documents.choices(document.id)}
    edition = editions.by_id(held.edition) if held.edition else None
    if edition is None:
        source = making.protocol(document, held, chosen, held.source)
        return drafting.start_draft(source=source, now=now, actor=actor)
    key = drafting.start_from_edition(
        edition=edition, today=people.today_at(now), now=now, actor=actor
    )
    started = drafts.draft(key)
    if started is not None:
        source = making.protocol(document, held, chosen, started.source)
        drafting.save_draft(draft=key, version=started.version, source=source, now=now, actor=actor)
    return key


def let_go(now: dt.datetime) -> int:
    """Deletes documents that were thrown away or are over their term, each round with a receipt."""
    if not documents.has_due(now):
        return 0
    return retention.delete_under(supplementing.RULE, now=now)
