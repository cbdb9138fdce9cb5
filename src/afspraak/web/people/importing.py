"""Importing people: what a file would change.

Nothing is ever deleted, and an empty cell leaves what is there: the same file twice changes
nothing the second time.
"""

import datetime as dt
import json
import uuid
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.db.models.functions import Lower

from afspraak.web.people.columns import COLUMNS, date_of, guessed, language_of
from afspraak.web.people.models import Person, Upload
from afspraak.web.people.sheets import Sheet

FIELDS = ("name", "email", "number", "team", "language", "joined")
_MAX_CHARS = {"name": 200, "email": 254, "number": 60, "team": 100}
Value = str | dt.date | None


class UnableToImport(Exception):
    """The columns cannot be used: `no-name` or `no-key` (no number and no address)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a row gives another value."""

    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one row of the file comes to: `new`, `changed`, `same` or `error` with a reason."""

    row: int
    kind: str
    name: str
    values: Mapping[str, Value]
    changes: tuple[Change, ...] = ()
    person: uuid.UUID | None = None
    reason: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file comes to: an outcome for each row, and who is not in it."""

    outcomes: tuple[Outcome, ...]
    missing: tuple["Person", ...]

    def counted(self) -> dict[str, int]:
        """How many rows there are of each kind."""
        counts = dict.fromkeys(("new", "changed", "same", "error"), 0)
        for outcome in self.outcomes:
            counts[outcome.kind] += 1
        return counts


def keep_upload(*, name: str, sheet: Sheet, by: Person, now: dt.datetime) -> uuid.UUID:
    """Keeps a file until it is confirmed, in place of an earlier one; gives its id."""
    waiting = Q(confirmed_at__isnull=False, done_at=None)
    Upload.objects.filter(~waiting, by=by).delete()
    return Upload.objects.create(
        by=by,
        at=now,
        name=name[:200],
        headings=list(sheet.headings),
        rows=zlib.compress(json.dumps(sheet.rows, ensure_ascii=False).encode(), 3),
        count=len(sheet.rows),
        columns=guessed(sheet.headings),
    ).pk


def choose_columns(*, upload: Upload, columns: list[str]) -> None:
    """Says which column of the file is what; the first of two that are the same counts."""
    chosen: list[str] = []
    for column in columns[: len(upload.headings)]:
        chosen.append(column if column in COLUMNS and column not in chosen else "")
    columns_then = chosen + [""] * (len(upload.headings) - len(chosen))
    Upload.objects.filter(pk=upload.pk, confirmed_at=None).update(columns=columns_then)


def drop_upload(*, upload: Upload) -> bool:
    """Deletes what was uploaded; false when it was confirmed meanwhile."""
    return bool(Upload.objects.filter(pk=upload.pk, confirmed_at=None).delete()[0])


def drop_uploads_of_before(*, before: dt.datetime) -> list[str]:
    """Deletes what was uploaded before a moment; a line for each."""
    old = list(Upload.objects.filter(at__lt=before).values_list("pk", "at"))
    Upload.objects.filter(pk__in=[key for key, _ in old]).delete()
    return [f"upload {key} {at.isoformat()}" for key, at in old]


def rows_of(upload: Upload) -> list[list[str]]:
    """The rows of the file."""
    rows: list[list[str]] = json.loads(zlib.decompress(bytes(upload.rows)))
    return rows


def first_row(upload: Upload) -> list[str]:
    """The first row under the headings, as an example of what the columns hold."""
    return rows_of(upload)[0]


def plan(upload: Upload) -> Plan:
    """What confirming would do now. Raises `UnableToImport` when the columns cannot be used."""
    columns = set(upload.columns)
    if not columns & {"name", "first", "last"}:
        raise UnableToImport("no-name")
    if not columns & {"email", "number"}:
        raise UnableToImport("no-key")
    people = list(Person.objects.order_by(Lower("name"), "pk"))
    outcomes = tuple(_outcomes(upload, people))
    seen = {outcome.person for outcome in outcomes}
    missing = tuple(each for each in people if each.is_active and each.pk not in seen)
    return Plan(outcomes, missing)


