"""The handbook as it would be now, from the answers so far."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from afspraak.diagnostics import Lang
from afspraak.protocol import library
from afspraak.protocol.answers import Answers
from afspraak.protocol.handbook import handbook
from afspraak.protocol.model import Protocol
from afspraak.protocol.write import write_protocol
from afspraak.web.drafting.sources import told


@dataclass(frozen=True, slots=True)
class Glance:
    """One of the few things that page one says."""

    label: str
    headline: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Page one of the handbook, and the titles of the clauses that follow."""

    organisation: str
    in_force: str
    glances: tuple[Glance, ...]
    clauses: tuple[str, ...]


def book(answers: Answers, today: dt.date, lang: Lang) -> Book:
    """The handbook that these answers make."""
    return _book(write_protocol(answers, today=today), lang)


def touched(before: Answers, after: Answers, lang: Lang) -> list[str]:
    """The titles of the clauses that one more answer brought in or changed."""
    old = {each.id: each for each in library.clauses(before)}
    return [each.title[lang] for each in library.clauses(after) if old.get(each.id) != each]


@lru_cache(maxsize=16)
def _book(text: str, lang: Lang) -> Book:
    made = handbook(_protocol(text), lang)
    return Book(
        organisation=made.cover.organisation,
        in_force=made.cover.in_force,
        glances=tuple(
            Glance(
                each.label,
                each.headline.text if each.headline else "",
                tuple(line.text for line in each.lines),
            )
            for each in made.cover.glances
        ),
        clauses=tuple(each.title.text for each in made.sections if each.number is not None),
    )


def _protocol(text: str) -> Protocol:
    found = told(text.encode()).protocol
    assert found  # noqa: S101 - what the interview writes can be read: its own tests see to it
    return found
