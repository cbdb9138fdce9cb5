"""What holds the log together: a seal a row, and a commitment to what can be erased."""

import datetime as dt
import hashlib
import hmac
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

Fact = str | int | bool | None
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
    covered = [
        before,
        content.number,
        _moment(content.at),
        content.action,
        content.edition,
        str(content.actor or ""),
        content.subject,
        content.facts,
        content.commitment,
    ]
    key = settings.KEYS.audit.encode()
    return hmac.digest(key, _canonical(covered).encode(), "sha256").hex()


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
    covered = _canonical([salt, personal, str(person or ""), until])
    return hashlib.sha256(covered.encode()).hexdigest()


def _moment(value: dt.datetime) -> str:
    return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
