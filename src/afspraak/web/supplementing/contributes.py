"""What supplementing says about itself: what it keeps, whose, and for how long."""

import datetime as dt
from collections.abc import Iterator

from afspraak.web.contributions import Section, Term
from afspraak.web.people.models import Person
from afspraak.web.supplementing import operations, queries


def personal_data(person: Person) -> Iterator[Section]:
    """The documents somebody brought to be supplemented."""
    yield Section(
        key="supplementing.documents",
        title={"nl": "Gebrachte documenten om aan te vullen", "en": "Documents to supplement"},
        labels={
            "name": {"nl": "Bestand", "en": "File"},
            "at": {"nl": "Gebracht", "en": "Brought"},
            "goes": {"nl": "Gaat weg", "en": "Goes"},
        },
        rows=[
            {"name": name, "at": at.isoformat(), "goes": goes.isoformat()}
            for name, at, goes in queries.brought_by(person.pk)
        ],
    )


def erase(person: Person, now: dt.datetime) -> int:  # noqa: ARG001 - as every feature's
    """Forgets who brought which document; the document goes by its term."""
    return operations.erase(person)


TERMS = (
    Term(
        key=operations.RULE,
        says={
            "nl": "Bestaande documenten die worden aangevuld, met wat erin staat en wie ze bracht",
            "en": "Existing documents that are supplemented, with what they say and who brought "
            "them",
        },
        term={
            "nl": f"{operations.KEPT_DAYS} dagen, of tot ze worden weggegooid",
            "en": f"{operations.KEPT_DAYS} days, or until they are thrown away",
        },
        delete=operations.delete_due,
    ),
)
