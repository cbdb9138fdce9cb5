"""The only door by which an address becomes an edition or a clause."""

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from afspraak.web.editions import access, queries
from afspraak.web.editions.queries import EditionRow
from afspraak.web.handbook.pages import Page, Section
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person


def edition_at(address: str, now: dt.datetime, person: Person) -> EditionRow:
    """The edition of this address, once it has been in force; a page that is not there before.

    Who leads and who agrees on it may read one that waits for those who lead.
    """
    found = queries.at_address(address, now) or _awaiting_at(address, person)
    if found is None:
        raise Http404
    return found


def edition_in_force(now: dt.datetime) -> EditionRow:
    """The edition in force; a page that is not there as long as there is none."""
    found = queries.in_force(now)
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class Held:
    """An edition that somebody reads, the one in force, and until when the first one was.

    Before the first edition, one that waits can be read while none is in force.
    """

    edition: EditionRow
    now_holds: EditionRow | None
    until: dt.datetime | None = None

    @property
    def holds(self) -> bool:
        """Whether it is the one in force."""
        return self.until is None and not self.edition.awaits


def held_at(address: str, now: dt.datetime, person: Person) -> Held:
    """The edition of this address, or without one that in force."""
    past = queries.past(now)
    until = None
    for row in past:
        if row.address == address or not address:
            return Held(row, past[0], until)
        until = row.in_force_from
    if waiting := _awaiting_at(address, person):
        return Held(waiting, past[0] if past else None)
    raise Http404


def edition_outside(now: dt.datetime) -> EditionRow:
    """The edition in force, when the organisation shows it to everybody."""
    if not organisation.chosen().handbook_is_public:
        raise Http404
    return edition_in_force(now)


def clause_of(page: Page, clause: str) -> int:
    """Which of the page's clauses this is."""
    for place, section in enumerate(page.clauses):
        if section.clause == clause:
            return place
    raise Http404


def section_after(page: Page, place: int, step: int) -> Section | None:
    """The clause so many steps further, as far as there is one."""
    wanted = place + step
    return page.clauses[wanted] if 0 <= wanted < len(page.clauses) else None


def _awaiting_at(address: str, person: Person) -> EditionRow | None:
    waiting = access.awaiting_for(person)
    return waiting if waiting and waiting.address == address else None
