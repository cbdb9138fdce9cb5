"""Somebody's own interview, and what can be proposed in it."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from afspraak.decisions.roles import Role
from afspraak.web.drafting.models import Interview
from afspraak.web.organisation import queries as organisation
from afspraak.web.people import queries as people
from afspraak.web.people.models import Granted

_ASKED_ABOUT: Mapping[str, str] = {
    Role.MANAGER: "manager",
    Role.DEPUTY: "deputy",
    Role.SECOND_READER: "second_reader",
    Role.LEADER: "leaders",
}
"""The question of the interview that is about who has a role."""


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """What somebody typed so far, by field, and when; `made_at` is when it became a draft."""

    typed: Mapping[str, str | Sequence[str]]
    started_at: dt.datetime
    changed_at: dt.datetime
    made_at: dt.datetime | None


def interview(person: uuid.UUID) -> InterviewRow | None:
    """The interview of this person, if they began one."""
    row = Interview.objects.filter(person=person).first()
    return InterviewRow(row.answers, row.started_at, row.changed_at, row.made_at) if row else None


def proposals() -> Mapping[str, object]:
    """Answers that can be proposed from what is known here, by question."""
    chosen = organisation.chosen()
    held: dict[str, list[dict[str, str]]] = {}
    granted = Granted.objects.filter(person__is_active=True).select_related("person")
    for each in granted.filter(role__in=_ASKED_ABOUT).order_by("at", "pk"):
        held.setdefault(each.role, []).append(
            {"name": each.person.name, "reach": each.person.email or ""}
        )
    found: dict[str, object] = {"languages": list(chosen.languages)}
    if chosen.name:
        found["name"] = chosen.name
    for role, key in _ASKED_ABOUT.items():
        if role in held:
            found[key] = held[role] if key == "leaders" else held[role][0]
    if (here := people.active_count()) > 1:
        found["people"] = str(here)
    return found
