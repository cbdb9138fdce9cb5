"""The handbook as it would be now, from the answers so far."""

import datetime as dt
from dataclasses import dataclass

from afspraak.diagnostics import Lang
from afspraak.protocol import library
from afspraak.protocol.answers import Answers
from afspraak.protocol.handbook.clauses import clauses
from afspraak.protocol.handbook.cover import cover
from afspraak.protocol.handbook.passages import passage
from afspraak.protocol.model import (
    Edition,
    Organisation,
    People,
    Protocol,
    Representation,
    TermList,
    Value,
    Words,
    WorkTime,
)
from afspraak.protocol.write import first_of_next_month


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
    """What page one and the contents of the handbook would be with these answers."""
    protocol = _protocol(answers, today)
    page = cover(protocol, lang)
    return Book(
        organisation=page.organisation,
        in_force=page.in_force,
        glances=tuple(
            Glance(
                each.label,
                each.headline.text if each.headline else "",
                tuple(line.text for line in each.lines),
            )
            for each in page.glances
        ),
        clauses=tuple(passage(each.title, lang).text for each in clauses(protocol)),
    )


def touched(before: Answers, after: Answers, lang: Lang) -> list[str]:
    """The titles of the clauses that one more answer brought in or changed."""
    old = {each.id: each for each in library.clauses(before)}
    return [
        passage(each.title, lang).text
        for each in library.clauses(after)
        if old.get(each.id) != each
    ]


def _protocol(answers: Answers, today: dt.date) -> Protocol:
    """As much of the protocol as is shown: writing and reading a whole file takes too long."""
    in_force = answers.in_force or first_of_next_month(today)
    secret = answers.projects

    def spoken(words: Words) -> Words:
        return {lang: words[lang] for lang in words if lang in answers.languages} or words

    return Protocol(
        afspraak=1,
        organisation=Organisation(name=answers.name, people=answers.people, sector=answers.sector),
        languages=answers.languages,
        edition=Edition(
            number=f"{in_force.year}.1",
            in_force=in_force,
            # Who speaks for the staff is not in what is shown.
            representation=Representation(body="meeting"),
        ),
        values=tuple(
            Value(name=spoken(each.name), online=spoken(each.online)) for each in answers.values
        ),
        people=People(manager=answers.manager, leaders=answers.leaders),
        work_time=WorkTime(stance=answers.stance, where=answers.where and spoken(answers.where)),
        lists={"projects": TermList(terms=secret, confidential=True)} if secret else {},
        clauses=library.clauses(answers),
    )
