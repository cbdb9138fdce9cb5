"""What is on, who sees what, and the promises: as a page and for a machine."""

import datetime as dt

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from afspraak.web.people.http import Request, signed_in
from afspraak.web.transparency import machine, queries, wording


@require_GET
@signed_in
def transparency(request: Request) -> HttpResponse:
    """For everybody who works here, from the running program."""
    openness = queries.openness(request.now, request)
    kept = sum(each.state == "kept" for each in openness.promises)
    values = {
        "openness": openness,
        "released": dt.date.fromisoformat(openness.release.date) if openness.release else None,
        "kept": kept,
        "of": len(openness.promises),
        "authorities": wording.AUTHORITIES,
    }
    return render(request, "transparency/transparency.html", values)


@require_GET
@signed_in
def transparency_json(request: Request) -> HttpResponse:
    """The same, to compare from day to day."""
    openness = queries.openness(request.now, request)
    return JsonResponse(
        machine.readable(openness, request.now), json_dumps_params={"ensure_ascii": False}
    )
