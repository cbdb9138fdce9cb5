"""An installation as large as the aim says: ten thousand people and twenty editions."""

import datetime as dt
import re
import uuid
from collections.abc import Sequence
from importlib.resources import files

from django.contrib.sessions.backends.db import SessionStore

from afspraak.decisions.roles import Role
from afspraak.web.editions import operations as editions
from afspraak.web.organisation.models import Organisation
from afspraak.web.people import operations as people
from afspraak.web.people.models import Person

BATCH = 1000
DAYS_AN_EDITION = 30


def fill(*, persons: int, protocols: int, now: dt.datetime) -> str:
    """Fills a new installation and gives the session key of somebody in every role."""
    Organisation.objects.create(pk=1, name="Benchmark", languages=["nl", "en"], set_up_at=now)
    for number in range(protocols):
        editions.add_edition(
            source=_edition(number),
            now=now,
            in_force_from=now - dt.timedelta(days=DAYS_AN_EDITION * (protocols - number)),
        )
    Person.objects.bulk_create(_persons(persons, now), batch_size=BATCH)
    owner = people.add_person(name="Owner", email="owner@example.org", now=now, roles=list(Role))
    return _session(owner)


def _edition(number: int) -> bytes:
    """The demo's protocol with another number and another sentence, so that each must be read."""
    source = files("afspraak.web.demo").joinpath("protocol.yaml").read_text("utf-8")
    numbered = re.sub(r'number: "[^"]+"', f'number: "bench.{number}"', source, count=1)
    return numbered.replace("Overal, maar", f"Overal ({number}), maar").encode()


def _persons(count: int, now: dt.datetime) -> Sequence[Person]:
    return [
        Person(
            id=uuid.uuid5(uuid.NAMESPACE_OID, str(number)),
            name=f"Persoon {number:05}",
            email=f"p{number}@example.org",
            team=f"Team {number % 40}",
            created_at=now,
        )
        for number in range(count)
    ]


def _session(person: Person) -> str:
    store = SessionStore()
    store["_auth_user_id"] = str(person.pk)
    store["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
    store["_auth_user_hash"] = person.get_session_auth_hash()
    store.create()
    return str(store.session_key)
