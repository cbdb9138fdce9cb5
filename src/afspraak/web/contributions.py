"""What a feature may say about itself, so that home, transparency, my data and retention need not
know it.

A feature that has something to say has a file `contributes.py` with any of these:

- `tasks(person, now)` gives an iterable of `Task`: what is asked of this person;
- `personal_data(person)` gives an iterable of `Section`: everything kept about this person;
- `erase(person, now)` removes what is kept about this person and gives how many rows that was;
- `keeps(person, now)` gives an iterable of `Kept`: what `erase` leaves because of a term. As long
  as any feature gives something, the person's row stays;
- `TERMS` is a tuple of `Term`: how long something is kept, and the function that deletes it;
- `switches()` gives an iterable of `Switch`: what is on and what is off;
- `checks(now)` gives an iterable of `Checked`: what a promise comes to in this installation, now;
- `deleted()` gives an iterable of `Deleted`: what was deleted last;
- `outbound()` gives an iterable of `Outbound`: connections to elsewhere that are switched on;
- `handbook_notes(edition, now)` gives what stands in the handbook beside a clause: a mapping from
  a clause's id ("" for the whole handbook) to a list of notes. A note is a `Text`; with a key
  `quote` beside its languages it is about a post, which is set as typed, by the name in `by`;
- `leading(edition, now)` gives an iterable of `Leading`: who leads, and who of them has read the
  text of an edition that waits for them;
- `rule_report()` gives the name of the address where people may say that a rule is wrong, or
  nothing when they may not;
- `last_read(person)` gives the key of the edition that this person read last, or None.
"""

import datetime as dt
import functools
import importlib
import importlib.util
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType

from django.conf import settings

from afspraak.diagnostics import Text


@dataclass(frozen=True, slots=True)
class Task:
    """Something asked of one person today. The lowest `order` is the page's primary action."""

    key: str
    title: Text
    why: Text
    url: str
    action: Text
    order: int = 50


@dataclass(frozen=True, slots=True)
class Section:
    """Rows about one person, under one heading. Column names are keys; `labels` says them.

    `words` says what the codes in a column mean, for people; the JSON keeps the code.
    """

    key: str
    title: Text
    labels: Mapping[str, Text]
    rows: Sequence[Mapping[str, str | int | bool | None]]
    words: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """How long something is kept. `delete(now)` deletes what is due and gives a line a row.

    Such a line is what the receipt takes a fingerprint of: ids and dates, no content.
    """

    key: str
    says: Text
    term: Text
    delete: Callable[[dt.datetime], Sequence[str]] | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a person must be kept for now, and until which day; None when that is not known yet.

    As long as somebody works here, a term that counts from their leaving has no day.
    """

    key: str
    says: Text
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class Switch:
    """Something that is on or off here, what it is for and who may see what it gives."""

    key: str
    says: Text
    on: bool
    purpose: Text
    seen_by: Text


@dataclass(frozen=True, slots=True)
class Outbound:
    """A connection to elsewhere: where to, and what goes over it."""

    key: str
    to: str
    carries: Text


@dataclass(frozen=True, slots=True)
class Checked:
    """What was seen of a promise in this installation, and when.

    `ok` is None when it is not known.
    """

    promise: int
    key: str
    says: Text
    ok: bool | None
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Leading:
    """Somebody who leads here, and whether they have read exactly one text."""

    person: uuid.UUID
    name: str
    has_read: bool
    is_away: bool


@dataclass(frozen=True, slots=True)
class Deleted:
    """That so many went under one rule: never what."""

    says: Text
    at: dt.datetime
    count: int


def contributing(attribute: str) -> Iterator[tuple[str, object]]:
    """The name of every feature whose `contributes.py` has `attribute`, and what it has."""
    for module in _modules(tuple(settings.INSTALLED_APPS)):
        if hasattr(module, attribute):
            yield module.__name__.split(".")[-2], getattr(module, attribute)


@functools.cache
def _modules(apps: tuple[str, ...]) -> Sequence[ModuleType]:
    names = [f"{app}.contributes" for app in apps if app.startswith("afspraak.")]
    return [importlib.import_module(name) for name in names if importlib.util.find_spec(name)]
