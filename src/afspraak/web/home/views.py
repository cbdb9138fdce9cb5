"""What is asked of me today, and nothing else."""

from collections.abc import Callable, Iterable
from typing import cast

from django.http import HttpResponse
from django.shortcuts import render

from afspraak.web.contributions import Task, contributing
from afspraak.web.people.http import Request, signed_in


@signed_in
def home(request: Request) -> HttpResponse:
    """The tasks of whoever is signed in, the most urgent first."""
    tasks = [
        task
        for _, tell in contributing("tasks")
        for task in cast("Callable[..., Iterable[Task]]", tell)(request.user, request.now)
    ]
    return render(request, "home/home.html", {"tasks": sorted(tasks, key=lambda each: each.order)})
