"""From a draft to a proposal, and from a proposal that was taken back to a draft."""

import datetime as dt
import uuid

from django.db import transaction

from afspraak.web.agreeing import operations as agreeing
from afspraak.web.agreeing.queries import ProceedingRow
from afspraak.web.drafting import operations as drafting
from afspraak.web.drafting.queries import DraftRow


def offer_draft(*, draft: DraftRow, now: dt.datetime, actor: uuid.UUID | None) -> uuid.UUID:
    """Puts a draft ready to be looked at and offered; gives the key of its proposal.

    Raises `UnableToLoad`, and `UnableToAgree` when it is on its way already.
    """
    return agreeing.put_ready(source=draft.source, now=now, actor=actor, draft=draft.id)


@transaction.atomic
def write_proposal(
    *, proceeding: ProceedingRow, now: dt.datetime, actor: uuid.UUID | None
) -> uuid.UUID:
    """Makes a draft of a text that is looked at, and gives its key. Raises `UnableToAgree`."""
    draft = drafting.start_draft(source=proceeding.source, now=now, actor=actor)
    agreeing.write_in(proceeding=proceeding.id, draft=draft, now=now)
    return draft
