"""The only door by which a key from an address becomes a proposal."""

import uuid

from django.http import Http404

from afspraak.web.agreeing import queries
from afspraak.web.agreeing.queries import ProceedingRow


def proceeding(key: uuid.UUID) -> ProceedingRow:
    """The proposal with this key. Who may ask for it was looked at before."""
    found = queries.proceeding(key)
    if found is None:
        raise Http404
    return found
