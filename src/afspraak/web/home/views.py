"""What is asked of me today, and nothing else; and the page of components."""

from collections.abc import Callable, Iterable
from typing import cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from afspraak.decisions.roles import Capability
from afspraak.web.contributions import Task, contributing
from afspraak.web.editions import queries as editions
from afspraak.web.kit import showroom
from afspraak.web.organisation import queries as organisation
from afspraak.web.people.http import Request, may, signed_in


@signed_in
def today(request: Request) -> HttpResponse:
    """The tasks of whoever is signed in, the most urgent first."""
    tasks = sorted(
        (
            task
            for _, tell in contributing("tasks")
            for task in cast("Callable[..., Iterable[Task]]", tell)(request.user, request.now)
        ),
        key=lambda each: each.order,
    )
    edition = editions.in_force(request.now)
    asks = editions.protocol_of(edition).people.manager if edition else None
    here = ZoneInfo(organisation.chosen().timezone)
    return render(
        request,
        "home/home.html",
        {
            "day": request.now.astimezone(here).date(),
            "first": tasks[:1],
            "others": tasks[1:],
            "edition": edition,
            "asks": asks,
        },
    )


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """The first page. A stranger signs in first; in a demo they choose who to be."""
    if settings.CONFIG.demo and not request.user.is_authenticated:
        return redirect("demo")
    return today(request)


home.access = "signed-in"  # type: ignore[attr-defined]  # as `today` is


@may(Capability.RUN_MACHINE)
def components_for_administrators(request: Request) -> HttpResponse:
    """Every component in every state."""
    return _components(request)


def components(request: HttpRequest) -> HttpResponseBase:
    """Every component in every state: for administrators, and in a demo for anybody."""
    return _components(request) if settings.CONFIG.demo else components_for_administrators(request)


components.access = Capability.RUN_MACHINE  # type: ignore[attr-defined]


@require_safe
def _components(request: HttpRequest) -> HttpResponse:
    return render(request, "kit/showroom.html", showroom.examples())
