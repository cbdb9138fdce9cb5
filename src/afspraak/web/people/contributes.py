"""What people says about itself: data about a person, terms, ways of signing in, connections."""

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.db.models import prefetch_related_objects

from afspraak.decisions.roles import NAMES, Role
from afspraak.diagnostics import Lang, Text
from afspraak.web.contributions import Outbound, Section, Switch, Term
from afspraak.web.people import beside, erasing, importing, signing_in
from afspraak.web.people.languages import SAID
from afspraak.web.people.models import Person

UPLOAD_DAYS = 1

_FIELDS: dict[str, Text] = {
    "name": {"nl": "Naam", "en": "Name"},
    "email": {"nl": "E-mailadres", "en": "E-mail address"},
    "number": {"nl": "Personeelsnummer", "en": "Personnel number"},
    "team": {"nl": "Team", "en": "Team"},
    "language": {"nl": "Taal", "en": "Language"},
    "joined": {"nl": "In dienst sinds", "en": "Works here since"},
    "left": {"nl": "Werkt hier niet meer vanaf", "en": "No longer works here from"},
    "away_from": {"nl": "Afwezig vanaf", "en": "Away from"},
    "away_until": {"nl": "Afwezig tot en met", "en": "Away until and including"},
    "invited_at": {"nl": "Uitgenodigd op", "en": "Invited on"},
    "created_at": {"nl": "Toegevoegd op", "en": "Added on"},
    "password": {"nl": "Heeft een wachtwoord", "en": "Has a password"},
}
_WAYS: dict[str, tuple[Text, Text]] = {
    "code": (
        {"nl": "Inloggen met een code per mail", "en": "Signing in with a code by mail"},
        {
            "nl": "Binnenkomen zonder wachtwoord. Een code werkt een kwartier.",
            "en": "Coming in without a password. A code works for a quarter of an hour.",
        },
    ),
    "password": (
        {"nl": "Inloggen met een wachtwoord", "en": "Signing in with a password"},
        {
            "nl": "Voor wie dat zelf kiest. Alleen een afdruk ervan wordt bewaard.",
            "en": "For those who choose one. Only a hash of it is kept.",
        },
    ),
    "passkey": (
        {"nl": "Inloggen met een passkey", "en": "Signing in with a passkey"},
        {
            "nl": "Een sleutel op je eigen toestel, alleen of als tweede stap.",
            "en": "A key on your own device, alone or as a second step.",
        },
    ),
    "oidc": (
        {"nl": "Single sign-on van het bedrijf", "en": "The company's single sign-on"},
        {
            "nl": "Wie je bent en, als dat is ingesteld, welke rollen je groepen geven.",
            "en": "Who you are and, when that is set, which roles your groups give.",
        },
    ),
}


def personal_data(person: Person) -> Iterator[Section]:
    """Every field, the roles, where somebody is signed in, and their passkeys."""
    prefetch_related_objects([person], "granted")  # the frame of the page asks for them as well
    held = beside.kept(person)
    yield Section(
        key="people.person",
        title={"nl": "Wie je hier bent", "en": "Who you are here"},
        labels=_FIELDS,
        rows=[
            {
                **{key: _shown(getattr(person, key)) for key in _FIELDS if key != "password"},
                "password": person.has_usable_password(),
            }
        ],
        words={"language": SAID},
    )
    yield Section(
        key="people.roles",
        title={"nl": "Je rollen", "en": "Your roles"},
        labels={
            "role": {"nl": "Rol", "en": "Role"},
            "at": {"nl": "Sinds", "en": "Since"},
            "by_group": {"nl": "Door een groep gegeven", "en": "Given by a group"},
        },
        rows=[
            {
                "role": NAMES[Role(row.role)][_lang(person)],
                "at": row.at.isoformat(),
                "by_group": row.by_group,
            }
            for row in sorted(person.granted.all(), key=lambda row: row.at)
        ],
    )
    yield Section(
        key="people.sign-ins",
        title={"nl": "Waar je bent ingelogd", "en": "Where you are signed in"},
        labels={
            "at": {"nl": "Sinds", "en": "Since"},
            "browser": {"nl": "Browser", "en": "Browser"},
        },
        rows=[
            {"at": row.at.isoformat(), "browser": row.name}
            for row in reversed(held)
            if row.kind == "sign-in"
        ],
    )
    yield Section(
        key="people.uploads-made",
        title={
            "nl": "Bestanden met mensen die je klaarzette",
            "en": "Files with people that you put ready",
        },
        labels={
            "name": {"nl": "Bestand", "en": "File"},
            "at": {"nl": "Sinds", "en": "Since"},
        },
        rows=[{"name": row.name, "at": row.at.isoformat()} for row in held if row.kind == "upload"],
    )
    yield Section(
        key="people.passkeys",
        title={"nl": "Je passkeys", "en": "Your passkeys"},
        labels={
            "name": {"nl": "Naam", "en": "Name"},
            "added": {"nl": "Toegevoegd op", "en": "Added on"},
            "used": {"nl": "Laatst gebruikt op", "en": "Last used on"},
        },
        rows=[
            {"name": row.name, "added": _shown(row.at), "used": _shown(row.used)}
            for row in held
            if row.kind == "passkey"
        ],
    )
    yield Section(
        key="people.single-sign-on",
        title={"nl": "Je account bij single sign-on", "en": "Your single sign-on account"},
        labels={
            "account": {"nl": "Kenmerk bij de server", "en": "Identifier at the server"},
            "used": {"nl": "Laatst gebruikt op", "en": "Last used on"},
        },
        rows=[
            {"account": row.name, "used": _shown(row.used)} for row in held if row.kind == "account"
        ],
    )


