"""What the section `account` of a rule pack holds: everything the account check knows."""

from collections.abc import Mapping
from typing import TypedDict, cast


class NameEntry(TypedDict):
    """One way in which the organisation is called.

    `camel` is how it is written in a handle, nothing when it is not proposed for one.
    `letters` are those of its letters, capital and small, that are not ASCII.
    `level` says what else the name may be: `known` (a common family or given name), `possible`
    (looks like a family name), `place` (the town a body is named after), or nothing.
    """

    text: str
    camel: str
    words: list[str]
    letters: str
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


class Limits(TypedDict):
    """How far is read: see `reading.toml`."""

    bio: int
    name: int
    run: int
    compound: int
    inside: int
    guess: int
    maybe: int
    behind_maybe: int
    gap: int
    mentions: int
    phrase: int
    job: int
    verb: int
    negation: int
    handles: int
    tried: int


class Costs(TypedDict):
    """What reading a run of letters as a word costs."""

    known: float
    glued: float
    initial: float
    number: float
    unknown: float


class Marks(TypedDict):
    """Characters that part words from each other; `apart` holds some of two characters."""

    ends: str
    breaks: str
    sets_apart: str
    ends_address: str
    not_in_name: str
    apart: list[str]


class Case(TypedDict):
    """Which letters are capitals and which are small: code points as first, last, step."""

    upper: list[int]
    lower: list[int]


class GluedEntry(TypedDict):
    """What a piece of a compound says of the company."""

    piece: str
    says: str


class AccountData(TypedDict):
    """The whole section as JSON. Words and phrases are folded, words parted by one space."""

    organisation: str
    names: list[NameEntry]
    domains: list[str]
    handle: str
    bio: dict[str, str]
    disclaimer: dict[str, str]
    order: list[str]
    pieces: dict[str, list[str]]
    nicknames: list[str]
    titles: list[str]
    jobs: list[JobEntry]
    profile: dict[str, list[str]]
    cues: list[CueEntry]
    account: dict[str, list[str]]
    networks: dict[str, NetworkEntry]
    addresses: dict[str, list[str]]
    texts: dict[str, dict[str, str]]
    says: dict[str, str]
    advice: dict[str, list[list[str]]]
    limits: Limits
    costs: Costs
    marks: Marks
    case: Case
    look_alikes: list[list[str]]
    founded: list[str]
    glued: list[GluedEntry]


def as_account_data(data: Mapping[str, object]) -> AccountData:
    """The section, as read from JSON, with its shape made known."""
    return cast("AccountData", data)
