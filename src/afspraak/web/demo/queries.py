"""The bakery's people, as the demo offers them."""

from collections.abc import Sequence

from afspraak.web.people.models import Person

DOMAIN = "bakkerijjansen.nl"


def people() -> Sequence[Person]:
    """Everybody one can be."""
    return list(Person.objects.filter(is_active=True).prefetch_related("granted").order_by("name"))


def person(handle: str) -> Person | None:
    """The person whose address begins with `handle`."""
    return Person.objects.filter(email=f"{handle}@{DOMAIN}", is_active=True).first()
