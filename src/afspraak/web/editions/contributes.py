"""What editions say about themselves."""

from collections.abc import Iterator

from afspraak.web.contributions import Switch, Term
from afspraak.web.editions import queries
from afspraak.web.organisation import queries as organisation


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
