"""The only door by which an address becomes an edition or a clause."""

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from afspraak.web.editions import queries
from afspraak.web.editions.queries import EditionRow
from afspraak.web.handbook.pages import Page, Section
from afspraak.web.organisation import queries as organisation


def edition_at(address: str, now: dt.datetime) -> EditionRow:
    """The edition of this address, once it has been in force; a page that is not there before."""
    found = queries.at_address(address, now)
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
    """An edition that somebody reads, the one in force, and until when the first one was."""

    edition: EditionRow
    now_holds: EditionRow
    until: dt.datetime | None = None

    @property
    def holds(self) -> bool:
        """Whether it is the one in force."""
        return self.until is None


def held_at(address: str, now: dt.datetime) -> Held:
    """The edition of this address, or without one that in force."""
    past = queries.past(now)
    until = None
    for row in past:
        if row.address == address or not address:
            return Held(row, past[0], until)
        until = row.in_force_from
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
