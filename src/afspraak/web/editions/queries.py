"""Which edition is in force, and what is in its file."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from afspraak.diagnostics import Lang
from afspraak.engine.pack import Pack, read
from afspraak.protocol.handbook import Handbook, handbook
from afspraak.protocol.model import Protocol
from afspraak.web.editions.loading import loaded
from afspraak.web.editions.models import EditionFile, PublicHandbook
from afspraak.web.remembering import once_a_page

RESERVED = frozenset({"changes", "clause", "editions"})
"""What stands in an address where an edition's number could."""

_PLAIN = re.compile(r"(?!no-)[A-Za-z0-9][A-Za-z0-9._-]{0,60}")

KEPT = 8
"""How many protocols and packs a process keeps: the one in force, and a few that are compared."""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition as pages show it. `file` is the key of the file that holds now.

    One with `planned_for` was read by those who lead before it held. As long as it `awaits` them,
    `in_force_from` is when it is to come into force.
    """

    id: int
    number: str
    text_hash: str
    in_force_from: dt.datetime
    must_be_read: bool
    file: int
    protocol_hash: str
    planned_for: dt.datetime | None = None
    awaits: bool = False

    @property
    def address(self) -> str:
        """How the edition is called in an address: its number, where that fits in one."""
        plain = _PLAIN.fullmatch(self.number) and self.number not in RESERVED
        return self.number if plain else f"no-{self.id}"


def in_force(now: dt.datetime) -> EditionRow | None:
    """The edition in force at `now`; nothing before the first."""
    rows = past(now)
    return rows[0] if rows else None


def past(now: dt.datetime) -> Sequence[EditionRow]:
    """The edition in force and those before it, the latest first."""
    return [row for row in _every() if not row.awaits and row.in_force_from <= now]


def coming(now: dt.datetime) -> Sequence[EditionRow]:
    """Editions that come into force later, the latest first."""
    return [row for row in _every() if not row.awaits and row.in_force_from > now]


def awaiting() -> EditionRow | None:
    """The edition that was decided on and waits for those who lead to read it."""
    return next((row for row in _every() if row.awaits), None)


def numbered(number: str, now: dt.datetime) -> EditionRow | None:
    """The edition with this number, once it has been in force."""
    return next((row for row in past(now) if row.number == number), None)


def at_address(address: str, now: dt.datetime) -> EditionRow | None:
    """The edition that is called so in an address, once it has been in force."""
    return next((row for row in past(now) if row.address == address), None)


def by_id(key: int) -> EditionRow | None:
    """The edition with this key, in force or not."""
    rows = _rows(edition=key)
    return rows[0] if rows else None


def protocol_of(edition: EditionRow) -> Protocol:
    """The protocol of an edition, from its latest file."""
    return _protocol(edition.file, edition.protocol_hash)


@lru_cache(maxsize=2 * KEPT)
def handbook_of(edition: EditionRow, lang: Lang) -> Handbook:
    """The handbook of an edition in a language, to read."""
    return handbook(protocol_of(edition), lang)


def pack_of(edition: EditionRow) -> Pack:
    """The server's pack, with confidential terms in it: never for a page."""
    return _pack(edition.file, edition.protocol_hash)


def page_pack_of(edition: EditionRow) -> bytes:
    """The pack that may lie in a web page, as canonical JSON."""
    return _page_pack(edition.file, edition.protocol_hash)


def source_of(edition: EditionRow) -> bytes:
    """The protocol file as it was added."""
    return bytes(EditionFile.objects.values_list("source", flat=True).get(pk=edition.file))


def may_be_found() -> bool:
    """Whether search engines may show the public handbook."""
    return PublicHandbook.objects.filter(pk=1, may_be_found=True).exists()


@once_a_page
def _every() -> Sequence[EditionRow]:
    return _rows()


def _rows(**where: object) -> Sequence[EditionRow]:
    # In the order of an index that holds all that is asked of a file: its bytes are many.
    files = (
        EditionFile.objects.filter(edition__withdrawn_at=None, **where)
        .order_by("edition", "-added_at", "-pk")
        .values_list(*_FIELDS)
    )
    latest: dict[int, EditionRow] = {}
    for key, number, text, starts, planned, must, file, held in files:
        row = EditionRow(
            key, number, text, starts or planned, must, file, held, planned, not starts
        )
        latest.setdefault(key, row)
    return sorted(latest.values(), key=lambda row: (row.in_force_from, row.id), reverse=True)


_FIELDS = (
    "edition_id",
    "edition__number",
    "edition__text_hash",
    "edition__in_force_from",
    "edition__planned_for",
    "edition__must_be_read",
    "pk",
    "protocol_hash",
)


# The hash is part of the key: after a restored backup the same key may stand for another file.
@lru_cache(maxsize=KEPT)
def _protocol(file: int, _hash: str) -> Protocol:
    source = EditionFile.objects.values_list("source", flat=True).get(pk=file)
    return loaded(bytes(source)).protocol


@lru_cache(maxsize=KEPT)
def _pack(file: int, _hash: str) -> Pack:
    return read(bytes(EditionFile.objects.values_list("pack", flat=True).get(pk=file)))


@lru_cache(maxsize=KEPT)
def _page_pack(file: int, _hash: str) -> bytes:
    return bytes(EditionFile.objects.values_list("page_pack", flat=True).get(pk=file))
