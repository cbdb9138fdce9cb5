"""Everything about me."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from afspraak.web.mydata import operations
from afspraak.web.people.http import Request, signed_in

MOST = 10
"""So many rows of each kind stand on the page, until everything is asked for."""


@require_GET
@signed_in
def mydata(request: Request) -> HttpResponse:
    """Everything kept about whoever is signed in."""
    found = operations.view(person=request.user, now=request.now)
    most = "" if "everything" in request.GET else MOST
    return render(request, "mydata/mydata.html", {"sections": found, "most": most})


@require_POST
@signed_in
def download(request: Request) -> HttpResponse:
    """The same as a file: HTML and JSON in one zip."""
    made = operations.download(person=request.user, now=request.now)
    name = f"my-data-{request.now:%Y-%m-%d}.zip"
    return HttpResponse(
        made,
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
