"""What editions say about themselves."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse

from afspraak.decisions.roles import Capability
from afspraak.web.contributions import Switch, Task, Term
from afspraak.web.editions import queries
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person


def tasks(person: Person, now: dt.datetime) -> Iterator[Task]:
    """The first protocol, for who may bring it in, as long as there is none."""
    if person.may(Capability.MANAGE_EDITIONS) and not queries.past(now) and not queries.coming(now):
        yield Task(
            key="editions.first",
            title={"nl": "Maak jullie protocol", "en": "Make your protocol"},
            why={
                "nl": "Daaruit komen het handboek, de check en de vragen. Zolang het er niet is, "
                "valt er voor anderen niets te doen.",
                "en": "The handbook, the check and the questions come from it. Until it is there, "
                "there is nothing to do for others.",
            },
            url=reverse("drafts"),
            action={"nl": "Begin met schrijven", "en": "Begin writing"},
            order=20,
        )


def switches() -> Iterator[Switch]:
    """Whether people outside may read the handbook."""
    yield Switch(
        key="editions.public",
        says={
            "nl": "Het handboek is voor iedereen te lezen, op /public/",
            "en": "Everybody can read the handbook, at /public/",
        },
        on=organisation.chosen().handbook_is_public,
        purpose={
            "nl": "Sollicitanten en klanten zien wat we afspraken, zonder namen van mensen.",
            "en": "Applicants and customers see what we agreed, without names of people.",
        },
        seen_by={"nl": "Iedereen met het adres.", "en": "Everybody with the address."},
    )
    yield Switch(
        key="editions.may-be-found",
        says={
            "nl": "Zoekmachines mogen het openbare handboek tonen",
            "en": "Search engines may show the public handbook",
        },
        on=queries.may_be_found(),
        purpose={
            "nl": "Mensen vinden het zonder het adres te kennen.",
            "en": "People find it without knowing the address.",
        },
        seen_by={"nl": "Iedereen.", "en": "Everybody."},
    )


TERMS = (
    Term(
        key="editions.editions",
        says={
            "nl": "Uitgaven van de afspraken: wat gold wanneer",
            "en": "Editions of the agreements: what held when",
        },
        term={
            "nl": "Blijven bewaard, als bewijs van wat er gold",
            "en": "Kept for good, as proof of what held",
        },
        delete=None,
    ),
)
