"""Checks of the promises made in this installation itself, as it runs now."""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import cast

from django.apps import apps
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.db import connection
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from afspraak.diagnostics import Text
from afspraak.engine.draft import Checker
from afspraak.engine.post import Post
from afspraak.web.contributions import Checked, Outbound, contributing
from afspraak.web.editions import queries as editions

KEPT_SECONDS = 600
"""So long an outcome is shown again, with the time at which it was found."""

_FORBIDDEN: Mapping[int, str] = {
    1: "handle username screenname twitter linkedin mastodon instagram facebook tiktok bluesky"
    " threads followers socialprofile",
    3: "score rank ranking points rating badge leaderboard streak",
    4: "mood emotion sentiment personality politics union religion health",
    5: "sanction punishment fine warning dismissal",
}
_WANTED_OF_CHECK = ("connect-src 'none'", "form-action 'none'", "default-src 'none'")
PROTECTED = (
    "Ik ben lid van de vakbond en ik ga morgen staken.",
    "We are joining the union and will strike tomorrow.",
    "Ik sta op de kieslijst van de gemeenteraad.",
    "Ik verdien hier 2.400 euro per maand.",
)
"""Posts of their own that people may write, whatever the protocol."""

_NAMES: Mapping[int, Text] = {
    1: {"nl": "een account op een netwerk", "en": "an account on a network"},
    3: {"nl": "een score of rangorde", "en": "a score or a rank"},
    4: {"nl": "gevoel, geloof, vakbond of gezondheid", "en": "mood, religion, union or health"},
    5: {"nl": "een straf of maatregel", "en": "a sanction or measure"},
}


def checks(now: dt.datetime, request: HttpRequest) -> Sequence[Checked]:
    """Every check there is; those that cost something are ten minutes old at most."""
    held = cache.get("transparency.live")
    if held is None:
        held = [*_tables(now), _check_page(now, request), _protected(now)]
        cache.set("transparency.live", held, KEPT_SECONDS)
    fresh = [_outbound_check(now)]
    for _, tell in contributing("checks"):
        fresh += cast("Callable[[dt.datetime], Iterable[Checked]]", tell)(now)
    return sorted([*held, *fresh], key=lambda each: (each.promise, each.key))


def outbound() -> Sequence[Outbound]:
    """Every connection to elsewhere that is switched on."""
    return [
        each
        for _, tell in contributing("outbound")
        for each in cast("Callable[[], Iterable[Outbound]]", tell)()
    ]


def _tables(now: dt.datetime) -> Iterator[Checked]:
    """No table or column of ours, as it really is there, is named like what we never keep."""
    columns = list(_columns())
    for promise, listed in _FORBIDDEN.items():
        words = set(listed.split())
        found = sorted(
            f"{table}.{column}"
            for table, column in columns
            if words & {*table.split("_"), *column.split("_"), column.replace("_", "")}
        )
        name = _NAMES[promise]
        yield Checked(
            promise,
            "tables",
            {
                "nl": f"Geen van de {len(columns)} velden in de database is voor {name['nl']}."
                if not found
                else f"Deze velden zijn misschien voor {name['nl']}: {', '.join(found)}.",
                "en": f"None of the {len(columns)} fields in the database is for {name['en']}."
                if not found
                else f"These fields may be for {name['en']}: {', '.join(found)}.",
            },
            not found,
            now,
        )


def _columns() -> Iterator[tuple[str, str]]:
    ours = {
        model._meta.db_table  # noqa: SLF001 - Django's own documented door
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("afspraak.")
    }
    with connection.cursor() as cursor:
        for table in sorted(ours & set(connection.introspection.table_names(cursor))):
            for column in connection.introspection.get_table_description(cursor, table):
                yield table, column.name


def _check_page(now: dt.datetime, request: HttpRequest) -> Checked:
    """Asks the page itself, as this visitor, and reads the policy that really comes with it."""
    policy = _policy_of("check", request)
    ok = None if policy is None else all(each in policy for each in _WANTED_OF_CHECK)
    return Checked(
        2,
        "policy",
        {
            "nl": "De pagina Mag dit? laat de browser geen verbindingen maken."
            if ok
            else "De pagina Mag dit? was niet op te vragen."
            if ok is None
            else "De pagina Mag dit? blokkeert verbindingen niet volledig.",
            "en": "The page Check lets the browser open no connections."
            if ok
            else "The page Check could not be asked for."
            if ok is None
            else "The page Check does not block connections completely.",
        },
        ok,
        now,
    )


def _policy_of(name: str, request: HttpRequest) -> str | None:
    try:
        address = reverse(name)
    except NoReverseMatch:
        return None
    asked = {
        key: value
        for key, value in request.META.items()
        if key in {"HTTP_COOKIE", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "REMOTE_ADDR"}
    }
    environ = {
        **asked,
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "wsgi.url_scheme": request.scheme,
        "wsgi.input": io.BytesIO(),
        "HTTP_X_FORWARDED_PROTO": request.scheme,
    }
    response = WSGIHandler().get_response(WSGIRequest(environ))
    if response.status_code != 200:
        return None
    return response.headers.get("Content-Security-Policy")


def _protected(now: dt.datetime) -> Checked:
    """Runs the pack in force on what is everybody's right: nothing may weigh more than a card."""
    edition = editions.in_force(now)
    ok: bool | None = None
    if edition:
        checker = Checker(editions.pack_of(edition))
        rules = editions.pack_of(edition).data["rules"]
        heavy = [
            finding
            for text in PROTECTED
            for finding in checker.check(Post(text, as_="private"), now=now)
            if rules[finding.rule]["severity"] != "info"
        ]
        ok = not heavy
    return Checked(
        6,
        "pack",
        {
            "nl": f"Bij {len(PROTECTED)} zinnen over vakbond, verkiezing en loon geeft de uitgave "
            "die nu geldt alleen uitleg."
            if ok
            else "Er is nog geen uitgave van kracht."
            if ok is None
            else "De uitgave die nu geldt, waarschuwt bij een zin die ieders recht is.",
            "en": f"With {len(PROTECTED)} sentences about union, election and pay, the edition in "
            "force only explains."
            if ok
            else "No edition is in force yet."
            if ok is None
            else "The edition in force warns at a sentence that is everybody’s right.",
        },
        ok,
        now,
    )


def _outbound_check(now: dt.datetime) -> Checked:
    count = len(outbound())
    return Checked(
        7,
        "outbound",
        {
            "nl": "Er staat geen verbinding naar buiten aan."
            if not count
            else f"Er {'staat' if count == 1 else 'staan'} {count} "
            f"{'verbinding' if count == 1 else 'verbindingen'} naar buiten aan, hieronder genoemd.",
            "en": "No connection to elsewhere is switched on."
            if not count
            else f"{count} {'connection' if count == 1 else 'connections'} to elsewhere "
            f"{'is' if count == 1 else 'are'} switched on, listed below.",
        },
        ok=True,
        at=now,
    )