def erase(person: Person, now: dt.datetime) -> int:  # noqa: ARG001 - every erase is called alike
    """Removes what need not stay; the name goes with the person's row."""
    return erasing.erase(person=person)


def switches() -> Iterator[Switch]:
    """The ways of signing in."""
    for way, (says, purpose) in _WAYS.items():
        yield Switch(
            key=f"people.sign-in-{way}",
            says=says,
            on=way in settings.CONFIG.sign_in
            and (way != "oidc" or bool(settings.CONFIG.oidc_issuer)),
            purpose=purpose,
            seen_by={
                "nl": "Jij ziet op je profiel waar je bent ingelogd. Verder niemand.",
                "en": "You see on your profile where you are signed in. Nobody else does.",
            },
        )


def outbound() -> Iterator[Outbound]:
    """The company's own sign-in server, when it is used."""
    if "oidc" in settings.CONFIG.sign_in and settings.CONFIG.oidc_issuer:
        yield Outbound(
            key="people.oidc",
            to=settings.CONFIG.oidc_issuer,
            carries={
                "nl": "Wie inlogt: een eenmalige code heen; adres, kenmerk en groepen terug. "
                "Alleen het kenmerk wordt bewaard.",
                "en": "Who signs in: a one-time code out; address, identifier and groups back. "
                "Only the identifier is kept.",
            },
        )


def _delete_uploads(now: dt.datetime) -> list[str]:
    return importing.drop_uploads_of_before(before=now - dt.timedelta(days=UPLOAD_DAYS))


def _lang(person: Person) -> Lang:
    return "en" if person.language == "en" else "nl"


def _shown(value: object) -> str | None:
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if value else None


TERMS = (
    Term(
        key="people.leavers",
        says={
            "nl": "Naam en gegevens van wie hier niet meer werkt",
            "en": "Name and details of somebody who no longer works here",
        },
        term={
            "nl": "Tot 2 jaar na vertrek, of langer zolang een ontvangstbewijs ze nodig heeft",
            "en": "Until 2 years after leaving, or longer as long as a receipt needs them",
        },
        delete=erasing.delete_leavers,
    ),
    Term(
        key="people.uploads",
        says={
            "nl": "Een bestand met mensen, en wat het inlezen deed",
            "en": "A file with people, and what importing it did",
        },
        term={
            "nl": "Tot het is ingelezen, en hoogstens 1 dag",
            "en": "Until it is imported, and 1 day at most",
        },
        delete=_delete_uploads,
    ),
    Term(
        key="people.sessions",
        says={"nl": "Waar je bent ingelogd", "en": "Where you are signed in"},
        term={
            "nl": "Tot je uitlogt, en hoogstens 14 dagen",
            "en": "Until you sign out, and 14 days at most",
        },
        delete=signing_in.delete_expired_sessions,
    ),
)
