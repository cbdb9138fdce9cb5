"""The invented bakery: its people, its protocol, and who has read it."""

import datetime as dt
from importlib.resources import files

from django.db import transaction

from afspraak.decisions.roles import Role
from afspraak.web.editions import operations as editions
from afspraak.web.organisation.models import Organisation
from afspraak.web.people import operations as people
from afspraak.web.people.models import Person

PEOPLE: tuple[tuple[str, str, str, tuple[Role, ...]], ...] = (
    ("Jan Jansen", "jan", "Directie", (Role.LEADER, Role.ADMINISTRATOR)),
    ("Sanne de Wit", "sanne", "Winkel", (Role.LEADER, Role.MANAGER)),
    ("Ali Kaya", "ali", "Winkel", (Role.DEPUTY,)),
    ("Fatma Yildiz", "fatma", "Kantoor", (Role.SECOND_READER, Role.PRIVACY_OFFICER)),
    ("Henk Mulder", "henk", "Kantoor", (Role.EDITOR,)),
    ("Ingrid Bos", "ingrid", "Kantoor", (Role.HANDLER,)),
    ("Karel Fransen", "karel", "Bakkerij", (Role.REPRESENTATION,)),
    ("Lotte Visser", "lotte", "Bakkerij", ()),
    ("Tom Baker", "tom", "Bakkerij", ()),
)


@transaction.atomic
def open_bakery(*, now: dt.datetime) -> None:
    """Fills an empty installation with the bakery. Nothing happens when anybody is there."""
    if Person.objects.exists():
        return
    Organisation.objects.create(pk=1, name="Bakkerij Jansen", languages=["nl", "en"], set_up_at=now)
    for name, handle, team, roles in PEOPLE:
        people.add_person(
            name=name,
            email=f"{handle}@bakkerijjansen.nl",
            team=team,
            roles=roles,
            language="en" if handle == "tom" else "nl",
            now=now,
        )
    source = files("afspraak.web.demo").joinpath("protocol.yaml").read_bytes()
    editions.add_edition(source=source, now=now)
