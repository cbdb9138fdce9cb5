"""The only door by which a key from an address becomes a draft or a change."""

import uuid

from django.http import Http404

from afspraak.web.drafting import queries
from afspraak.web.drafting.queries import ChangeRow, DraftRow, VersionRow


def draft(key: uuid.UUID) -> DraftRow:
    """The draft with this key, as it was saved last."""
    found = queries.draft(key)
    if found is None:
        raise Http404
    return found


def version(key: uuid.UUID, number: int) -> VersionRow:
    """One version of a draft."""
    found = queries.version(key, number)
    if found is None:
        raise Http404
    return found


def change(key: uuid.UUID) -> ChangeRow:
    """The change with this key."""
    found = queries.change(key)
    if found is None:
        raise Http404
    return found
