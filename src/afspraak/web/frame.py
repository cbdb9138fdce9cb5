"""What every page has around it: the organisation, the places to go, the languages."""

import functools
from dataclasses import dataclass
from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from afspraak.decisions.roles import Capability
from afspraak.diagnostics import LANGUAGES, Text
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.models import Person


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go. Without a capability it is for everybody.

    `holds` says how the names of the pages begin that lie within it.
    """

    name: str
    says: Text
    needs: Capability | None = None
    holds: tuple[str, ...] = ()


MAIN = (
    Place("home", {"nl": "Vandaag", "en": "Today"}),
    Place("handbook", {"nl": "Afspraken", "en": "Handbook"}, holds=("handbook-",)),
    Place("check", {"nl": "Mag dit?", "en": "Check"}),
    Place("account", {"nl": "Mijn account", "en": "My account"}),
)
MORE = (
    Place(
        "reading-overview",
        {"nl": "Wie las het al?", "en": "Who has read it?"},
        Capability.SEE_COUNTS,
        holds=tuple(
            f"reading-{each}"
            for each in ("people", "remind", "paper", "sheet", "open", "objections", "answer")
        ),
    ),
    Place("insights", {"nl": "Inzicht", "en": "Insights"}, Capability.SEE_INSIGHTS),
    Place(
        "reading-examples",
        {"nl": "Mijn voorbeelden", "en": "My examples"},
        Capability.PIN_EXAMPLE,
    ),
    Place(
        "people",
        {"nl": "Mensen", "en": "People"},
        Capability.MANAGE_PEOPLE,
        holds=("person", "people-"),
    ),
    Place(
        "drafts",
        {"nl": "Concepten", "en": "Drafts"},
        Capability.MANAGE_EDITIONS,
        holds=("draft-", "interview", "supplement"),
    ),
    Place(
        "agreeing",
        {"nl": "Afspreken", "en": "Agreeing"},
        Capability.SEE_AGREEING,
        holds=("agreeing-", "dossier"),
    ),
    Place(
        "editions",
        {"nl": "Uitgaven", "en": "Editions"},
        Capability.MANAGE_EDITIONS,
        holds=("edition-",),
    ),
    Place(
        "changes",
        {"nl": "Mensen en lijsten", "en": "People and lists"},
        Capability.DECIDE_EDITION,
        holds=("change",),
    ),
    Place("audit", {"nl": "Logboek", "en": "Log"}, Capability.SEE_AUDIT),
    Place("deletions", {"nl": "Verwijderd", "en": "Deleted"}, Capability.SEE_DELETIONS),
    Place(
        "setup",
        {"nl": "Inrichten", "en": "Set-up"},
        Capability.RUN_MACHINE,
        holds=("setup-",),
    ),
)
PERSONAL = (
    Place("profile", {"nl": "Profiel", "en": "Profile"}),
    Place("mydata", {"nl": "Mijn gegevens", "en": "My data"}),
    Place("transparency", {"nl": "Openheid", "en": "Transparency"}),
)
DEMO = (
    Place("demo", {"nl": "Wissel van persoon", "en": "Switch person"}),
    Place("demo-mailbox", {"nl": "Postvak", "en": "Mailbox"}),
)
VERSION = version("afspraak")


def frame(request: HttpRequest) -> dict[str, object]:
    """The names that the template of the frame uses."""
    person = getattr(request, "user", None)
    known = person if isinstance(person, Person) else None
    here = (request.resolver_match.url_name or "") if request.resolver_match else ""
    more = _open_to(known, MORE, here)
    return {
        "organisation": SimpleLazyObject(organisation.chosen),
        "languages": LANGUAGES,
        "version": VERSION,
        "demo_places": _all_of(DEMO, here) if settings.CONFIG.demo else [],
        "main_places": _open_to(known, MAIN, here),
        "more_places": more,
        "is_in_more": any(place["current"] for place in more),
        "personal_places": _open_to(known, PERSONAL, here),
        "here": here,
    }


def _open_to(
    person: Person | None, places: tuple[Place, ...], here: str
) -> list[dict[str, object]]:
    if person is None:
        return []
    return _all_of(
        tuple(place for place in places if place.needs is None or person.may(place.needs)), here
    )


def _all_of(places: tuple[Place, ...], here: str) -> list[dict[str, object]]:
    return [
        {"name": place.name, "says": place.says, "url": url, "current": _current(place, here)}
        for place in places
        if (url := _address(place.name))
    ]


def _current(place: Place, here: str) -> str:
    """What `aria-current` says of a place: this page, the place that holds it, or nothing."""
    if here == place.name:
        return "page"
    return "true" if place.holds and here.startswith(place.holds) else ""


@functools.cache
def _address(name: str) -> str:
    """Where a place is, looked up once; nothing for one that this installation does not have."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
