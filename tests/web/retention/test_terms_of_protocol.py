"""The term that people read in the protocol is the term that is in force (L-12)."""

import datetime as dt
import re
from collections.abc import Callable

import pytest

from afspraak.decisions.retention import RULES
from afspraak.web.editions import operations as editions
from afspraak.web.editions import queries
from afspraak.web.organisation.models import Organisation
from afspraak.web.people.models import Person
from afspraak.web.reading.models import Reading
from afspraak.web.retention import operations
from web.conftest import PROTOCOL


@pytest.mark.parametrize("years", [1, 2, 5])
def test_a_receipt_stays_as_long_as_the_protocol_says(
    years: int,
    organisation: Organisation,
    somebody: Callable[..., Person],
    now: dt.datetime,
) -> None:
    source = PROTOCOL
    for said in (
        "acknowledgement_years_after_leaving: {}",
        "tot {} jaar nadat",
        "until {} years after",
    ):
        source = source.replace(said.format(2).encode(), said.format(years).encode())
    edition = editions.add_edition(source=source, now=now)
    person = somebody()
    Person.objects.filter(pk=person.pk).update(left=dt.date(2026, 11, 23), is_active=False)
    Reading.objects.create(
        person=person,
        edition_id=edition.id,
        number=edition.number,
        at=now,
        language="nl",
        route="screen",
        receipt="{}",
    )
    text = " ".join(clause.text["nl"] for clause in queries.protocol_of(edition).clauses)
    read = re.search(r"tot (\d+) jaar nadat je hier weggaat", text)
    assert read
    assert int(read[1]) == years

    day = dt.datetime(2026 + years, 11, 22, 12, tzinfo=dt.UTC)
    operations.delete_due(now=day)
    assert Reading.objects.count() == 1
    operations.delete_due(now=day + dt.timedelta(days=1))
    assert Reading.objects.count() == 0


def test_the_default_is_the_same_in_both() -> None:
    from afspraak.protocol.model import Retention

    assert RULES["received-and-read"].months == (
        12 * Retention().acknowledgement_years_after_leaving
    )
