from collections.abc import Callable

import pytest

from afspraak.decisions.roles import Role
from afspraak.web.editions import operations
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from afspraak.web.people.models import Person
from web.agreeing.walking import Cast
from web.conftest import NOW
from web.editions.files import SMALL


@pytest.fixture
def edition(organisation: Organisation) -> EditionRow:
    """A small protocol, in force."""
    return operations.add_edition(source=SMALL, now=NOW)


@pytest.fixture
def cast(somebody: Callable[..., Person]) -> Cast:
    """An editor, somebody who speaks for the staff, and a leader."""
    return Cast(
        somebody(Role.EDITOR, name="Henk Mulder"),
        somebody(Role.REPRESENTATION, name="Karel Fransen"),
        somebody(Role.LEADER, name="Jan Jansen"),
    )
