"""What the section `account` of a rule pack holds: everything the account check knows."""

from collections.abc import Mapping
from typing import TypedDict, cast


class NameEntry(TypedDict):
    """One way in which the organisation is called.

    `camel` is how it is written in a handle, nothing when it is not proposed for one.
    `level` says what else the name may be: `known` (a common family or given name), `possible`
    (looks like a family name), `place` (the town a body is named after), or nothing.
    """

    text: str
    camel: str
    words: list[str]
    brand: bool
    level: str


class NetworkEntry(TypedDict):
    """What a handle may look like on a network."""

    called: str
    aliases: list[str]
    hosts: list[str]
    min: int
    max: int
    marks: str
    capitals: bool
    business: bool
    suffix: str


class CueEntry(TypedDict):
    """Words before or after the organisation's name that say what it is to the writer."""

    says: str
    before: list[str]
    after: list[str]
    reach: int
    through: str


class JobEntry(TypedDict):
    """One job, in the words of both languages."""

    nl: list[str]
    en: list[str]


class AccountData(TypedDict):
    """The whole section as JSON. Words and phrases are folded, words parted by one space."""

    organisation: str
    names: list[NameEntry]
    domains: list[str]
    handle: str
    bio: dict[str, str]
    disclaimer: dict[str, str]
    pieces: dict[str, list[str]]
    first_names: list[str]
    surnames: list[str]
    places: list[str]
    nicknames: list[str]
    titles: list[str]
    jobs: list[JobEntry]
    profile: dict[str, list[str]]
    cues: list[CueEntry]
    account: dict[str, list[str]]
    networks: dict[str, NetworkEntry]
    addresses: dict[str, list[str]]
    texts: dict[str, dict[str, str]]


def as_account_data(data: Mapping[str, object]) -> AccountData:
    """The section, as read from JSON, with its shape made known."""
    return cast("AccountData", data)
