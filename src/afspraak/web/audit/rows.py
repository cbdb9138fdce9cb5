"""The rows of the log as they lie in the database, as text, for whoever reads them all."""

import functools
import json
from collections.abc import Iterator
from typing import Any

from django.db import connection

from afspraak.web.audit.seals import canonical

ROWS_AT_A_TIME = 5_000

Value = str | int | None
Row = tuple[Any, ...]  # somebody with the database's password may have put anything in it
"""Number, moment, action, edition, actor, subject, facts, commitment and seal of an entry; then
number, facts, salt, person and term of its personal part, or nothing five times. A moment, a
person and facts are written as seals cover them, as far as they are what they should be.
"""

_SQL = (
    "SELECT e.number, {at}, e.action, e.edition, {actor}, e.subject, {facts}, e.commitment, "
    "e.seal, p.entry_id, {personal}, p.salt, {person}, {until} FROM audit_entry e "
    "LEFT JOIN audit_personal p ON p.entry_id = e.number {where} "
    "ORDER BY e.number LIMIT %s OFFSET %s"
)
_PLAIN_MOMENTS = {19: ".000000+00:00", 26: "+00:00"}


def every() -> Iterator[Row]:
    """Every entry with its personal part, in order; a number that is there twice comes twice."""
    last, seen = None, 0
    while True:
        page = _page(last, seen)
        yield from page
        if len(page) < ROWS_AT_A_TIME:
            return
        again = sum(row[0] == page[-1][0] for row in page)
        seen = again + (seen if page[-1][0] == last else 0)
        last = page[-1][0]


@functools.lru_cache(maxsize=1024)
def sealed_facts(text: str) -> str:
    """Facts as they were kept, as a seal covers them. Raises `ValueError` for what are no facts."""
    return canonical(json.loads(text))


def _page(last: Value, seen: int) -> list[Row]:
    """Plain rows without the ORM: it makes objects of what is needed here as text."""
    sql = _SQL.format(
        **{name: _text(column) for name, column in _COLUMNS.items()},
        where="" if last is None else "WHERE e.number >= %s",
    )
    wanted = [ROWS_AT_A_TIME, seen] if last is None else [last, ROWS_AT_A_TIME, seen]
    with connection.cursor() as cursor:
        cursor.execute(sql, wanted)
        found: list[Row] = cursor.fetchall()
    return found if connection.vendor == "postgresql" else [_as_sealed(row) for row in found]


_COLUMNS = {
    "at": "e.at",
    "actor": "e.actor",
    "facts": "e.facts",
    "personal": "p.facts",
    "person": "p.person",
    "until": "p.erase_after",
}


def _text(column: str) -> str:
    if connection.vendor == "postgresql" and column in {"e.at", "p.erase_after"}:
        form = 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'
        return f"to_char({column} AT TIME ZONE 'UTC', '{form}')"
    return f"CAST({column} AS text)"  # which no driver makes anything else of


def _as_sealed(row: Row) -> Row:
    """A row of SQLite, where a moment and a person are written in another way."""
    number, at, action, edition, actor, subject, facts, commitment, seal, *personal = row
    if personal[0] is not None:
        personal[3:] = [_person(personal[3]), _moment(personal[4])]
    return (
        *(number, _moment(at), action, edition, _person(actor), subject, facts, commitment, seal),
        *personal,
    )


def _moment(text: Value) -> Value:
    if not isinstance(text, str) or len(text) not in _PLAIN_MOMENTS:
        return text
    return f"{text[:10]}T{text[11:]}{_PLAIN_MOMENTS[len(text)]}"


def _person(text: Value) -> Value:
    if not isinstance(text, str) or len(text) != 32:
        return text
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
