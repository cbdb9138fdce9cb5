import datetime as dt
from collections.abc import Callable

import pytest

from afspraak.decisions.agreeing import Answer, Body, Ground, State, UnableToAgree
from afspraak.decisions.roles import Role
from afspraak.protocol.problems import UnableToLoad
from afspraak.web.agreeing import operations, queries
from afspraak.web.audit.models import Entry
from afspraak.web.editions import operations as editing
from afspraak.web.editions import queries as editions
from afspraak.web.editions.judging import UnableToComeIntoForce
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.models import Person
from afspraak.web.reading import queries as reading
from web.agreeing.walking import TODAY, Cast, consent, decide, read, state, text_hash, walk
from web.conftest import NOW
from web.editions.files import NEXT, OTHER_TEXT, SAME_TEXT, SMALL, UNFAIR, WRONG_EXAMPLE, with_number

DAY = dt.timedelta(days=1)


def refused(reason: str) -> pytest.RaisesExc[UnableToAgree]:
    return pytest.raises(UnableToAgree, match=f"^{reason}$")


def actions_logged() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("action", flat=True))


def test_an_edition_comes_into_force_along_every_step(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.IN_FORCE)

    row = queries.proceeding(key)
    assert row
    holds = editions.in_force(NOW)
    assert holds
    assert (row.state, row.edition, holds.number) == ("in-force", holds.id, "2027.1")
    spoke = editions.protocol_of(holds).edition
    assert (spoke.in_force, spoke.representation.consent) == (TODAY, TODAY)
    assert (spoke.representation.body, spoke.representation.reference) == ("or", "OR-2026-20")
    assert actions_logged() == [
        "editions.added",
        *["agreeing.ready", "agreeing.offered", "agreeing.asked", "agreeing.answered"],
        *["editions.planned", "agreeing.decided", "agreeing.leaders-asked"],
        *["reading.started", "reading.asked", "reading.started", "reading.asked"],
        *["reading.received", "editions.holds", "agreeing.in-force"],
    ]
