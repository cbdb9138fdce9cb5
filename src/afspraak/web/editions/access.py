"""The only door by which a key from an address becomes an edition or a file."""

import uuid

from django.http import Http404

from afspraak.web.editions import queries
from afspraak.web.editions.queries import EditionRow, ProposalRow


def edition(key: int) -> EditionRow:
    """The edition with this key, in force or not, unless it was withdrawn."""
    found = queries.by_id(key)
    if found is None:
        raise Http404
    return found


def proposal(key: uuid.UUID) -> ProposalRow:
    """The file that was put ready under this key."""
    found = queries.proposal(key)
    if found is None:
        raise Http404
    return found
