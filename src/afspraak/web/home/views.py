"""What is asked of me today, and nothing else."""

from collections.abc import Callable, Iterable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from afspraak.web.contributions import Task, contributing
from afspraak.web.people.http import Request, public, signed_in


@signed_in
def home(request: Request) -> HttpResponse:
    """The tasks of whoever is signed in, the most urgent first."""
    tasks = [
        task
        for _, tell in contributing("tasks")
        for task in cast("Callable[..., Iterable[Task]]", tell)(request.user, request.now)
    ]
    return render(request, "home/home.html", {"tasks": sorted(tasks, key=lambda each: each.order)})


@public
def alive(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view takes its request
    """Says that the program answers; for a watchdog, and the least that a page here can cost."""
    return HttpResponse("ok", content_type="text/plain")
