"""What is kept how long, and the receipts of what was deleted."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from afspraak.decisions.roles import Capability
from afspraak.web.people.http import Request, may
from afspraak.web.retention import queries


@require_GET
@may(Capability.SEE_DELETIONS)
def deletions(request: Request) -> HttpResponse:
    """The terms, how each fares, and the receipts a page at a time."""
    asked = request.GET.get("page", "1")
    page = queries.deletions(int(asked) if asked.isdecimal() and len(asked) < 9 else 1)
    return render(
        request,
        "retention/deletions.html",
        {
            "rules": queries.rules(request.now),
            "page": page,
            "receipts": queries.as_shown(list(page.object_list)),
        },
    )
