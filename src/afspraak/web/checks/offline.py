"""Working without a connection, and as an app: the service worker and the manifest."""

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.contrib.staticfiles.finders import get_finders
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from afspraak.web.checks.module import module_of
from afspraak.web.editions import queries as editions
from afspraak.web.kit import styles
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.http import Request, language, public

WORKER = Path(__file__).with_name("worker.js")
PAGES = ("check", "account")
VERSION_CHARS = 16
ICONS = (("any", 192), ("any", 512), ("maskable", 512))
DRAWN = Path(__file__).parent / "static/checks"
PAPER, ACCENT = "#fcfbf8", "#0c5a5e"


class Plan(TypedDict):
    """What a service worker keeps: pages by their address, and files that never change."""

    pages: list[str]
    files: list[str]


@csp({"default-src": [NONE], "connect-src": [SELF]})
@public
@require_GET
def worker(request: Request) -> HttpResponse:
    """The service worker. Its text changes with anything that it keeps."""
    plan: Plan = {
        "pages": [reverse(name) for name in PAGES],
        "files": [*_files(), *_own_files(request)],
    }
    body = WORKER.read_text("utf-8")
    told = json.dumps(plan, sort_keys=True)
    version = hashlib.sha256(f"{told}{body}".encode()).hexdigest()[:VERSION_CHARS]
    script = f'"use strict";\nconst VERSION = "{version}";\nconst PLAN = {told};\n\n{body}'
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


@public
@require_GET
def manifest(request: HttpRequest) -> HttpResponse:
    """What the app is called on a home screen, and how it looks there."""
    name = organisation.chosen().name
    says = pgettext("name of the app", "Check")
    content = {
        "id": reverse("check"),
        "start_url": reverse("check"),
        "scope": "/",
        "display": "standalone",
        "lang": language(request),
        "name": f"{says} · {name}" if name else says,
        "short_name": says,
        "description": _("May I post this? A private answer, in the page itself."),
        "background_color": PAPER,
        "theme_color": organisation.chosen().accent or ACCENT,
        "icons": _icons(),
        "shortcuts": [
            {"name": says, "url": reverse("check")},
            {"name": _("My account"), "url": reverse("account")},
        ],
    }
    return HttpResponse(json.dumps(content), content_type="application/manifest+json")


@lru_cache(maxsize=1)
def _icons() -> list[dict[str, str]]:
    """The icons as part of the manifest: the pages fetch no picture, not even from here."""
    drawing = [
        {"src": _as_address("icon.svg", "image/svg+xml"), "type": "image/svg+xml", "sizes": "any"}
    ]
    return drawing + [
        {
            "src": _as_address(f"icon-{purpose}-{size}.png", "image/png"),
            "type": "image/png",
            "sizes": f"{size}x{size}",
            "purpose": purpose,
        }
        for purpose, size in ICONS
    ]


def _as_address(name: str, kind: str) -> str:
    content = base64.b64encode(DRAWN.joinpath(name).read_bytes()).decode()
    return f"data:{kind};base64,{content}"


@lru_cache(maxsize=1)
def _files() -> tuple[str, ...]:
    """The style sheets and scripts of the two pages, under the names that they are served by."""
    names = (
        "/".join(filter(None, (getattr(storage, "prefix", None), path)))
        for finder in get_finders()
        for path, storage in finder.list([])
    )
    needed = {
        name
        for name in names
        if name.startswith(("checks/", "engine/")) and name.endswith((".js", ".css"))
    }
    return tuple(static(name) for name in (*styles.SHEETS, *sorted(needed)))


def _own_files(request: Request) -> list[str]:
    """The pack of the edition in force, and the company's own colour."""
    edition = editions.in_force(request.now)
    accent = styles.accent_in_address(organisation.chosen().accent)
    return [
        *([reverse("check-pack", args=[module_of(edition).hash])] if edition else []),
        *([reverse("accent", kwargs={"colour": accent})] if accent else []),
    ]
