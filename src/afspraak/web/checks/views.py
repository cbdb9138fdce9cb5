"""The text check, and the pack it runs on. Neither takes a text: there is nothing to send it to."""

from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.crypto import salted_hmac
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET

from afspraak.web.checks import queries
from afspraak.web.checks.module import Module, module_of, scripts_behind
from afspraak.web.checks.page import page
from afspraak.web.checks.policy import in_page_only
from afspraak.web.contributions import contributing
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.http import Request, language, signed_in

MODULES_KEPT = 3
"""How many editions back a page that was opened earlier still finds its pack."""
OWNER_CHARS = 16


@in_page_only
@signed_in
@require_GET
@gzip_page  # nothing that somebody sends comes back in it, so its length tells nothing
def check(request: Request) -> HttpResponse:
    """May I post this? All that is typed stays in the page."""
    edition = editions.in_force(request.now)
    if edition is None:
        return page(request, "checks/no_edition.html", {})
    return page(
        request,
        "checks/check.html",
        {
            "edition": edition,
            "pack": module_of(edition).hash,
            "scripts": scripts_behind("checks/check.js"),
            "beside": queries.beside(edition, language(request)),
            "handbook": _handbook(),
            "reportable": _reportable(edition),
            "owner": salted_hmac("checks.kept", str(request.user.pk)).hexdigest()[:OWNER_CHARS],
        },
    )


@signed_in
@require_GET
def pack(request: Request, name: str) -> HttpResponse:
    """The pack of an edition as a script, under an address that follows from its content."""
    for edition in editions.past(request.now)[:MODULES_KEPT]:
        module = module_of(edition)
        if module.hash == name:
            return _script(module, zipped="gzip" in request.headers.get("Accept-Encoding", ""))
    raise Http404


def _script(module: Module, *, zipped: bool) -> HttpResponse:
    response = HttpResponse(
        module.zipped if zipped else module.content,
        content_type="text/javascript; charset=utf-8",
    )
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def _reportable(edition: EditionRow) -> list[dict[str, str]]:
    """Where each rule can be reported, when people may do so. A rule about a right never can."""
    told = [cast("Callable[[], str]", tell)() for _, tell in contributing("rule_report")]
    name = next(filter(None, told), "")
    if not name:
        return []
    rules = editions.pack_of(edition).data["rules"]
    return [
        {"id": rule["id"], "address": reverse(name, kwargs={"rule": rule["id"]})}
        for rule in rules
        if rule["kind"] != "protected"
    ]


def _handbook() -> str:
    try:
        return reverse("handbook")
    except NoReverseMatch:
        return ""
