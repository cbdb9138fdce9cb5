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
    """The seal of a row that stands after one with the seal `before`.

    With a key that is not in the database: who can write there cannot make a seal.
    """
    # The canonical JSON of a list, written out: quicker than an encoder, and a log is long.
    covered = (
        f'["{before}",{content.number},"{_moment(content.at)}",{_quoted(content.action)},'
        f'{_quoted(content.edition)},"{content.actor or ""}",{_quoted(content.subject)},'
        f"{_canonical(content.facts) if content.facts else '{}'},{_quoted(content.commitment)}]"
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
    until = _moment(erase_after) if erase_after else ""
    covered = f'[{_quoted(salt)},{_canonical(personal)},"{person or ""}","{until}"]'
    return hashlib.sha256(covered.encode()).hexdigest()


@functools.lru_cache(maxsize=4)
def _key(keys: Keys) -> bytes:
    return keys.audit.encode()


def _moment(value: dt.datetime) -> str:
    utc = value if value.tzinfo is dt.UTC else value.astimezone(dt.UTC)
    return utc.isoformat(timespec="microseconds")