def _outcomes(upload: Upload, people: Iterable[Person]) -> Iterator[Outcome]:
    by_number: dict[str, Person] = {}
    by_email: dict[str, Person] = {}
    for person in people:
        if person.number:
            by_number[person.number] = person
        if person.email:
            by_email[person.email.lower()] = person
    seen: dict[str, int] = {}
    # The first row of a file is its headings, so the rows count from two, as in Excel.
    for number, cells in enumerate(rows_of(upload), 2):
        yield _outcome(number, _named(upload.columns, cells), by_number, by_email, seen)


def _outcome(
    row: int,
    cells: Mapping[str, str],
    by_number: Mapping[str, Person],
    by_email: Mapping[str, Person],
    seen: dict[str, int],
) -> Outcome:
    values, column, reason = _values(cells)
    name = str(values.get("name") or "")

    def refused(reason: str, column: str, person: uuid.UUID | None = None) -> Outcome:
        return Outcome(row, "error", name, values, (), person, reason, column)

    if reason:
        known = by_number.get(cells.get("number", "")) or by_email.get(
            cells.get("email", "").lower()
        )
        return refused(reason, column, known.pk if known else None)
    number, email = str(values.get("number") or ""), str(values.get("email") or "")
    if not number and not email:
        return refused("no-key", "number")
    for key in (f"number:{number}" if number else "", f"email:{email}" if email else ""):
        if key and key in seen:
            return refused("twice", key.partition(":")[0])
    seen.update({f"number:{number}": row} if number else {})
    seen.update({f"email:{email}": row} if email else {})
    numbered, addressed = by_number.get(number), by_email.get(email)
    if numbered and addressed and numbered.pk != addressed.pk:
        return refused("two-people", "email", numbered.pk)
    person = numbered or addressed
    if not person:
        return Outcome(
            row,
            "new" if name else "error",
            name,
            values,
            (),
            None,
            "" if name else "no-name",
            "" if name else "name",
        )
    if addressed and number and person.number and person.number != number:
        return refused("other-number", "number", person.pk)
    if not person.is_active:
        return refused("has-left", "name", person.pk)
    changes = tuple(
        Change(field, getattr(person, field), values[field])
        for field in FIELDS
        if values.get(field) and values[field] != getattr(person, field)
    )
    return Outcome(
        row, "changed" if changes else "same", name or person.name, values, changes, person.pk
    )


def _named(columns: list[str], cells: list[str]) -> dict[str, str]:
    return {column: cell for column, cell in zip(columns, cells, strict=True) if column}


def _values(cells: Mapping[str, str]) -> tuple[dict[str, Value], str, str]:
    """The values of a row, and with a mistake its column and the reason."""
    parts = (cells.get("first", ""), cells.get("between", ""), cells.get("last", ""))
    values: dict[str, Value] = {
        "name": cells.get("name") or " ".join(part for part in parts if part),
        "email": cells.get("email", "").lower() or None,
        "number": cells.get("number", ""),
        "team": cells.get("team", ""),
    }
    if cells.get("language"):
        values["language"] = language_of(cells["language"])
    if cells.get("joined"):
        values["joined"] = date_of(cells["joined"])
    return values, *_mistake(cells, values)


def _mistake(cells: Mapping[str, str], values: Mapping[str, Value]) -> tuple[str, str]:
    for column, cell in cells.items():
        if cell.startswith("="):
            return column, "formula"
    for column, longest in _MAX_CHARS.items():
        if len(str(values[column] or "")) > longest:
            return column, "too-long"
    for column, reason in (("language", "no-language"), ("joined", "no-date")):
        if cells.get(column) and values[column] is None:
            return column, reason
    try:
        if values["email"]:
            validate_email(str(values["email"]))
    except ValidationError:
        return "email", "no-address"
    return "", ""
