"""The protocol that a document is held against: the one in force, or the library's proposal."""

import datetime as dt
from dataclasses import dataclass

from afspraak.diagnostics import Lang
from afspraak.engine import kinds, networks
from afspraak.protocol import interview, loader, write
from afspraak.protocol.model import Protocol
from afspraak.web.editions import queries as editions
from afspraak.web.organisation import queries as organisation
from afspraak.web.people import queries as people


@dataclass(frozen=True, slots=True)
class Beside:
    """A protocol file, and the edition it is of; None when it is our proposal."""

    source: bytes
    edition: int | None
    number: str


def protocol_beside(now: dt.datetime, lang: Lang) -> Beside:
    """What a document that is brought now is held against."""
    edition = editions.in_force(now)
    if edition is not None:
        return Beside(editions.source_of(edition), edition.id, edition.number)
    name = organisation.chosen().name or {"nl": "Ons bedrijf", "en": "Our company"}[lang]
    text = write.write_protocol(interview.defaults(name, lang=lang), today=people.today_at(now))
    return Beside(text.encode(), None, "")


def loaded(source: bytes) -> Protocol:
    """The protocol of a file that is kept here."""
    return loader.load(source, kinds=kinds.options_of_kinds(), networks=networks.names())
