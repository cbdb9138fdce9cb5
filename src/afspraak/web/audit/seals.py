"""What holds the log together: a seal a row, and a commitment to what can be erased."""

import datetime as dt
import functools
import hashlib
import hmac
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from afspraak.web.keys import Keys

Fact = str | int | bool | None
_quoted = json.encoder.encode_basestring
_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Content:
    """What a seal covers of one row."""

    number: int
    at: dt.datetime
    action: str
    edition: str
    actor: uuid.UUID | None
    subject: str
    facts: Mapping[str, Fact]
    commitment: str


def sealed(content: Content, before: str) -> str:
    """The seal of a row that stands after one with the seal `before`."""
    return sealed_text(
        before,
        content.number,
        moment(content.at),
        content.action,
        content.edition,
        str(content.actor or ""),
        content.subject,
        canonical(content.facts),
        content.commitment,
    )


def sealed_text(
    before: str,
    number: int,
    at: str,
    action: str,
    edition: str,
    actor: str,
    subject: str,
    facts: str,
    commitment: str,
) -> str:
    """The seal of a row of which everything is text already.

    With a key that is not in the database: who can write there cannot make a seal.
    """
    # The canonical JSON of a list, written out: quicker than an encoder, and a log is long.
    covered = (
        f'["{before}",{number},"{at}",{_quoted(action)},{_quoted(edition)},"{actor}",'
        f"{_quoted(subject)},{facts},{_quoted(commitment)}]"
    )
    return hmac.digest(_key(settings.KEYS), covered.encode(), "sha256").hex()


def committed(
    personal: Mapping[str, Fact],
    salt: str,
    person: uuid.UUID | None,
    erase_after: dt.datetime | None,
) -> str:
    """A fingerprint of the personal part, whom it is about and its term.

    It says nothing without the salt, which goes when the personal part goes.
    """
    until = moment(erase_after) if erase_after else ""
    return committed_text(canonical(personal), salt, str(person or ""), until)


def committed_text(personal: str, salt: str, person: str, erase_after: str) -> str:
    """The same fingerprint, of a personal part of which everything is text already."""
    covered = f'[{_quoted(salt)},{personal},"{person}","{erase_after}"]'
    return hashlib.sha256(covered.encode()).hexdigest()


def canonical(facts: Mapping[str, Fact]) -> str:
    """Facts as they are sealed, in whatever order they are kept."""
    return _canonical(facts) if facts else "{}"


def moment(value: dt.datetime) -> str:
    """A moment as it is sealed, wherever the clock stands."""
    utc = value if value.tzinfo is dt.UTC else value.astimezone(dt.UTC)
    return utc.isoformat(timespec="microseconds")


@functools.lru_cache(maxsize=4)
def _key(keys: Keys) -> bytes:
    return keys.audit.encode()
