"""The only door by which a key from an address becomes a document."""

import datetime as dt
import uuid

from django.http import Http404

from afspraak.web.supplementing import queries
from afspraak.web.supplementing.queries import DocumentRow


def document(key: uuid.UUID, now: dt.datetime) -> DocumentRow:
    """The document with this key, while it is here."""
    found = queries.document(key, now)
    if found is None:
        raise Http404
    return found


def ready(key: uuid.UUID, now: dt.datetime) -> DocumentRow:
    """The same, once it has been read."""
    found = document(key, now)
    if not found.is_ready:
        raise Http404
    return found
