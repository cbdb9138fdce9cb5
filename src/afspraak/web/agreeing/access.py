"""The only door by which a key from an address becomes a proposal, a text or a letter."""

import datetime as dt
import uuid

from django.http import Http404

from afspraak.web.agreeing import queries
from afspraak.web.agreeing.queries import LetterFile, ProceedingRow
from afspraak.web.agreeing.situation import Standing, standing


def proceeding(key: uuid.UUID) -> ProceedingRow:
    """The proposal with this key."""
    found = queries.proceeding(key)
    if found is None:
        raise Http404
    return found


def proceeding_at(key: uuid.UUID, now: dt.datetime) -> Standing:
    """Where the proposal with this key stands."""
    return standing(proceeding(key), now)


def source(key: uuid.UUID, version: int) -> bytes:
    """The file of one text of a proposal."""
    found = queries.source_of(key, version)
    if found is None:
        raise Http404
    return found


def letter(key: uuid.UUID, outcome: int) -> LetterFile:
    """The letter of an answer about this proposal."""
    found = queries.letter(key, outcome)
    if found is None:
        raise Http404
    return found
