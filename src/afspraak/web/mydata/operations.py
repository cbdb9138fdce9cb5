"""Giving somebody their own data, and noting that it was given."""

import datetime as dt
import io
import json
import zipfile

from django.db import transaction
from django.template.loader import render_to_string

from afspraak.web.audit import operations as audit
from afspraak.web.contributions import Section
from afspraak.web.mydata import actions, queries
from afspraak.web.people.models import Person


@transaction.atomic
def view(*, person: Person, now: dt.datetime) -> list[Section]:
    """Everything about this person, to read on the screen."""
    found = list(queries.sections(person))
    audit.record(actions.VIEWED, now=now, actor=person.pk, personal={"name": person.name})
    return found


@transaction.atomic
def download(*, person: Person, now: dt.datetime) -> bytes:
    """A zip with everything about this person: a page to read, and JSON for a machine."""
    audit.record(actions.DOWNLOADED, now=now, actor=person.pk, personal={"name": person.name})
    found = queries.sections(person)
    content = queries.as_json(person, found, now)
    page = render_to_string(
        "mydata/file.html",
        {
            "sections": found,
            "most": "",
            "person": person,
            "made_at": now,
            "of": content["organisation"],
        },
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in (
            ("my-data.html", page),
            ("my-data.json", json.dumps(content, ensure_ascii=False, indent=2) + "\n"),
        ):
            entry = zipfile.ZipInfo(name, now.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            file.writestr(entry, text)
    return made.getvalue()
